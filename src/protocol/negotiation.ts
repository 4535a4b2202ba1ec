import { fromBase64 } from './sasl/bytes.js';
import { child, localName, namespaceOf, type XmlElement } from './xml.js';

const SASL_NS = 'urn:ietf:params:xml:ns:xmpp-sasl';
const STREAMS_NS = 'http://etherx.jabber.org/streams';
const STREAM_ERRORS_NS = 'urn:ietf:params:xml:ns:xmpp-streams';

/** What the server offers (RFC 6120 §4.3.2). */
export function isFeatures(element: XmlElement): boolean {
  return namespaceOf(element) === STREAMS_NS && localName(element) === 'features';
}

/** The server sends us to another host (RFC 6120 §4.9.3.19). */
export function isMove(element: XmlElement): boolean {
  return namespaceOf(element) === STREAMS_NS && localName(element) === 'error' && child(element, 'see-other-host', STREAM_ERRORS_NS) !== undefined;
}

/** The sign-in was accepted (RFC 6120 §6.4.6). */
export function isSuccess(element: XmlElement): boolean {
  return namespaceOf(element) === SASL_NS && element.name === 'success';
}

/** The text of `<success/>`; `=` stands for an empty one (RFC 6120 §6.4.6), and what is no base64 proves nothing. */
export function decodeSuccess(success: string): string {
  try {
    return success === '=' ? '' : String.fromCharCode(...fromBase64(success));
  } catch {
    return '';
  }
}

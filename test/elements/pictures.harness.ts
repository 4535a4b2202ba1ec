import { childElements, namespaceOf, type XmlElement } from '../../src/protocol/xml.js';
import { parseXml, resultOf, refusalOf, type Responder } from '../support/browser/mock-stream.js';
import { avatarDataWith, base64, sha1, vCardWith } from '../support/browser/pictures.js';

/** What a server has of people's pictures, and who asked for them. */
export class PictureServer {
  /** Whom was asked, oldest first: "mary@im.example vcard". */
  readonly asked: string[] = [];
  readonly #vcards = new Map<string, string>();
  readonly #avatars = new Map<string, string>();

  /** @returns the hash with which it is announced */
  async setVCard(jid: string, bytes: Uint8Array<ArrayBuffer>, type?: string): Promise<string> {
    this.#vcards.set(jid, vCardWith(base64(bytes, 76), type));
    return sha1(bytes);
  }

  async publish(jid: string, bytes: Uint8Array<ArrayBuffer>): Promise<string> {
    const id = await sha1(bytes);
    this.#avatars.set(jid, avatarDataWith(base64(bytes), id));
    return id;
  }

  readonly respond: Responder = (stanza: XmlElement) => {
    const [payload] = stanza.attrs.type === 'get' ? childElements(stanza) : [];
    const ns = payload && namespaceOf(payload);
    const [kind, kept] = ns === 'vcard-temp' ? ['vcard', this.#vcards] : ns === 'http://jabber.org/protocol/pubsub' ? ['avatar', this.#avatars] : [];
    if (!kept) return undefined;
    const { to = '' } = stanza.attrs;
    this.asked.push(`${to} ${kind}`);
    const answer = kept.get(to);
    return answer === undefined ? refusalOf(stanza, 'item-not-found') : resultOf(stanza, parseXml(answer));
  };
}

import { mechanismNames } from './sasl-mechanisms.js';
import { type Child, type Element, NS, xml } from './xml.js';

/** RFC 6120 §4.3.2; RFC 7395 §3.3.1: the prefix is declared in the frame. */
function features(...children: Child[]): Element {
  return xml('stream:features', { xmlns: NS.client, 'xmlns:stream': NS.stream }, children);
}

export function loginFeatures(): Element {
  return features(xml('mechanisms', { xmlns: NS.sasl }, mechanismNames().map((name) => xml('mechanism', {}, name))));
}

export function sessionFeatures(): Element {
  return features(
    xml('bind', { xmlns: NS.bind }),
    // RFC 3921's session; nobody needs it, old clients ask for it.
    xml('session', { xmlns: NS.session }, xml('optional')),
    xml('ver', { xmlns: NS.rosterVersioning }),
    xml('sub', { xmlns: NS.preApproval }),
    xml('sm', { xmlns: NS.streamManagement }),
  );
}

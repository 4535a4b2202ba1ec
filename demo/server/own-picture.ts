import { type Bytes, digest } from './credentials.js';
import { type Element, NS, xml } from './xml.js';

/** Of a simulated person: in the vCard (XEP-0153) or published by itself (XEP-0084). */
export interface OwnPicture {
  readonly kind: 'vcard' | 'avatar';
  readonly png: Bytes;
}

/** What a client sends to show its user's picture to others. */
export interface PictureAnnouncement {
  /** To be sent before presence. */
  readonly requests: readonly Element[];
  /** What goes along with every available presence. */
  readonly update: Element | undefined;
}

export async function announce({ kind, png }: OwnPicture): Promise<PictureAnnouncement> {
  const hash = Array.from(await digest('SHA-1', png), (byte) => byte.toString(16).padStart(2, '0')).join('');
  const base64 = btoa(String.fromCharCode(...png));
  if (kind === 'vcard') return { requests: [iq('vcard', vCard(base64))], update: xml('x', { xmlns: NS.vCardUpdate }, xml('photo', {}, hash)) };
  const data = xml('data', { xmlns: NS.avatarData }, base64);
  const info = xml('info', { id: hash, type: 'image/png', bytes: String(png.length) });
  // XEP-0084 §3.1: the data first, so that they are there for whoever hears of them.
  return { requests: [publish(NS.avatarData, hash, data), publish(NS.avatarMetadata, hash, xml('metadata', { xmlns: NS.avatarMetadata }, info))], update: undefined };
}

function vCard(base64: string): Element {
  return xml('vCard', { xmlns: NS.vCard }, xml('PHOTO', {}, xml('TYPE', {}, 'image/png'), xml('BINVAL', {}, base64)));
}

function publish(node: string, id: string, payload: Element): Element {
  return iq(node, xml('pubsub', { xmlns: NS.pubsub }, xml('publish', { node }, xml('item', { id }, payload))));
}

function iq(id: string, payload: Element): Element {
  return xml('iq', { xmlns: NS.client, type: 'set', id }, payload);
}

import { indexedPng } from '../../../demo/server/png.js';

/** A PNG of one colour: small, and different for each seed. */
export function png(seed: number, { width = 8, height = 8 } = {}): Uint8Array<ArrayBuffer> {
  const rows = Array.from({ length: height }, () => Array.from({ length: width }, () => 0));
  return indexedPng({ width, bitDepth: 8, palette: [seed & 255, (seed >> 8) & 255, (seed >> 16) & 255], rows });
}

/** As XML carries it, in lines or in one piece. */
export function base64(bytes: Uint8Array, line = Infinity): string {
  const text = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  return line === Infinity ? text : (text.match(new RegExp(`.{1,${line}}`, 'g')) ?? []).join('\n');
}

export async function sha1(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-1', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** A presence with the hash of a picture (XEP-0153); `''`: none. */
export function photoPresence(from: string, hash?: string): string {
  const photo = hash === undefined ? '' : `<photo>${hash}</photo>`;
  return `<presence xmlns="jabber:client" from="${from}/a"><x xmlns="vcard-temp:x:update">${photo}</x></presence>`;
}

/** News of a picture (XEP-0084); without an id: there is none any more. */
export function avatarEvent(from: string, info?: { readonly id: string; readonly bytes?: number; readonly url?: string }): string {
  const url = info?.url ? ` url="${info.url}"` : '';
  const infos = info ? `<info id="${info.id}" bytes="${info.bytes ?? 100}" type="image/png" width="8" height="8"${url}/>` : '';
  const metadata = `<metadata xmlns="urn:xmpp:avatar:metadata">${infos}</metadata>`;
  return `<message xmlns="jabber:client" type="headline" from="${from}"><event xmlns="http://jabber.org/protocol/pubsub#event"><items node="urn:xmpp:avatar:metadata"><item id="${info?.id ?? 'x'}">${metadata}</item></items></event></message>`;
}

/** The payload that answers a vCard get. */
export function vCardWith(photo: string, type = 'image/png'): string {
  return `<vCard xmlns="vcard-temp"><FN>Somebody</FN><PHOTO><TYPE>${type}</TYPE><BINVAL>${photo}</BINVAL></PHOTO></vCard>`;
}

/** The payload that answers a request for the data of a picture. */
export function avatarDataWith(photo: string, id: string): string {
  return `<pubsub xmlns="http://jabber.org/protocol/pubsub"><items node="urn:xmpp:avatar:data"><item id="${id}"><data xmlns="urn:xmpp:avatar:data">${photo}</data></item></items></pubsub>`;
}

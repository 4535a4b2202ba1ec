import { child, element, textOf, type XmlElement } from './xml.js';

/** The older way of pictures (XEP-0153): a hash in presence, the picture in the vCard (XEP-0054). */
const UPDATE_NS = 'vcard-temp:x:update';
const VCARD_NS = 'vcard-temp';
const SHA1 = /^[\da-f]{40}$/;

/** A SHA-1 in lower-case hex, as both kinds of pictures are named; `undefined` for anything else. */
export function readPictureId(text: string | undefined): string | undefined {
  const id = text?.trim().toLowerCase() ?? '';
  return SHA1.test(id) ? id : undefined;
}

/** The hash of their picture that a presence tells (XEP-0153 §3.1); `''` for "no picture", `undefined` where nothing is said. */
export function readPhotoHash(presence: XmlElement): string | undefined {
  const update = child(presence, 'x', UPDATE_NS);
  const photo = update && child(update, 'photo', UPDATE_NS);
  if (!photo) return undefined;
  const text = textOf(photo).trim();
  return text === '' ? '' : readPictureId(text);
}

export function vCardGet(to: string): XmlElement {
  return element('iq', { type: 'get', to }, element('vCard', { xmlns: VCARD_NS }));
}

/** The picture in base64. Its type is not read: the bytes say what it is. */
export function readVCardPhoto(iq: XmlElement): string | undefined {
  const vCard = child(iq, 'vCard', VCARD_NS);
  const photo = vCard && child(vCard, 'PHOTO', VCARD_NS);
  const binary = photo && child(photo, 'BINVAL', VCARD_NS);
  return binary && textOf(binary);
}

import { checkPicture, decodePicture, type Picture } from '../protocol/picture-data.js';
import type { Stream } from '../protocol/stream.js';
import { avatarDataGet, readAvatarData } from '../protocol/user-avatar.js';
import { readVCardPhoto, vCardGet } from '../protocol/vcard-photo.js';
import type { PictureSource } from './picture-ids.js';

/**
 * Asks for somebody's picture.
 *
 * @returns `undefined` for what is not the picture that was announced, or none that may be shown
 * @throws NotConnectedError, NoResponseError or StanzaError
 */
export async function fetchPicture(stream: Stream, jid: string, { kind, id }: PictureSource): Promise<Picture | undefined> {
  const base64 = kind === 'avatar' ? readAvatarData(await stream.request(avatarDataGet(jid, id))) : readVCardPhoto(await stream.request(vCardGet(jid)));
  const bytes = base64 === undefined ? undefined : decodePicture(base64);
  return bytes && checkPicture(bytes, id);
}

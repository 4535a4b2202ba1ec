import { MAX_PICTURE_BYTES } from './picture-data.js';
import { parseJid } from './jid.js';
import { readPictureId } from './vcard-photo.js';
import { child, children, element, textOf, type XmlElement } from './xml.js';

/** The newer way of pictures (XEP-0084), over personal eventing (XEP-0163). */
const METADATA_NS = 'urn:xmpp:avatar:metadata';
const DATA_NS = 'urn:xmpp:avatar:data';
const PUBSUB_NS = 'http://jabber.org/protocol/pubsub';
const EVENT_NS = 'http://jabber.org/protocol/pubsub#event';

/** Among our capabilities it makes their servers tell us of new pictures (XEP-0163 §4.3.2). */
export const AVATAR_NOTIFY = `${METADATA_NS}+notify`;

/** Somebody has another picture. */
export interface AvatarEvent {
  /** Prepared bare address. */
  readonly from: string;
  /** `''`: none any more; `undefined`: one that cannot be had from their server. */
  readonly id: string | undefined;
}

/** `undefined` for every other message. Only an account as a whole has a picture, none of its resources. */
export function readAvatarEvent(message: XmlElement): AvatarEvent | undefined {
  const event = message.attrs.type === 'error' ? undefined : child(message, 'event', EVENT_NS);
  const items = event && child(event, 'items', EVENT_NS);
  const from = parseJid(message.attrs.from ?? '');
  if (items?.attrs.node !== METADATA_NS || !from || from.resource !== '') return undefined;
  const item = child(items, 'item', EVENT_NS);
  const metadata = item && child(item, 'metadata', METADATA_NS);
  return metadata && { from: from.bare, id: readMetadata(metadata) };
}

/** XEP-0084 §4.2: of several formats the first that is kept with the data; one behind a URL would tell others who looks at it. */
function readMetadata(metadata: XmlElement): string | undefined {
  const infos = children(metadata, 'info', METADATA_NS);
  if (infos.length === 0) return '';
  const usable = infos.find(({ attrs }) => attrs.url === undefined && readPictureId(attrs.id) && !(Number(attrs.bytes) > MAX_PICTURE_BYTES));
  return readPictureId(usable?.attrs.id);
}

/** XEP-0084 §3.3. */
export function avatarDataGet(to: string, id: string): XmlElement {
  const items = element('items', { node: DATA_NS }, element('item', { id }));
  return element('iq', { type: 'get', to }, element('pubsub', { xmlns: PUBSUB_NS }, items));
}

/** The picture in base64. */
export function readAvatarData(iq: XmlElement): string | undefined {
  const pubsub = child(iq, 'pubsub', PUBSUB_NS);
  const items = pubsub && child(pubsub, 'items', PUBSUB_NS);
  const item = items && child(items, 'item', PUBSUB_NS);
  const data = item && child(item, 'data', DATA_NS);
  return data && textOf(data);
}

import { bareJid } from '../protocol/jid.js';
import type { Stream } from '../protocol/stream.js';
import { readAvatarEvent } from '../protocol/user-avatar.js';
import { readPhotoHash } from '../protocol/vcard-photo.js';
import type { XmlElement } from '../protocol/xml.js';
import type { AccountState } from './account-state.js';
import { isSubscribedTo } from './contact.js';
import type { Pictures } from './pictures.js';

/** What travels in about pictures. It looks at nothing else in a stanza. */
export class PictureSync {
  constructor(
    stream: Stream,
    private readonly account: AccountState,
    private readonly pictures: Pictures,
  ) {
    stream.observe({
      onState: () => void (account.jid !== undefined && pictures.begin(account.jid)),
      onPresence: (stanza) => this.#receivePresence(stanza),
      onMessage: (stanza) => this.#receiveMessage(stanza),
    });
  }

  #receivePresence(stanza: XmlElement): void {
    const hash = stanza.attrs.type === undefined ? readPhotoHash(stanza) : undefined;
    if (hash === undefined) return;
    const jid = stanza.attrs.from === undefined ? this.account.jid : bareJid(stanza.attrs.from);
    if (jid !== undefined && isWelcome(this.account, jid)) this.pictures.note('vcard', jid, hash);
  }

  #receiveMessage(stanza: XmlElement): void {
    const event = readAvatarEvent(stanza);
    if (event && isWelcome(this.account, event.from)) this.pictures.note('avatar', event.from, event.id);
  }
}

/** Those whose presence we see, and ourselves; nobody else learns that we look, and nobody we block is looked at. */
export function isWelcome({ jid: own, roster, blockList }: AccountState, jid: string): boolean {
  return (jid === own || isSubscribedTo(roster.get(jid))) && !blockList.blocks(jid);
}

import type { ReactiveController } from 'lit';
import { MinuteClock } from '../../context/minute-clock.js';
import { PictureUrls } from '../../context/picture-urls.js';
import type { Contact } from '../../state/contact.js';
import type { Session } from '../../state/session.js';
import { idleWords } from '../idle-words.js';
import { prepareWords } from '../words.js';
import type { ContactRenderer } from './own-content.js';
import type { ContactAction } from './row-actions.js';
import type { RosterSettings } from './roster-settings.js';
import { readUnread, type UnreadCounts } from './unread.js';

/** What a contact's row shows besides the contact. */
export interface RowContent {
  /** The URL of the picture; `undefined` where there is none, or not yet. */
  readonly picture: string | undefined;
  readonly unread: number;
  /** "idle for 12 min", or `''`. */
  readonly idle: string;
  /** What tells the contact from others of the same name, or `''`. */
  readonly distinction: string;
  readonly actions: readonly ContactAction[];
  readonly renderer: ContactRenderer | undefined;
  /** What is looked for and marked in the name, folded. */
  readonly terms: readonly string[];
}

/** Gathers it for the rows that are rendered, and for no others. */
export class RowContents implements ReactiveController {
  readonly #clock: MinuteClock;
  readonly #pictures: PictureUrls;
  #counts: UnreadCounts | undefined;
  #unread: ReadonlyMap<string, number> = new Map();

  constructor(
    private readonly host: RosterSettings,
    session: () => Session | undefined,
  ) {
    this.#clock = new MinuteClock(host);
    this.#pictures = new PictureUrls(host, session);
    host.addController(this);
  }

  hostConnected(): void {
    prepareWords();
  }

  hostUpdate(): void {
    if (this.host.unread === this.#counts) return;
    this.#counts = this.host.unread;
    this.#unread = readUnread(this.#counts);
  }

  of(contact: Contact, session: Session, terms: readonly string[]): RowContent {
    return {
      picture: this.#pictures.of(contact.jid),
      unread: this.#unread.get(contact.jid) ?? 0,
      idle: idleWords(contact, () => this.#clock.now(session.clock)),
      distinction: session.distinction(contact.jid),
      actions: this.host.contactActions ?? [],
      renderer: this.host.renderContact,
      terms,
    };
  }
}

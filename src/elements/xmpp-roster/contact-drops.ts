import type { Session } from '../../state/session.js';
import type { GroupName } from '../../state/roster-edits.js';
import type { ErrorLine } from '../error-line.js';
import { XmppContactMoveEvent, type ContactMoveDetail } from '../events.js';
import { words } from '../messages/messages.js';
import { quoted } from '../words.js';
import { isPossibleDrop } from './drop-effect.js';
import type { PendingMoves } from './pending-moves.js';
import type { Drag } from './pointer-drag.js';
import { groupTitle } from './section-title.js';

/** What becomes of a contact that is dropped: the page is asked, the server told, and a refusal said in words. */
export class ContactDrops {
  constructor(
    private readonly host: HTMLElement,
    private readonly session: () => Session | undefined,
    private readonly moves: PendingMoves,
    private readonly errors: ErrorLine,
  ) {}

  /** The group in which a drop now would land. */
  target(drag: Drag | undefined): GroupName | undefined {
    return drag && this.#isPossible(drag) ? drag.target : undefined;
  }

  drop(drag: Drag): void {
    const { row, target, copy } = drag;
    if (target === undefined || !this.#isPossible(drag)) return;
    void this.#move({ jid: row.jid, from: row.group, to: target, copy: copy && target !== null });
  }

  #isPossible(drag: Drag): boolean {
    const session = this.session();
    return session !== undefined && isPossibleDrop(drag, session.contact(drag.row.jid));
  }

  async #move(detail: ContactMoveDetail): Promise<void> {
    const session = this.session();
    if (!session || !this.host.dispatchEvent(new XmppContactMoveEvent(detail))) return;
    const action = quoted(words().roster.moving(session.contact(detail.jid).name, groupTitle(detail.to)));
    await this.errors.attempt(action, () => this.moves.move(session, detail));
  }
}

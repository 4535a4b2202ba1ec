import type { RosterItem } from '../../../protocol/roster.js';
import type { PendingMove } from '../../../state/grouped-roster.js';
import type { Session } from '../../../state/session.js';
import type { ContactMoveDetail } from '../../events.js';

interface Move extends PendingMove {
  readonly session: Session;
  /** As it stood when the move began. */
  readonly item: RosterItem | undefined;
}

/**
 * Moves under way. The row is at its target at once, as a picture; the roster is written by the push alone, so that
 * there is nothing to take back when the server refuses.
 */
export class PendingMoves {
  readonly #moves = new Map<string, Move>();

  constructor(
    /** Draws the picture of a move, or ends it. */
    private readonly picture: (jid: string, move: PendingMove | undefined) => void,
    private readonly changed: () => void,
  ) {}

  has(jid: string): boolean {
    return this.#moves.has(jid);
  }

  /** Shows it as moved, until the server has stated the contact anew. @returns what ends it before */
  begin(session: Session, { jid, from, to, copy }: ContactMoveDetail): () => void {
    const move = { session, item: session.contact(jid).item, from, to, copy };
    this.#moves.set(jid, move);
    this.picture(jid, move);
    this.changed();
    return () => this.#settle(jid, move);
  }

  /** Ends the pictures of those whose roster item the server has stated anew. */
  settlePushed(session: Session, jids: Iterable<string>): void {
    for (const jid of jids) {
      const move = this.#moves.get(jid);
      if (move && session.contact(jid).item !== move.item) this.#settle(jid, move);
    }
  }

  /** The roster was read anew: what still waits for its push is pictured in it too. */
  resume(session: Session): void {
    for (const [jid, move] of this.#moves) {
      if (move.session === session && session.contact(jid).item === move.item) this.picture(jid, move);
      else this.#moves.delete(jid);
    }
  }

  #settle(jid: string, move: object): void {
    if (this.#moves.get(jid) !== move) return;
    this.#moves.delete(jid);
    this.picture(jid, undefined);
    this.changed();
  }
}

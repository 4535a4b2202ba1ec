import type { ContactMove, MoveOutcome, MoveProgress, MoveResult, SkipReason } from '../../../state/contact-moves.js';
import type { Session } from '../../../state/session.js';
import type { ErrorLine } from '../../error-line.js';
import { words } from '../../messages/messages.js';
import { quoted } from '../../words.js';
import type { Toast } from './toast.js';

/** Fewer than this are done before one could look at their progress. */
const FEW = 5;
const REASONS: readonly LeftOut['reason'][] = ['already-there', 'locked', 'gone', 'waiting'];

/** Whom a move does not concern, and why. `waiting`: their last one is not settled yet. */
export interface LeftOut {
  readonly jid: string;
  readonly status: 'skipped';
  readonly reason: SkipReason | 'waiting';
}

/** What is done, in words. */
export interface Task {
  /** "Moving Ann to Friends" */
  readonly doing: string;
  /** @param who whom it has worked for: "Ann", "12 contacts" */
  readonly done: (who: string) => string;
  /** Called once nobody is left for whom it has failed, or who is locked: at the first go or at one of the next. */
  readonly completed?: () => void;
}

export interface RunOptions {
  /** What the server need not be asked for. */
  readonly skipped?: readonly LeftOut[];
  /** Called for each as it is settled. */
  readonly settled?: (outcome: MoveOutcome) => void;
}

/** Carries moves out and says what became of them: a toast with "Undo", an error line with "Try again". */
export class MoveRunner {
  #last: { readonly session: Session; readonly result: MoveResult } | undefined;

  constructor(
    private readonly session: () => Session | undefined,
    private readonly errors: ErrorLine,
    private readonly toast: Toast,
  ) {}

  /** @returns what became of each */
  async run(moves: readonly ContactMove[], task: Task, { skipped = [], settled }: RunOptions = {}): Promise<MoveResult> {
    const session = this.session();
    if (!session) return [];
    this.errors.clear();
    const onProgress = ({ outcome, ...progress }: MoveProgress): void => {
      settled?.(outcome);
      this.#showProgress(task, progress);
    };
    const result = await session.moveContacts(moves, { onProgress });
    if (isComplete(result)) task.completed?.();
    this.#report(session, [...result, ...skipped], task, true);
    this.#reportFailures(result, task);
    return result;
  }

  /** Says why there is nobody to move. */
  leaveOut(skipped: readonly LeftOut[]): void {
    const { sentence, done } = words().moving;
    this.toast.show({ text: sentence([done.nothing, ...skippedWords(skipped)]) });
  }

  /** Takes back what was moved last. @returns whether there was anything */
  undo(): boolean {
    const last = this.#last;
    if (!last || last.session !== this.session()) return false;
    void this.#undo(last.session, last.result);
    return true;
  }

  async #undo(session: Session, result: MoveResult): Promise<void> {
    const { doing, done } = words().moving;
    this.#last = undefined;
    const task: Task = { doing: doing.undo, done: () => done.undone };
    const undone = await session.undoMove(result, { onProgress: (progress) => this.#showProgress(task, progress) });
    this.#report(session, undone, task, false);
    this.#reportFailures(undone, task);
  }

  #showProgress({ doing }: Task, { done, total }: Pick<MoveProgress, 'done' | 'total'>): void {
    if (total >= FEW) this.toast.show({ text: doing, progress: { done, total } });
  }

  #report(session: Session, result: readonly (MoveOutcome | LeftOut)[], task: Task, canUndo: boolean): void {
    const { moving } = words();
    const moved = result.filter((one) => one.status === 'moved');
    const failed = result.filter(({ status }) => status === 'failed').length;
    if (failed > 0 && moved.length === 0) return this.toast.close();
    const parts = [
      moved.length > 0 ? task.done(whoOf(session, moved)) : moving.done.nothing,
      ...skippedWords(result),
      ...(failed > 0 ? [moving.failed(failed)] : []),
    ];
    const isUndoable = canUndo && moved.length > 0;
    if (isUndoable) this.#last = { session, result: moved };
    this.toast.show({ text: moving.sentence(parts), actions: isUndoable ? [{ label: moving.undo, run: () => void this.#undo(session, moved) }] : [] });
  }

  #reportFailures(result: MoveResult, task: Task): void {
    const failed = result.filter((one) => one.status === 'failed');
    const retry = (): void => void this.run(failed.map(({ move }) => move), task);
    if (failed[0]) this.errors.fail(task.doing, failed[0].error, { label: words().moving.retry, run: retry });
  }
}

function skippedWords(result: readonly (MoveOutcome | LeftOut)[]): string[] {
  const counts = REASONS.map((reason) => [reason, result.filter((one) => one.status === 'skipped' && one.reason === reason).length] as const);
  return counts.filter(([, count]) => count > 0).map(([reason, count]) => words().moving.skipped[reason](count));
}

function isComplete(result: MoveResult): boolean {
  return result.length > 0 && result.every((one) => one.status === 'moved' || (one.status === 'skipped' && one.reason !== 'locked'));
}

/** One by their name, several by their number. */
export function whoOf(session: Session, contacts: readonly { readonly jid: string }[]): string {
  const jids = new Set(contacts.map(({ jid }) => jid));
  const [jid = ''] = jids;
  return jids.size === 1 ? quoted(session.contact(jid).name) : words().moving.contacts(jids.size);
}

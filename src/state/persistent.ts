import { NoResponseError, NotConnectedError } from '../protocol/errors.js';
import type { Readiness } from './readiness.js';

/**
 * Does what may be done twice, in the next session if there is none now, and again there when the connection ended before
 * the answer: it has to look at what is true then. Only as the account as which it was begun.
 *
 * @param action what it is, for the error
 * @param attempt told whether it may have taken effect already
 * @throws NotConnectedError or NoResponseError when no session of that account is sought any more, and whatever the attempt throws
 */
export async function persistently<Result>(
  readiness: Readiness,
  action: string,
  attempt: (isAgain: boolean) => Promise<Result>,
): Promise<Result> {
  const { account } = readiness;
  for (let lost: Error | undefined; ; ) {
    // What can be done at once is done at once, before anything else is.
    if (!readiness.isReady && readiness.account === account) await readiness.wait(action).catch((error: unknown) => { throw lost ?? error; });
    if (readiness.account !== account) throw lost ?? new NotConnectedError(action);
    const { session } = readiness;
    try {
      return await attempt(lost !== undefined);
    } catch (error) {
      if (!isLoss(error) || (readiness.isReady && readiness.session === session)) throw error;
      lost = error;
    }
  }
}

function isLoss(error: unknown): error is Error {
  return error instanceof NotConnectedError || error instanceof NoResponseError;
}

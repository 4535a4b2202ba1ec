import type { ConnectionFailure } from '../stream.js';

/** We do not sign in like that: nothing that could be misused was sent. */
export class SignInError extends Error {
  override readonly name = 'SignInError';
  constructor(readonly failure: ConnectionFailure) {
    super(failure.condition ?? failure.kind);
  }
}

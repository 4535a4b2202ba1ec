import { ScramError } from './sasl/scram.js';
import { SignInError } from './sasl/sign-in-error.js';
import type { ConnectionFailure } from './stream.js';

/** RFC 6120 §4.9.3: stream errors after which the same attempt can only end the same way, or would fight another client. */
const FINAL_STREAM_ERRORS: ReadonlySet<string> = new Set([
  'conflict', 'host-gone', 'host-unknown', 'improper-addressing', 'invalid-namespace', 'not-authorized',
  'policy-violation', 'unsupported-stanza-type', 'unsupported-version',
]);

/** ejabberd and MongooseIM say `conflict` whenever they end a session. The text tells why; one that is not here an administrator wrote, or it is in another language. */
const CONFLICTS: ReadonlyMap<string, string> = new Map([['Replaced by new connection', 'conflict'], ['User removed', 'not-authorized']]);

/** What ended an attempt or a stream, read from what the client library or the platform threw. */
export function failureOf(error: unknown): ConnectionFailure {
  const { name = '', condition, text } = (error ?? {}) as { name?: string; condition?: string; text?: string };
  if (error instanceof SignInError) return error.failure;
  if (error instanceof ScramError) return { kind: 'server-signature', text: error.message, final: true };
  if (name === 'SASLError') return saslFailure(condition, text);
  if (name === 'StreamError') return streamFailure(condition, text);
  if (name === 'StanzaError') return { kind: 'stream-error', condition, text, final: true };
  if (name === 'TimeoutError') return { kind: 'timeout', final: false };
  if (name === 'XMLError') return { kind: 'malformed', text: messageOf(error), final: false };
  return { kind: 'unreachable', text: messageOf(error), final: false };
}

/** The same after a token was tried. It is not typed: what helps is a fresh one. */
export function tokenFailureOf(error: unknown): unknown {
  const { kind, text, final } = failureOf(error);
  return kind === 'authentication' && final ? new SignInError({ kind, condition: 'token-refused', text, final }) : error;
}

function streamFailure(said: string | undefined, text: string | undefined): ConnectionFailure {
  const condition = said === 'conflict' && text ? (CONFLICTS.get(text) ?? 'ended') : said;
  return { kind: 'stream-error', condition, text, final: FINAL_STREAM_ERRORS.has(said ?? '') };
}

function saslFailure(condition: string | undefined, text: string | undefined): ConnectionFailure {
  // The library's own error, thrown before anything is tried, has a sentence where a condition would be.
  if (condition?.startsWith('SASL:')) return { kind: 'no-mechanism', final: true };
  // RFC 6120 §6.5.11: a temporary failure is the one that may pass.
  return { kind: 'authentication', condition, text, final: condition !== 'temporary-auth-failure' };
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

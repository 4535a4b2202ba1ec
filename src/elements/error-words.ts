import type { ConnectionFailure } from '../protocol/stream.js';
import { foreignText } from './foreign-text.js';
import { words } from './messages/messages.js';

/** What that list of texts has for a condition that some server named. */
function textFor(texts: Readonly<Record<string, string>>, condition: string): string | undefined {
  return Object.hasOwn(texts, condition) ? texts[condition] : undefined;
}

/**
 * Why there is no connection, and what to do about it, in a sentence or two.
 * @param wasAccepted whether the server has accepted the same credentials before
 */
export function failureText(failure: ConnectionFailure, wasAccepted = false): string {
  const { kind, condition = '', text = '', url = '' } = failure;
  const { connection } = words();
  switch (kind) {
    case 'authentication':
      if (wasAccepted && condition === 'not-authorized') return connection.streamError[condition];
      return textFor(connection.authentication, condition) ?? `${connection.otherAuthentication(condition)} ${text}`.trim();
    case 'no-mechanism':
      return condition === 'weaker' ? connection.weaker(text) : connection.noMechanism;
    case 'server-signature':
      return `${connection.serverSignature} ${text}`.trim();
    case 'configuration':
      return condition === 'page-sign-in' ? connection.pageSignIn(url) : text || connection.configuration;
    case 'no-network':
      return connection.noNetwork;
    case 'timeout':
      return connection.timeout;
    case 'stream-error':
      if (condition === 'ended') return connection.ended(foreignText(text));
      return textFor(connection.streamError, condition) ?? `${connection.otherStreamError(condition)} ${text}`.trim();
    case 'malformed':
      return connection.malformed;
    case 'unreachable':
      return unreachableText(failure);
  }
}

/** The same while the connection is sought again. Without a network nothing is tried. */
export function passingText(failure: ConnectionFailure): string {
  const text = failureText(failure);
  return failure.kind === 'no-network' ? text : words().connection.retrying(text);
}

function unreachableText({ condition, text = '', url = '', instead = '', lookUps = [] }: ConnectionFailure): string {
  const { unreached, unreachable, lookUp } = words().connection;
  switch (condition) {
    case 'no-tls':
      return unreached.noTls(url);
    case 'bad-certificate':
      return unreached.badCertificate(url);
    case 'not-enabled':
      return unreached.notEnabled(url);
    case 'wrong-path':
      return unreached.wrongPath(url, instead);
    case 'no-service':
      return unreached.noService(url, lookUps.map((one) => lookUp[one.problem](one.url, String(one.status ?? ''))).join(' '));
    case 'no-credentials':
      return unreached.noCredentials(url);
    case 'credentials-failed':
      return unreached.credentialsFailed(text.replace(/[.。]$/, ''));
    default:
      return unreachable;
  }
}

interface StanzaErrorLike extends Error {
  readonly condition?: string | undefined;
  readonly text?: string | undefined;
}

/** Why a server refused, as the second half of a sentence. */
export function refusalText({ condition = '', message, text }: StanzaErrorLike): string {
  const { errors } = words();
  return errors.reason(textFor(errors.condition, condition) ?? errors.otherCondition(condition || message), text ?? '');
}

/** Why what the user asked for did not happen. */
export function errorText(action: string, error: StanzaErrorLike): string {
  const { errors } = words();
  if (error.name === 'NotConnectedError') return errors.unconnected(action);
  if (error.name === 'NoResponseError') return errors.unanswered(action);
  return errors.failed(action, refusalText(error));
}

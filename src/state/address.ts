import { StanzaError } from '../protocol/errors.js';
import { parseJid } from '../protocol/jid.js';

/** RFC 6121 §3.1.1: whatever was typed, it is the bare address that is meant; `undefined` for none. */
export function readAddress(jid: string): string | undefined {
  return parseJid(jid.trim())?.bare;
}

/** @throws StanzaError `jid-malformed` */
export function requireAddress(jid: string): string {
  return readAddress(jid) ?? fail(jid);
}

function fail(jid: string): never {
  throw new StanzaError('jid-malformed', `“${jid}” is no address.`, 'modify');
}

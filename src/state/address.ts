import { StanzaError } from '../protocol/errors.js';
import { parseJid } from '../protocol/jid.js';

/** RFC 6121 §3.1.1: whatever was typed, it is the bare address that is meant. @throws StanzaError `jid-malformed` */
export function requireAddress(jid: string): string {
  const parsed = parseJid(jid.trim());
  if (!parsed) throw new StanzaError('jid-malformed', `“${jid}” is no address.`, 'modify');
  return parsed.bare;
}

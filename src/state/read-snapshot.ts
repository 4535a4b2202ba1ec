import { bareJid } from '../protocol/jid.js';
import { isRecord } from './is-record.js';
import { isKeptPresence } from './kept-presence.js';
import { readCachedRoster } from './roster-cache.js';
import type { SessionSnapshot } from './session-snapshot.js';

const TYPES: ReadonlySet<unknown> = new Set(['available', 'unavailable']);

type Check = (value: unknown) => boolean;

const isText: Check = (value) => typeof value === 'string';
const isOptionalText: Check = (value) => value === undefined || typeof value === 'string';
const isList = (value: unknown, isItem: Check): boolean => Array.isArray(value) && value.every(isItem);
const areEntries = (value: unknown, isValue: Check): boolean =>
  isList(value, (entry) => Array.isArray(entry) && entry.length === 2 && typeof entry[0] === 'string' && isValue(entry[1]));

/** Whether that is a session's snapshot, as it was kept or came from another tab: all that we would not have written is none. */
export function isSessionSnapshot(data: unknown): data is SessionSnapshot {
  if (!isRecord(data) || data['format'] !== 1) return false;
  const { jid, roster, presences, settled, presence, requests, requestErrors, nicks, directed, blocked } = data;
  return typeof jid === 'string' && jid === bareJid(jid) && readCachedRoster(roster) !== undefined && typeof settled === 'boolean'
    && areEntries(presences, isKeptPresence) && isOwnPresence(presence)
    && areEntries(requests, (words) => isRecord(words) && isOptionalText(words['nick']) && isOptionalText(words['status']))
    && areEntries(requestErrors, (error) => isRecord(error) && isText(error['condition']) && isOptionalText(error['text']) && isOptionalText(error['type']))
    && areEntries(nicks, isText) && areEntries(directed, (value) => typeof value === 'boolean')
    && (blocked === undefined || blocked === null || isList(blocked, isText));
}

function isOwnPresence(data: unknown): boolean {
  if (!isRecord(data)) return false;
  const { type, show, status, priority, confirmed } = data;
  return TYPES.has(type) && isOptionalText(show) && isOptionalText(status) && typeof confirmed === 'boolean' && (priority === undefined || Number.isInteger(priority));
}

import { parseJid } from './jid.js';
import { parseXml } from './xml-text.js';

/**
 * What it takes to go on with a stream over another socket (XEP-0198 §5), in this page or in another one: plain data
 * that survives structured cloning and JSON. Good for one use only: a stream goes on in one place.
 */
export interface StreamResumption {
  /** The server's name for the stream, `previd` when it is resumed. A secret: whoever is signed in and knows it takes the stream over. */
  readonly id: string;
  /** The bound full JID, which stays. */
  readonly jid: string;
  /** How many stanzas of the server's were handled, modulo 2³². */
  readonly inbound: number;
  /** How many of our stanzas the server has acknowledged, modulo 2³². */
  readonly outbound: number;
  /** Our stanzas that the server has not acknowledged, as XML, oldest first. */
  readonly unacknowledged: readonly string[];
  /** Namespaces of the features that the server offered. */
  readonly features: readonly string[];
  /** How long after the loss the server keeps the stream, in seconds; absent: it did not say. */
  readonly max?: number | undefined;
  /** When this was taken, in ms since 1970. */
  readonly takenAt: number;
}

/** What a server that does not say is taken to keep a stream for, in seconds. */
const UNSTATED_MAX = 300;
/** More of ours is never unacknowledged: acknowledgements are asked for all the time. */
const MAX_UNACKNOWLEDGED = 10_000;
/** XEP-0198 §3 allows names of 4,000 bytes. */
const MAX_ID = 4_000;
const MAX_FEATURES = 1_000;

/** When the server gives the stream up if it was lost at that moment, in ms since 1970. */
export function resumableUntil({ max = UNSTATED_MAX }: Pick<StreamResumption, 'max'>, lostAt: number): number {
  return lostAt + max * 1_000;
}

/** Reads back what was kept; `undefined` for anything but a resumption. */
export function readResumption(value: unknown): StreamResumption | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { id, jid, inbound, outbound, unacknowledged, features, max, takenAt } = value as Record<keyof StreamResumption, unknown>;
  if (!isText(id, MAX_ID) || !isFullJid(jid) || !isCount(inbound) || !isCount(outbound) || !isTime(takenAt)) return undefined;
  if (!areTexts(unacknowledged, MAX_UNACKNOWLEDGED) || !unacknowledged.every(isXml) || !areTexts(features, MAX_FEATURES)) return undefined;
  if (max !== undefined && !isTime(max)) return undefined;
  return { id, jid, inbound, outbound, unacknowledged: [...unacknowledged], features: [...features], max, takenAt };
}

function isText(value: unknown, longest = Infinity): value is string {
  return typeof value === 'string' && value !== '' && value.length <= longest;
}

function areTexts(value: unknown, most: number): value is readonly string[] {
  return Array.isArray(value) && value.length <= most && value.every((item) => isText(item));
}

function isXml(text: string): boolean {
  try {
    parseXml(text);
    return true;
  } catch {
    return false;
  }
}

function isFullJid(value: unknown): value is string {
  return isText(value) && (parseJid(value)?.resource ?? '') !== '';
}

function isCount(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 0 && (value as number) < 2 ** 32;
}

function isTime(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0;
}

import { SHOWS } from '../protocol/presence.js';
import type { ResourcePresence } from './contact.js';
import { isRecord } from './is-record.js';
import type { PresenceRecord } from './presence-store.js';

/** One connected client of a person, with times in ms since 1970. */
export type KeptResource = Omit<ResourcePresence, 'idleSince'> & { readonly idleSince?: number | undefined };

/** What was known of one address, with times in ms since 1970. */
export interface KeptPresence {
  readonly resources: readonly KeptResource[];
  readonly changedAt?: number | undefined;
  readonly lastSeen?: number | undefined;
  readonly lastStatus?: string | undefined;
}

export function writePresenceRecord({ resources, changedAt, lastSeen, lastStatus }: PresenceRecord): KeptPresence {
  return {
    resources: resources.map(({ idleSince, ...resource }) => ({ ...resource, ...(idleSince ? { idleSince: idleSince.getTime() } : {}) })),
    ...(changedAt === undefined ? {} : { changedAt }),
    ...(lastSeen ? { lastSeen: lastSeen.getTime() } : {}),
    ...(lastStatus === undefined ? {} : { lastStatus }),
  };
}

export function readPresenceRecord({ resources, changedAt, lastSeen, lastStatus }: KeptPresence): PresenceRecord {
  return {
    resources: resources.map(({ idleSince, ...resource }) => ({ ...resource, ...(idleSince === undefined ? {} : { idleSince: new Date(idleSince) }) })),
    changedAt,
    lastSeen: lastSeen === undefined ? undefined : new Date(lastSeen),
    lastStatus,
  };
}

/** Whether that is what `writePresenceRecord` writes. */
export function isKeptPresence(data: unknown): data is KeptPresence {
  if (!isRecord(data)) return false;
  const { resources, changedAt, lastSeen, lastStatus } = data;
  return Array.isArray(resources) && resources.every(isKeptResource) && isTime(changedAt) && isTime(lastSeen) && isText(lastStatus);
}

function isKeptResource(data: unknown): data is KeptResource {
  if (!isRecord(data)) return false;
  const { resource, show, status, priority, idleSince } = data;
  return typeof resource === 'string' && (show === undefined || SHOWS.has(show)) && isText(status) && Number.isInteger(priority) && isTime(idleSince);
}

function isText(value: unknown): boolean {
  return value === undefined || typeof value === 'string';
}

function isTime(value: unknown): boolean {
  return value === undefined || (typeof value === 'number' && Number.isFinite(value));
}

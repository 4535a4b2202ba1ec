import { bareJid } from '../protocol/jid.js';
import { isRecord } from './is-record.js';
import type { RosterSort } from './roster-section.js';
import { isSectionId, type SectionId } from './sections.js';

/** Who is listed: everybody, who is online, or who can be talked to now. */
export type RosterFilter = 'everyone' | 'online' | 'available';

/** How somebody wants to see their contact list, wherever they are. */
export interface ViewData {
  readonly collapsed: ReadonlySet<SectionId>;
  /** Prepared bare addresses. */
  readonly favourites: ReadonlySet<string>;
  /** Whose presence is said aloud when it changes; prepared bare addresses. */
  readonly announced: ReadonlySet<string>;
  /** Groups as put by hand; `undefined`: by name. */
  readonly order: readonly string[] | undefined;
  readonly sort: RosterSort;
  readonly filter: RosterFilter;
  /** What another version wrote and this one does not know. */
  readonly others: Readonly<Record<string, unknown>>;
}

/** A change that can be made to what another page has written meanwhile, too. */
export type ViewEdit = (data: ViewData) => ViewData;

export const DEFAULT_VIEW: ViewData = { collapsed: new Set(), favourites: new Set(), announced: new Set(), order: undefined, sort: 'availability', filter: 'everyone', others: {} };

const SORTS: ReadonlySet<unknown> = new Set<RosterSort>(['availability', 'name', 'activity']);
const FILTERS: ReadonlySet<unknown> = new Set<RosterFilter>(['everyone', 'online', 'available']);
/** Servers limit a stanza to 64 kB or more; each of the lists has its share. In characters as written. */
const LONGEST = 8_000;
/** More was not written by us. */
const LONGEST_READ = 100_000;

/** Reads what was kept. What makes no sense is left out; `undefined` where nothing does. */
export function readView(text: string): ViewData | undefined {
  if (text === '' || text.length > LONGEST_READ) return undefined;
  try {
    const data: unknown = JSON.parse(text);
    return isRecord(data) ? readRecord(data) : undefined;
  } catch {
    return undefined;
  }
}

function readRecord({ collapsed, favourites, announced, order, sort, filter, ...others }: Record<string, unknown>): ViewData {
  return {
    collapsed: new Set(texts(collapsed).filter(isSectionId)),
    favourites: addresses(favourites),
    announced: addresses(announced),
    order: Array.isArray(order) ? [...new Set(texts(order))] : undefined,
    sort: SORTS.has(sort) ? (sort as RosterSort) : DEFAULT_VIEW.sort,
    filter: FILTERS.has(filter) ? (filter as RosterFilter) : DEFAULT_VIEW.filter,
    others,
  };
}

/** As JSON, no longer than servers take: of what is too much the oldest goes, of an order its end. */
export function writeView({ collapsed, favourites, announced, order, sort, filter, others }: ViewData): string {
  const lists = { collapsed: newest(collapsed), favourites: newest(favourites), announced: newest(announced) };
  const known = { ...lists, order: order && newest([...order].reverse()).reverse(), sort, filter };
  const whole = JSON.stringify({ ...others, ...known });
  return JSON.stringify(others).length > LONGEST ? JSON.stringify(known) : whole;
}

/** As many from the end as there is room for. */
function newest(values: Iterable<string>): string[] {
  const kept: string[] = [];
  let room = LONGEST;
  for (const value of [...values].reverse()) {
    room -= JSON.stringify(value).length + 1;
    if (room < 0) break;
    kept.push(value);
  }
  return kept.reverse();
}

function addresses(data: unknown): Set<string> {
  return new Set(texts(data).filter((jid) => bareJid(jid) === jid));
}

function texts(data: unknown): string[] {
  return Array.isArray(data) ? data.filter((value): value is string => typeof value === 'string') : [];
}

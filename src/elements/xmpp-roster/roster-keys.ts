import type { RosterRow, RosterRows } from './roster-rows.js';

/** What a key asks for (APG treegrid, rows first). */
export type KeyAction =
  | { readonly kind: 'go'; readonly index: number }
  | { readonly kind: 'expand' | 'collapse' | 'toggle' | 'activate' };

const PAGE = 10;

/** What the key means on that row; `undefined` when it means nothing to the list. */
export function actionOf(key: string, rows: RosterRows, index: number, rtl: boolean): KeyAction | undefined {
  const row = rows.at(index);
  if (!row) return undefined;
  const [inwards, outwards] = rtl ? ['ArrowLeft', 'ArrowRight'] : ['ArrowRight', 'ArrowLeft'];
  if (key === inwards) return goInwards(row, rows.at(index + 1), index);
  if (key === outwards) return goOutwards(row, rows);
  const target = targetOf(key, index, rows.length - 1);
  if (target !== undefined) return { kind: 'go', index: target };
  if (key === 'Enter' || (key === ' ' && row.kind === 'group')) return { kind: row.kind === 'group' ? 'toggle' : 'activate' };
  // On a contact the space bar would scroll the page.
  return key === ' ' ? { kind: 'go', index } : undefined;
}

/** The row that a key goes to from another, among those up to the last. */
export function targetOf(key: string, index: number, last: number): number | undefined {
  switch (key) {
    case 'ArrowDown':
      return Math.min(index + 1, last);
    case 'ArrowUp':
      return Math.max(index - 1, 0);
    case 'PageDown':
      return Math.min(index + PAGE, last);
    case 'PageUp':
      return Math.max(index - PAGE, 0);
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return undefined;
  }
}

function goInwards(row: RosterRow, next: RosterRow | undefined, index: number): KeyAction | undefined {
  if (row.kind !== 'group') return undefined;
  if (!row.expanded) return { kind: 'expand' };
  // A group may list nobody.
  return next && next.level > row.level ? { kind: 'go', index: index + 1 } : undefined;
}

function goOutwards(row: RosterRow, rows: RosterRows): KeyAction | undefined {
  if (row.kind === 'group' && row.expanded) return { kind: 'collapse' };
  const outer = row.kind === 'group' ? row.parent : row.section;
  return outer && { kind: 'go', index: rows.indexOf({ section: outer }) };
}

import { compareNames } from '../../state/name-order.js';

/** A group that may be meant. */
export interface GroupChoice {
  readonly group: string;
  /** Whether nobody is in it yet. */
  readonly isNew: boolean;
}

/** More than this nobody looks through: typing narrows it down. */
const MOST = 50;

const folded = (text: string): string => text.normalize('NFKC').toLocaleLowerCase();

/** The group that the text names: one that is there, whatever its case, else a new one; `undefined` for no text. */
export function groupNamed(text: string, known: readonly string[]): string | undefined {
  const name = text.trim();
  if (name === '') return undefined;
  return known.includes(name) ? name : (known.find((group) => folded(group) === folded(name)) ?? name);
}

/** What a text may be completed to, those that begin with it first; what is new last. */
export function groupChoices(text: string, known: readonly string[], chosen: readonly string[]): readonly GroupChoice[] {
  const wanted = folded(text.trim());
  const begins = (group: string): number => (folded(group).startsWith(wanted) ? 0 : 1);
  const matching = known.filter((group) => !chosen.includes(group) && folded(group).includes(wanted));
  matching.sort((a, b) => begins(a) - begins(b) || compareNames(a, b));
  const choices = matching.slice(0, MOST).map((group) => ({ group, isNew: false }));
  const named = groupNamed(text, [...known, ...chosen]);
  const isNew = named !== undefined && !known.includes(named) && !chosen.includes(named);
  return isNew ? [...choices, { group: named, isNew }] : choices;
}

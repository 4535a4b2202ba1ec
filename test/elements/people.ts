import type { Item } from '../support/browser/mock-account.js';

/** The small office of the roster's tests: everybody, and in several groups who is in several. */
export const office: readonly Item[] = [
  { jid: 'stuart@im.example', name: 'Stuart', groups: ['Coworker', 'Football'] },
  { jid: 'mary@im.example', name: 'Mary', groups: ['Coworker'] },
  { jid: 'garry@im.example', name: 'Garry', groups: ['Coworker'] },
  { jid: 'ann@im.example', name: 'Ann Lee', groups: ['Friends'] },
  { jid: 'news@im.example' },
];

/** As many contacts as asked for, in groups of a hundred: "Contact 0000" in "Group 00". */
export function crowd(size: number): Item[] {
  return Array.from({ length: size }, (_, index) => {
    const number = String(index).padStart(4, '0');
    return { jid: `c${number}@im.example`, name: `Contact ${number}`, groups: [`Group ${number.slice(0, 2)}`] };
  });
}

import { expect } from 'chai';
import { accessibilityTree, type AccessibleNode } from '../support/browser/emulation.js';
import { crowd } from './people.js';
import { RosterHarness } from './roster.harness.js';

/** What the browser tells assistive technology, but for the texts that names are made of. */
const WORDLESS = new Set(['StaticText', 'InlineTextBox', 'generic', 'none', 'RootWebArea']);

/** Each node as one would say it: `row "Mary, away", level 2, not selected`. */
function lines(node: AccessibleNode, depth = 0): string[] {
  const isSaid = !WORDLESS.has(node.role);
  const inside = node.children.flatMap((child) => lines(child, isSaid ? depth + 1 : depth));
  return isSaid ? [`${'  '.repeat(depth)}${said(node)}`, ...inside] : inside;
}

function said({ role, name, properties }: AccessibleNode): string {
  const { level, expanded, selected, multiselectable, live, hasPopup } = properties;
  const states = [
    level !== undefined && `level ${String(level)}`,
    expanded !== undefined && (expanded ? 'expanded' : 'collapsed'),
    selected !== undefined && (selected ? 'selected' : 'not selected'),
    multiselectable === true && 'several can be selected',
    live !== undefined && `live ${String(live)}`,
    hasPopup !== undefined && hasPopup !== 'false' && `opens a ${String(hasPopup)}`,
  ];
  return [name === '' ? role : `${role} "${name}"`, ...states.filter((state) => state !== false)].join(', ');
}

function find(node: AccessibleNode, role: string): AccessibleNode | undefined {
  return node.role === role ? node : node.children.map((child) => find(child, role)).find((found) => found !== undefined);
}

async function treegrid(): Promise<string[]> {
  const grid = find(await accessibilityTree(), 'treegrid');
  if (!grid) throw new Error('There is no treegrid');
  return lines(grid);
}

describe('the accessibility tree of <xmpp-roster>', () => {
  let roster: RosterHarness;
  afterEach(() => roster.remove());

  /** "2 of 3" of each row, and its place among all rows. */
  const places = (): string[] => {
    const rows = [...(roster.element.shadowRoot?.querySelectorAll('[role=row]') ?? [])];
    return rows.map((row) => `${row.getAttribute('aria-rowindex')}: ${row.ariaPosInSet} of ${row.ariaSetSize}`);
  };

  it('of three groups reads as one would say it', async () => {
    roster = await RosterHarness.online([
      { jid: 'ann@im.example', name: 'Ann Lee', groups: ['Friends'] },
      { jid: 'mary@im.example', name: 'Mary', groups: ['Coworker', 'Football'] },
      { jid: 'stuart@im.example', name: 'Stuart', groups: ['Coworker'] },
    ]);
    roster.account.presence('ann@im.example/a', { show: 'dnd', status: 'in a meeting' });
    roster.account.presence('mary@im.example/a');
    roster.account.presence('stuart@im.example', { type: 'unavailable' });
    await roster.settled();
    await roster.clickGroup('Football');
    expect(await treegrid()).to.deep.equal([
      'treegrid "Contacts", several can be selected',
      '  row "Coworker, 1 of 2 online", level 1, expanded',
      '    gridcell "Coworker Actions for Coworker 1/2"',
      '      button "Actions for Coworker", opens a menu',
      '  row "Mary, available", level 2, not selected',
      '    gridcell "Mary"',
      '    gridcell "Actions for Mary"',
      '      button "Actions for Mary", opens a menu',
      '  row "Stuart, offline", level 2, not selected',
      '    gridcell "Stuart Offline"',
      '    gridcell "Actions for Stuart"',
      '      button "Actions for Stuart", opens a menu',
      '  row "Football, 1 of 1 online", level 1, collapsed',
      '    gridcell "Football Actions for Football 1/1"',
      '      button "Actions for Football", opens a menu',
      '  row "Friends, 1 of 1 online", level 1, expanded',
      '    gridcell "Friends Actions for Friends 1/1"',
      '      button "Actions for Friends", opens a menu',
      '  row "Ann Lee, do not disturb, in a meeting", level 2, not selected',
      '    gridcell "Ann Lee in a meeting"',
      '    gridcell "Actions for Ann Lee"',
      '      button "Actions for Ann Lee", opens a menu',
    ]);
    expect(places()).to.deep.equal(['1: 1 of 3', '2: 1 of 2', '3: 2 of 2', '4: 2 of 3', '5: 3 of 3', '6: 1 of 1']);
  });

  it('says of rows where they are among thousands that are not rendered', async () => {
    roster = await RosterHarness.online(crowd(2_000));
    await roster.press('Tab', 'Tab', 'Tab', 'End');
    const grid = roster.element.shadowRoot?.querySelector('[role=treegrid]');
    const rows = [...(grid?.querySelectorAll('[role=row]') ?? [])];
    expect(grid?.getAttribute('aria-rowcount')).to.equal('2020');
    expect(rows.length).to.be.lessThan(100);
    expect(places().at(-1)).to.equal('2020: 100 of 100');
    const said = await treegrid();
    expect(said.find((line) => line.includes('"Contact 1999,'))).to.equal('  row "Contact 1999, availability not known yet", level 2, not selected');
  });

  it('speaks politely, and interrupts for nothing but what went wrong', async () => {
    roster = await RosterHarness.online([{ jid: 'ann@im.example', name: 'Ann Lee' }]);
    const all = lines(await accessibilityTree()).map((line) => line.trim());
    const live = all.filter((line) => line.includes(', live '));
    expect(live).not.to.be.empty;
    expect(live.filter((line) => !line.endsWith('live polite'))).to.deep.equal([]);
  });
});

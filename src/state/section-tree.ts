import { isOnline, type Contact } from './contact.js';
import { compareDistinct } from './name-order.js';
import type { SectionView } from './roster-section.js';
import { groupOfSection, sectionOfGroup, sectionRank, type SectionId } from './sections.js';

/** How groups are put in order and into each other. */
export interface TreeOptions {
  /** What stands between the names of a group and of the one within it (XEP-0083); `undefined`: no group is within another. */
  readonly delimiter?: string | undefined;
  /** Groups by their full names as somebody put them by hand; the others follow by name. */
  readonly order?: readonly string[] | undefined;
}

/** A section with those within it. */
export interface SectionNode {
  readonly view: SectionView;
  /** A group's own name without those around it; `undefined` for what is no group. */
  readonly name: string | undefined;
  readonly children: readonly SectionNode[];
}

/** Names may be made of delimiters; what is deeper stays together. */
const MAX_DEPTH = 10;
const NOBODY: ReadonlySet<string> = new Set();

/** The sections in their order, groups within each other as their names say; groups around others that nobody is in come with them. */
export function sectionTree(sections: readonly SectionView[], { delimiter, order = [] }: TreeOptions): readonly SectionNode[] {
  const views = new Map(sections.map((view) => [view.id, view]));
  const roots = new Branches(views);
  for (const { id } of sections) roots.add(id, pathOf(id, delimiter), delimiter ?? '');
  const places = new Map(order.map((name, index) => [name, index]));
  return roots.nodes((name) => places.get(name) ?? Infinity);
}

/** The full names of groups, and of those around them, from top to bottom. */
export function orderedGroups(names: Iterable<string>, options: TreeOptions): readonly string[] {
  const flat = (nodes: readonly SectionNode[]): SectionNode[] => nodes.flatMap((node) => [node, ...flat(node.children)]);
  const tree = sectionTree([...new Set(names)].map((name) => empty(sectionOfGroup(name))), options);
  return flat(tree).map(({ view }) => groupOfSection(view.id)).filter((name) => typeof name === 'string');
}

/** Sections on one level, by the names they have there. */
class Branches {
  readonly #branches = new Map<SectionId, { readonly name: string | undefined; readonly inner: Branches }>();

  constructor(private readonly views: ReadonlyMap<SectionId, SectionView>) {}

  add(id: SectionId, path: readonly string[] | undefined, delimiter: string, around = ''): void {
    const [name, ...rest] = path ?? [];
    const full = `${around}${name}`;
    const own = name === undefined ? id : sectionOfGroup(full);
    const branch = this.#branches.get(own) ?? { name, inner: new Branches(this.views) };
    this.#branches.set(own, branch);
    if (rest.length > 0) branch.inner.add(id, rest, delimiter, `${full}${delimiter}`);
  }

  nodes(place: (group: string) => number): SectionNode[] {
    const nodes = [...this.#branches].map(([id, { name, inner }]) => ({ view: this.views.get(id) ?? empty(id), name, children: inner.nodes(place) }));
    return nodes.sort((a, b) => compareNodes(a, b, place));
  }
}

/** Groups as put by hand, then by name; the other sections where they belong. */
function compareNodes(a: SectionNode, b: SectionNode, place: (group: string) => number): number {
  const [first, second] = [groupOfSection(a.view.id) ?? '', groupOfSection(b.view.id) ?? ''];
  const [before, after] = [place(first), place(second)];
  const byHand = before === after ? 0 : before - after;
  return sectionRank(a.view.id) - sectionRank(b.view.id) || byHand || compareDistinct(a.name ?? '', b.name ?? '');
}

/** The names from the outermost to the own one. A name with an empty piece is no path, but somebody's odd name. */
function pathOf(id: SectionId, delimiter: string | undefined): readonly string[] | undefined {
  const group = groupOfSection(id);
  if (typeof group !== 'string') return undefined;
  const pieces = delimiter ? group.split(delimiter) : [group];
  if (!delimiter || pieces.includes('')) return [group];
  return [...pieces.slice(0, MAX_DEPTH - 1), ...(pieces.length < MAX_DEPTH ? [] : [pieces.slice(MAX_DEPTH - 1).join(delimiter)])];
}

function empty(id: SectionId): SectionView {
  return { id, size: 0, online: 0, contacts: [], members: NOBODY };
}

/** How many people are in the section and in those within it, and how many of them are online; each person once. */
export function countsOf({ view, children }: SectionNode, contact: (jid: string) => Contact | undefined): { readonly size: number; readonly online: number } {
  if (children.length === 0) return view;
  const everybody = membersOf({ view, children });
  let online = 0;
  for (const jid of everybody) if (isOnline(contact(jid) ?? { availability: 'unknown' })) online++;
  return { size: everybody.size, online };
}

/** Whoever is in the section or in one within it. */
export function membersOf({ view, children }: Pick<SectionNode, 'view' | 'children'>): ReadonlySet<string> {
  return children.length === 0 ? view.members : new Set([...view.members, ...children.flatMap((inner) => [...membersOf(inner)])]);
}

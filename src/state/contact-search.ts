import { domainOf, localPart } from '../protocol/jid.js';
import type { Contact } from './contact.js';
import { spacedWords } from './folded.js';

/** Longer statuses are found by how they begin. In characters. */
const LONGEST_STATUS = 300;

/**
 * Finds contacts by name, address, groups and status: accents and case aside, by how words begin; all words of the query
 * must be there. What is searched is written down at the first search, and again only for those who changed.
 */
export class ContactSearch {
  /** By address, each word after a space. */
  readonly #texts = new Map<string, string>();
  /** Many are in the same groups. */
  readonly #groups = new Map<string, string>();
  #needles: readonly string[] = [];
  #query = '';
  #found: ReadonlySet<string> = new Set();
  #isStale = true;

  constructor(
    private readonly contact: (jid: string) => Contact,
    private readonly jids: () => Iterable<string>,
    /** Whose domain is in every address, and so found by nothing but an `@`. */
    private readonly ownJid: string | undefined,
  ) {}

  /** What is looked for, as it may stand in names: folded, the single words. */
  get terms(): readonly string[] {
    return this.#needles.filter((needle) => needle.startsWith(' ')).map((needle) => needle.replaceAll(' ', ''));
  }

  /** Something about these has changed. */
  update(jids: Iterable<string>): void {
    for (const jid of jids) {
      this.#texts.delete(jid);
      this.#isStale = true;
    }
  }

  /** Writes down what is searched, so that the first key is answered as fast as the others. */
  prepare(): void {
    for (const jid of this.jids()) if (!this.#texts.has(jid)) this.#read(jid);
  }

  /** @returns the addresses found; everybody's for an empty query, as `undefined` */
  find(query: string): ReadonlySet<string> | undefined {
    if (query !== this.#query) {
      this.#query = query;
      this.#needles = needlesOf(query);
      this.#isStale = true;
    }
    if (this.#needles.length === 0) return undefined;
    if (this.#isStale) this.#found = new Set([...this.jids()].filter((jid) => this.#matches(jid)));
    this.#isStale = false;
    return this.#found;
  }

  #matches(jid: string): boolean {
    const text = this.#texts.get(jid) ?? this.#read(jid);
    return this.#needles.every((needle) => text.includes(needle));
  }

  #read(jid: string): string {
    const { name, item, status = '' } = this.contact(jid);
    const domain = domainOf(jid);
    const isOwn = this.ownJid !== undefined && domain === domainOf(this.ownJid);
    const groups = (item?.groups ?? []).map((group) => this.#wordsOfGroup(group));
    const text = [name === jid ? '' : spacedWords(name), spacedWords(localPart(jid)), isOwn ? '' : spacedWords(domain), `@${domain}`, ...groups, spacedWords(status.slice(0, LONGEST_STATUS))].join('');
    this.#texts.set(jid, text);
    return text;
  }

  #wordsOfGroup(group: string): string {
    const known = this.#groups.get(group);
    if (known !== undefined) return known;
    const words = spacedWords(group);
    this.#groups.set(group, words);
    return words;
  }
}

/** Each word with the space before it; what follows an `@` as a domain. */
function needlesOf(query: string): string[] {
  return query.split(/\s+/).flatMap((piece) => {
    const at = piece.indexOf('@');
    const [local, domain] = at < 0 ? [piece, ''] : [piece.slice(0, at), piece.slice(at).toLowerCase()];
    return [...separate(local), ...(domain.length > 1 ? [domain] : [])];
  });
}

/** "ann-marie" is two words, "太郎" one that is written as two. */
function separate(text: string): string[] {
  return text.split(/[^\p{L}\p{N}\p{M}]+/u).map(spacedWords).filter((words) => words !== '');
}

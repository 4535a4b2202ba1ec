import { StanzaError } from '../protocol/errors.js';
import { groupDelimiterGet, privateGet, privateSet, readGroupDelimiter, readPrivate } from '../protocol/private-storage.js';
import type { ConnectionStatus, Environment, Stream } from '../protocol/stream.js';
import { element, textOf, type XmlElement } from '../protocol/xml.js';
import { requireAddress } from './address.js';
import type { RosterSort } from './roster-section.js';
import type { SectionId } from './sections.js';
import { DEFAULT_VIEW, readView, writeView, type RosterFilter, type ViewData, type ViewEdit } from './view-data.js';
import { announcing, collapsing, filtering, orderingByName, pinning, placing, renaming, sorting } from './view-edits.js';

const VIEW = ['view', 'xmpp-elements:roster-view'] as const;
/** What is changed in quick succession is written together. In ms. */
const WRITE_DELAY_MS = 500;

/** What is kept in the browser, to be painted before there is a connection. */
export interface KeptView {
  readonly view: string;
  readonly delimiter: string | undefined;
}

type ServerState = 'unread' | 'reading' | 'writable' | 'refused' | 'silent';

/**
 * How the user wants to see the contact list: what is collapsed, the order of groups, favourites, whose presence is announced,
 * sorting and filter.
 * It is the same for all lists of the account: kept at the server (XEP-0049), read once after each sign-in, so that
 * another page follows at its next. A server without private storage leaves it to this browser. Changes are shown at
 * once; nothing here rejects.
 */
export class ViewSettings {
  #data = DEFAULT_VIEW;
  #delimiter: string | undefined;
  /** Made here and not written yet. */
  #edits: readonly ViewEdit[] = [];
  #timer: unknown;
  #isWriting = false;
  #isWanted = false;
  /** Of this session: whether the server's are known; `undefined` while there is no session. */
  #state: ServerState | undefined;
  /** The same of a session that may go on. */
  #held: ServerState | undefined;

  constructor(
    private readonly stream: Stream,
    private readonly environment: Environment,
    /** Called when anything has changed. */
    private readonly changed: () => void,
    /** All groups, in the order they are shown in. */
    private readonly groups: () => readonly string[],
  ) {
    stream.observe({ onState: ({ connectionStatus, resumed }) => this.#noteState(connectionStatus, resumed) });
  }

  get collapsed(): ReadonlySet<SectionId> {
    return this.#data.collapsed;
  }

  /** Prepared bare addresses. */
  get favourites(): ReadonlySet<string> {
    return this.#data.favourites;
  }

  /** Whose presence is said aloud by assistive technology when it changes; prepared bare addresses. */
  get announced(): ReadonlySet<string> {
    return this.#data.announced;
  }

  /** Groups as the user has put them; those that are not among them follow by name. `undefined`: all by name. */
  get order(): readonly string[] | undefined {
    return this.#data.order;
  }

  get sort(): RosterSort {
    return this.#data.sort;
  }

  get filter(): RosterFilter {
    return this.#data.filter;
  }

  /** What stands between the names of a group and of one within it (XEP-0083); `undefined`: groups are not nested. */
  get delimiter(): string | undefined {
    return this.#delimiter;
  }

  setCollapsed(sections: Iterable<SectionId>, isCollapsed: boolean): void {
    this.#edit(collapsing(sections, isCollapsed));
  }

  /** Pins a contact to the top of the list, or unpins it; it stays in its groups. @throws StanzaError at what is no address */
  setFavourite(jid: string, isFavourite: boolean): void {
    this.#edit(pinning(requireAddress(jid), isFavourite));
  }

  /** Has assistive technology say when the contact's presence changes, or no longer. @throws StanzaError at what is no address */
  setAnnounced(jid: string, isAnnounced: boolean): void {
    this.#edit(announcing(requireAddress(jid), isAnnounced));
  }

  setSort(sort: RosterSort): void {
    this.#edit(sorting(sort));
  }

  setFilter(filter: RosterFilter): void {
    this.#edit(filtering(filter));
  }

  /** Puts a group before another one of its level; `null`: after all of them. */
  moveGroup(name: string, before: string | null): void {
    this.#edit(placing(name, before, this.groups()));
  }

  orderGroupsByName(): void {
    this.#edit(orderingByName);
  }

  /** Has a group that was renamed stay where it was, and collapsed if it was; those within it, too. */
  renameGroup(from: string, to: string): void {
    this.#edit(renaming(from, to, this.#delimiter));
  }

  /** Asks the server for them, now or as soon as there is a session: who shows no list needs none. */
  load(): void {
    this.#isWanted = true;
    if (this.#state === 'unread') void this.#read();
  }

  /** A session has its roster, and its presence was sent. */
  begin(): void {
    this.#state = 'unread';
    if (this.#isWanted) this.load();
  }

  /** Another account, or that of the last visit: its settings as this browser kept them. */
  restore(kept?: unknown): void {
    const { view, delimiter } = (typeof kept === 'object' && kept !== null ? kept : {}) as Partial<Record<keyof KeptView, unknown>>;
    this.#edits = [];
    this.#data = (typeof view === 'string' ? readView(view) : undefined) ?? DEFAULT_VIEW;
    this.#delimiter = typeof delimiter === 'string' ? delimiter : undefined;
  }

  /** Another tab has written them. */
  noteSent(iq: XmlElement): void {
    const kept = readPrivate(iq, ...VIEW);
    const data = kept && readView(textOf(kept));
    if (!data) return;
    this.#data = this.#edits.reduce((edited, edit) => edit(edited), data);
    this.changed();
  }

  /** To be kept in the browser. */
  snapshot(): KeptView {
    return { view: writeView(this.#data), delimiter: this.#delimiter };
  }

  #edit(edit: ViewEdit): void {
    this.#data = edit(this.#data);
    if (this.#state !== 'refused') this.#edits = [...this.#edits, edit];
    this.#writeSoon();
    this.changed();
  }

  #noteState(connectionStatus: ConnectionStatus, resumed = false): void {
    if (connectionStatus === 'reconnecting') this.#held ??= this.#state;
    this.#state = resumed ? this.#held : undefined;
    if (connectionStatus !== 'reconnecting') this.#held = undefined;
    this.environment.clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#writeSoon();
  }

  async #read(): Promise<void> {
    this.#state = 'reading';
    const { jid } = this.stream.state;
    const [view, delimiter] = await Promise.allSettled([this.#fetch(), this.stream.request(groupDelimiterGet())]);
    if (this.stream.state.jid !== jid || this.#state !== 'reading') return;
    if (delimiter.status === 'fulfilled') this.#delimiter = readGroupDelimiter(delimiter.value);
    if (view.status === 'fulfilled') this.#take(view.value);
    else this.#giveUp(view.reason);
    this.changed();
  }

  /** What the server has, `undefined` where it has nothing that makes sense. */
  async #fetch(): Promise<ViewData | undefined> {
    const kept = readPrivate(await this.stream.request(privateGet(...VIEW)), ...VIEW);
    return kept && readView(textOf(kept));
  }

  #take(data: ViewData | undefined): void {
    this.#state = 'writable';
    if (data) this.#data = this.#edits.reduce((edited, edit) => edit(edited), data);
    this.#writeSoon();
  }

  /** After a refusal it is this browser's matter; after silence the next session asks again. */
  #giveUp(reason: unknown): void {
    this.#state = reason instanceof StanzaError ? 'refused' : 'silent';
    if (this.#state === 'refused') this.#edits = [];
  }

  #writeSoon(): void {
    if (this.#state !== 'writable' || this.#isWriting || this.#edits.length === 0) return;
    this.#timer ??= this.environment.setTimeout(() => void this.#write(), WRITE_DELAY_MS);
  }

  /** Read anew, changed, written: what another page has changed meanwhile stays. */
  async #write(): Promise<void> {
    const [{ jid }, edits] = [this.stream.state, this.#edits];
    this.#timer = undefined;
    this.#isWriting = true;
    try {
      const data = edits.reduce((edited, edit) => edit(edited), (await this.#fetch()) ?? this.#data);
      await this.stream.request(privateSet(element(VIEW[0], { xmlns: VIEW[1] }, writeView(data))));
      this.#edits = this.#edits.slice(edits.length);
    } catch (error) {
      if (this.stream.state.jid === jid) this.#giveUp(error);
    }
    this.#isWriting = false;
    this.#writeSoon();
  }
}

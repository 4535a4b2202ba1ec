import { canCheckPictures, type Picture } from '../protocol/picture-data.js';
import type { Environment, Stream } from '../protocol/stream.js';
import { BoundedMap } from './bounded-map.js';
import { fetchPicture } from './fetch-picture.js';
import { PictureCache, type PictureStorage } from './picture-cache.js';
import { PictureIds, type PictureSource } from './picture-ids.js';

/** Pictures asked for at the same time. */
const MAX_IN_FLIGHT = 3;
/** Whoever has another picture every second is asked again only so much later, in ms. */
const COOL_DOWN_MS = 30_000;
/** Pictures kept in memory, those in sight besides. */
const MAX_IN_MEMORY = 100;
const MAX_COOLING = 1_000;

/** What pictures depend on besides the stream. */
export interface PictureOptions {
  readonly storage?: PictureStorage | undefined;
  /** Whose picture may be asked for and shown. */
  readonly isWelcome: (jid: string) => boolean;
  /** Whether the roster is there and presence was sent: pictures come after them. */
  readonly isReady: () => boolean;
  /** Called with those whose picture can be shown from now on, or is another. */
  readonly changed: (jids: readonly string[]) => void;
}

/**
 * The pictures of people, as far as somebody looks at them: of whoever is in sight they are had from the browser's
 * storage or asked for, a few at a time, and of nobody else.
 */
export class Pictures {
  readonly #ids = new PictureIds();
  readonly #cache: PictureCache;
  readonly #loaded = new Map<string, Picture>();
  readonly #loading = new Set<string>();
  /** Not in the browser's storage. */
  readonly #unstored = new BoundedMap<string, true>(MAX_COOLING);
  /** What was loaded or saved, and so is worth knowing at the next visit. */
  readonly #stored = new Set<string>();
  /** When they were asked last in that way, in ms since 1970. */
  readonly #asked = new BoundedMap<string, number>(MAX_COOLING);
  readonly #viewers = new Map<object, readonly string[]>();
  #inSight: ReadonlySet<string> = new Set();
  #account: string | undefined;
  #timer: unknown;

  constructor(
    private readonly stream: Stream,
    private readonly environment: Environment,
    private readonly options: PictureOptions,
  ) {
    this.#cache = new PictureCache(options.storage, environment);
  }

  /** The person's picture, once it is there. */
  picture(jid: string): Picture | undefined {
    const source = this.options.isWelcome(jid) ? this.#ids.source(jid) : undefined;
    return source && this.#loaded.get(source.id);
  }

  /** Says whom a viewer shows from now on: theirs are the pictures that are fetched. */
  show(viewer: object, jids: readonly string[]): void {
    const before = this.#viewers.get(viewer) ?? [];
    if (before.length === jids.length && before.every((jid, index) => jid === jids[index])) return;
    if (jids.length > 0) this.#viewers.set(viewer, jids);
    else this.#viewers.delete(viewer);
    this.#inSight = new Set([...this.#viewers.values()].flat());
    this.load();
  }

  /** What somebody says of their picture: its id, `''` for none, `undefined` for nothing of use. */
  note(kind: 'avatar' | 'vcard', jid: string, id: string | undefined): void {
    const isNews = this.#ids.note(kind, jid, id);
    if (isNews && this.#stored.size > 0) this.#saveIds();
    if (!this.#inSight.has(jid) || (!isNews && !this.#missing(jid))) return;
    if (isNews) this.options.changed([jid]);
    this.load();
  }

  /** Another account: what is known is about the former one's people. */
  async begin(account: string): Promise<void> {
    if (account === this.#account) return;
    this.#account = account;
    this.#cache.cancel();
    for (const known of [this.#ids, this.#asked, this.#stored]) known.clear();
    const kept = await this.#cache.loadIds(account);
    if (account !== this.#account) return;
    for (const [jid, id] of kept) {
      this.#ids.note('kept', jid, id);
      this.#stored.add(id);
    }
    this.load();
  }

  /** Forgets what the browser keeps; what comes later in this session is not kept either. */
  async forget(): Promise<void> {
    this.#account = undefined;
    this.#stored.clear();
    await this.#cache.clear();
  }

  /** Goes on with what is in sight and not there yet. */
  load(): void {
    if (!canCheckPictures()) return;
    for (const jid of this.#inSight) {
      if (this.#loading.size >= MAX_IN_FLIGHT) return;
      const source = this.#missing(jid);
      if (source) void this.#load(jid, source);
    }
  }

  #missing(jid: string): PictureSource | undefined {
    const source = this.options.isWelcome(jid) ? this.#ids.source(jid) : undefined;
    if (!source || this.#loaded.has(source.id) || this.#loading.has(source.id)) return undefined;
    return this.#unstored.get(source.id) && !this.#mayAsk(jid, source) ? undefined : source;
  }

  /** Not somebody who was asked a moment ago: a timer comes back to them. */
  #mayAsk(jid: string, { kind }: PictureSource): boolean {
    if (!this.options.isReady()) return false;
    const [key, now] = [`${kind} ${jid}`, this.environment.now()];
    const asked = this.#asked.get(key) ?? -Infinity;
    // The clock was set back: they were asked by now.
    if (asked > now) this.#asked.set(key, now);
    const wait = Math.min(asked, now) + COOL_DOWN_MS - now;
    if (wait <= 0) return true;
    this.#timer ??= this.environment.setTimeout(() => {
      this.#timer = undefined;
      this.load();
    }, wait);
    return false;
  }

  async #load(jid: string, source: PictureSource): Promise<void> {
    this.#loading.add(source.id);
    try {
      const picture = this.#unstored.get(source.id) ? undefined : await this.#cache.load(source.id);
      if (picture) this.#keep(picture);
      else await this.#ask(jid, source);
    } finally {
      this.#loading.delete(source.id);
    }
    this.load();
  }

  async #ask(jid: string, source: PictureSource): Promise<void> {
    this.#unstored.set(source.id, true);
    if (source.kind === 'kept') return this.#ids.refuse(jid, source);
    if (!this.#mayAsk(jid, source)) return;
    this.#asked.set(`${source.kind} ${jid}`, this.environment.now());
    const account = this.#account;
    const picture = await fetchPicture(this.stream, jid, source).catch(() => undefined);
    if (picture) {
      this.#cache.save(picture);
      this.#unstored.delete(source.id);
      this.#keep(picture);
    } else if (account === this.#account && this.options.isReady()) {
      this.#ids.refuse(jid, source);
    }
  }

  #keep(picture: Picture): void {
    this.#loaded.set(picture.id, picture);
    this.#stored.add(picture.id);
    this.#drop();
    this.#saveIds();
    this.options.changed([...this.#inSight].filter((jid) => this.#ids.source(jid)?.id === picture.id));
  }

  #saveIds(): void {
    if (this.#account !== undefined) this.#cache.saveIds(this.#account, () => this.#ids.pairs().filter(([, id]) => this.#stored.has(id)));
  }

  #drop(): void {
    const inSight = new Set([...this.#inSight].map((jid) => this.#ids.source(jid)?.id));
    for (const id of this.#loaded.keys()) {
      if (this.#loaded.size <= MAX_IN_MEMORY) return;
      if (!inSight.has(id)) this.#loaded.delete(id);
    }
  }
}

import { bareJid } from '../protocol/jid.js';
import { checkPicture, MAX_PICTURE_BYTES, type Picture } from '../protocol/picture-data.js';
import { inTime } from '../protocol/in-time.js';
import { readPictureId } from '../protocol/vcard-photo.js';
import type { Environment } from '../protocol/stream.js';

/** Where a browser keeps pictures from one visit to the next. It may refuse, lose or garble anything, and bounds what it keeps. */
export interface PictureStorage {
  /** The bytes under that id. */
  load(id: string): Promise<unknown>;
  save(id: string, bytes: Uint8Array<ArrayBuffer>): Promise<void>;
  /** Which of an account's contacts had which picture: pairs of address and id. */
  loadIds(account: string): Promise<unknown>;
  saveIds(account: string, ids: readonly (readonly [string, string])[]): Promise<void>;
  clear(): Promise<void>;
}

/** A browser that takes longer is not waited for. */
const LOAD_TIMEOUT_MS = 1_000;
/** Changes are written together, so long after the first of them. */
const SAVE_DELAY_MS = 2_000;

/** The pictures of the last visit: a page that is loaded again asks nobody for them. */
export class PictureCache {
  #waiting: unknown;

  constructor(
    private readonly storage: PictureStorage | undefined,
    private readonly environment: Environment,
  ) {}

  /** Checked like one that came over the wire. */
  async load(id: string): Promise<Picture | undefined> {
    const bytes = await this.#soon(this.storage?.load(id));
    if (!(bytes instanceof Uint8Array) || bytes.length > MAX_PICTURE_BYTES) return undefined;
    return checkPicture(bytes as Uint8Array<ArrayBuffer>, id);
  }

  save({ id, bytes }: Picture): void {
    this.storage?.save(id, bytes).catch(() => undefined);
  }

  async loadIds(account: string): Promise<readonly (readonly [string, string])[]> {
    const read = await this.#soon(this.storage?.loadIds(account));
    return Array.isArray(read) ? read.filter(isPair) : [];
  }

  /** Soon; what is to be kept is asked for then. */
  saveIds(account: string, ids: () => readonly (readonly [string, string])[]): void {
    if (!this.storage) return;
    this.#waiting ??= this.environment.setTimeout(() => {
      this.#waiting = undefined;
      this.storage?.saveIds(account, ids()).catch(() => undefined);
    }, SAVE_DELAY_MS);
  }

  cancel(): void {
    this.environment.clearTimeout(this.#waiting);
    this.#waiting = undefined;
  }

  async clear(): Promise<void> {
    this.cancel();
    await this.storage?.clear().catch(() => undefined);
  }

  async #soon(loading: Promise<unknown> | undefined): Promise<unknown> {
    return loading && inTime(this.environment, LOAD_TIMEOUT_MS, loading).catch(() => undefined);
  }
}

function isPair(pair: unknown): pair is readonly [string, string] {
  if (!Array.isArray(pair)) return false;
  const [jid, id] = pair as unknown[];
  return typeof jid === 'string' && jid === bareJid(jid) && typeof id === 'string' && id === readPictureId(id);
}

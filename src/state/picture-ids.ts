import { BoundedMap } from './bounded-map.js';

/** Where a picture is to be had: with XEP-0084, from the vCard (XEP-0153), or only from what the browser has kept. */
export interface PictureSource {
  readonly kind: 'avatar' | 'vcard' | 'kept';
  /** SHA-1, in hex. */
  readonly id: string;
}

/** Which picture people have, as they said it last. */
export class PictureIds {
  /** `''`: none. */
  readonly #avatars = new Map<string, string>();
  readonly #vcards = new Map<string, string>();
  /** From the last visit; counts until something is heard. */
  readonly #kept = new Map<string, string>();
  /** What could not be had; it is not asked for again. */
  readonly #refused = new BoundedMap<string, true>(1_000);

  /** @param id `undefined`: nothing is said any more @returns whether that was news */
  note(kind: PictureSource['kind'], jid: string, id: string | undefined): boolean {
    const ids = this.#of(kind);
    if (ids.get(jid) === id) return false;
    if (id === undefined) ids.delete(jid);
    else ids.set(jid, id);
    return true;
  }

  /** The one to be shown; of several the newer way first (XEP-0084). */
  source(jid: string): PictureSource | undefined {
    return this.#sources(jid).find(({ kind, id }) => !this.#refused.get(`${kind} ${id} ${jid}`));
  }

  refuse(jid: string, { kind, id }: PictureSource): void {
    this.#refused.set(`${kind} ${id} ${jid}`, true);
  }

  /** Everybody's address and picture. */
  pairs(): readonly (readonly [string, string])[] {
    const jids = new Set([...this.#avatars.keys(), ...this.#vcards.keys(), ...this.#kept.keys()]);
    return [...jids].map((jid) => [jid, this.#sources(jid)[0]?.id ?? ''] as const).filter(([, id]) => id !== '');
  }

  clear(): void {
    for (const ids of [this.#avatars, this.#vcards, this.#kept, this.#refused]) ids.clear();
  }

  #sources(jid: string): PictureSource[] {
    const avatar = this.#avatars.get(jid);
    // XEP-0084 §4.2.3: published as none at all.
    if (avatar === '') return [];
    const vcard = this.#vcards.get(jid);
    const kept = avatar === undefined && vcard === undefined ? this.#kept.get(jid) : undefined;
    const sources = [{ kind: 'avatar', id: avatar }, { kind: 'vcard', id: vcard }, { kind: 'kept', id: kept }] as const;
    return sources.flatMap(({ kind, id }) => (id ? [{ kind, id }] : []));
  }

  #of(kind: PictureSource['kind']): Map<string, string> {
    return kind === 'avatar' ? this.#avatars : kind === 'vcard' ? this.#vcards : this.#kept;
  }
}

import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Picture } from '../protocol/picture-data.js';
import type { Session } from '../state/session.js';

/** As the browser shows it: `undefined` while it is being decoded. */
interface Shown {
  readonly url: string;
  isReady: boolean;
}

/** Those that no image came out of; they have been tried. */
const broken = new Set<string>();
/** In pixels, each way: also a header may lie. */
const MAX_SIDE = 1024;

/**
 * The pictures of the people that an element shows, as `blob:` URLs: they are had for those alone whom it asks about
 * while rendering, and revoked when it shows them no more.
 */
export class PictureUrls implements ReactiveController {
  readonly #urls = new Map<string, Shown>();
  readonly #jids = new Set<string>();
  readonly #ids = new Set<string>();
  #viewed: Session | undefined;

  constructor(
    private readonly host: ReactiveControllerHost & Pick<Element, 'isConnected'>,
    private readonly session: () => Session | undefined,
  ) {
    host.addController(this);
  }

  /** To be asked for while rendering; `undefined` while there is no picture, then the element is rendered again when it comes. */
  of(jid: string): string | undefined {
    this.#jids.add(jid);
    const picture = this.host.isConnected ? this.session()?.pictures.picture(jid) : undefined;
    if (!picture || broken.has(picture.id)) return undefined;
    this.#ids.add(picture.id);
    const shown = this.#urls.get(picture.id) ?? this.#decode(picture);
    return shown.isReady ? shown.url : undefined;
  }

  hostConnected(): void {
    if (this.#jids.size > 0) this.host.requestUpdate();
  }

  hostUpdate(): void {
    this.#jids.clear();
    this.#ids.clear();
  }

  hostUpdated(): void {
    // Elements are rendered also after they have left the page.
    if (!this.host.isConnected) return;
    const session = this.session();
    if (session !== this.#viewed) this.#viewed?.pictures.show(this, []);
    this.#viewed = session;
    session?.pictures.show(this, [...this.#jids]);
    for (const id of this.#urls.keys()) if (!this.#ids.has(id)) this.#revoke(id);
  }

  hostDisconnected(): void {
    this.#viewed?.pictures.show(this, []);
    for (const id of this.#urls.keys()) this.#revoke(id);
  }

  #decode({ id, type, bytes }: Picture): Shown {
    const image = new Image();
    const shown = { url: URL.createObjectURL(new Blob([bytes], { type })), isReady: false };
    this.#urls.set(id, shown);
    image.src = shown.url;
    image.decode().then(
      () => {
        shown.isReady = Math.max(image.naturalWidth, image.naturalHeight) <= MAX_SIDE;
        if (!shown.isReady) broken.add(id);
        this.host.requestUpdate();
      },
      // Revoked before it was decoded: that says nothing of the picture.
      () => this.#urls.get(id) === shown && broken.add(id),
    );
    return shown;
  }

  #revoke(id: string): void {
    URL.revokeObjectURL(this.#urls.get(id)?.url ?? '');
    this.#urls.delete(id);
  }
}

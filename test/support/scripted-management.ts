import type { Script } from './browser/server-script.js';

export const managementNs = 'urn:xmpp:sm:3';

const nonza = (name: string, attrs: string, content = '') => `<${name} xmlns="${managementNs}"${attrs}${content === '' ? '/>' : `>${content}</${name}>`}`;
const notFound = '<item-not-found xmlns="urn:ietf:params:xml:ns:xmpp-stanzas"/>';

/** The server's half of XEP-0198 over all sockets of a scene, as far as the script lets it. */
export class ScriptedManagement {
  #handled = 0;

  constructor(private readonly script: () => Script) {}

  get feature(): string {
    return this.script().managed ? `<sm xmlns="${managementNs}"/>` : '';
  }

  noteStanza(): void {
    this.#handled += 1;
  }

  /** @returns the answer, and whether a stream goes on */
  receive(frame: string): { answer: string; resumed?: boolean } {
    const name = /^<(\w+)/.exec(frame)?.[1];
    if (!this.script().managed) return { answer: '' };
    if (name === 'enable') return this.#enable();
    if (name === 'r') return { answer: nonza('a', this.#h) };
    return name === 'resume' ? this.#resume() : { answer: '' };
  }

  #enable(): { answer: string } {
    this.#handled = 0;
    return { answer: nonza('enabled', ` ${this.script().enabled}`) };
  }

  #resume(): { answer: string; resumed?: boolean } {
    switch (this.script().resumption) {
      case 'granted':
        return { answer: nonza('resumed', `${this.#h} previd="stream-1"`), resumed: true };
      case 'refused':
        return { answer: nonza('failed', this.#h, notFound) };
      case 'forgotten':
        return { answer: nonza('failed', '', notFound) };
      case 'mute':
        return { answer: '' };
    }
  }

  get #h(): string {
    return ` h="${this.script().handled ?? this.#handled}"`;
  }
}

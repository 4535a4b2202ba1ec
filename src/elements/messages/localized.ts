import type { LitElement, ReactiveController } from 'lit';
import { onWordsChange, words, type Messages } from './messages.js';

/** Renders an element anew when the page's language or its words change. */
class WordsController implements ReactiveController {
  #shown: Messages | undefined;
  #leave: (() => void) | undefined;

  constructor(private readonly host: LitElement) {}

  hostConnected(): void {
    this.#leave = onWordsChange(() => this.host.requestUpdate());
    // While it was away the words may have changed.
    if (this.#shown !== undefined && this.#shown !== words()) this.host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#leave?.();
  }

  hostUpdated(): void {
    this.#shown = words();
  }
}

/** Class decorator of an element that shows words. */
export function localized(element: typeof LitElement): void {
  element.addInitializer((host) => host.addController(new WordsController(host as LitElement)));
}

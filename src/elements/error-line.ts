import { css, html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { errorText } from './error-words.js';
import { XmppErrorEvent } from './events.js';
import { words } from './messages/messages.js';

/**
 * Carries out what the user asked for and, when it did not happen, says why: in words in the element (part `error`) and
 * to the page by `xmpp-error`.
 */
export class ErrorLine implements ReactiveController {
  #text = '';

  constructor(private readonly host: ReactiveControllerHost & HTMLElement) {
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#text = '';
  }

  get text(): string {
    return this.#text;
  }

  /**
   * @param action what is being done, in words: "Moving Ann to Friends"
   * @returns whether it happened
   */
  async attempt(action: string, command: () => Promise<unknown>): Promise<boolean> {
    this.clear();
    try {
      await command();
      return true;
    } catch (cause) {
      const error = cause instanceof Error ? cause : new Error(String(cause));
      this.say(errorText(action, error));
      this.host.dispatchEvent(new XmppErrorEvent({ error, action }));
      return false;
    }
  }

  say(text: string): void {
    this.#text = text;
    this.host.requestUpdate();
  }

  clear(): void {
    if (this.#text !== '') this.say('');
  }

  render(): TemplateResult | typeof nothing {
    if (this.#text === '') return nothing;
    return html`<div class="error" part="error" role="alert">
      <span>${this.#text}</span>
      <button type="button" aria-label=${words().errors.dismiss} @click=${() => this.clear()}>✕</button>
    </div>`;
  }
}

export const errorLineStyles = css`
  .error {
    display: flex;
    align-items: start;
    gap: 0.5rem;
    padding: 0.625rem 0.875rem;
    border-block-start: 1px solid color-mix(in srgb, var(--_danger) 40%, transparent);
    background: var(--_danger-soft);
    font-size: 0.875em;
  }

  .error span {
    flex: 1;
    max-block-size: 8em;
    overflow: auto;
    overflow-wrap: anywhere;
  }

  .error button {
    flex: none;
    min-inline-size: 1.75rem;
    min-block-size: 1.75rem;
    margin: -0.25rem;
    padding: 0;
    border: 0;
    border-radius: 6px;
    background: transparent;
    cursor: pointer;
  }
`;

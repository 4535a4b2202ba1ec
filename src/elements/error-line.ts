import { css, html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { errorText } from './error-words.js';
import { XmppErrorEvent } from './events.js';
import { words } from './messages/messages.js';

/** What can be done about an error, as a button. */
export interface Remedy {
  readonly label: string;
  readonly run: () => void;
}

/**
 * Carries out what the user asked for and, when it did not happen, says why: in words in the element (part `error`) and
 * to the page by `xmpp-error`.
 */
export class ErrorLine implements ReactiveController {
  #text = '';
  #remedy: Remedy | undefined;

  constructor(private readonly host: ReactiveControllerHost & HTMLElement) {
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#text = '';
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
      this.fail(action, cause);
      return false;
    }
  }

  /** Says that an action has failed, and tells the page. */
  fail(action: string, cause: unknown, remedy?: Remedy): void {
    const error = cause instanceof Error ? cause : new Error(String(cause));
    this.say(errorText(action, error), remedy);
    this.host.dispatchEvent(new XmppErrorEvent({ error, action }));
  }

  say(text: string, remedy?: Remedy): void {
    this.#text = text;
    this.#remedy = remedy;
    this.host.requestUpdate();
  }

  clear(): void {
    if (this.#text !== '') this.say('');
  }

  render(): TemplateResult | typeof nothing {
    if (this.#text === '') return nothing;
    return html`<div class="error" part="error" role="alert">
      <span>${this.#text}</span>
      ${this.#remedy ? html`<button class="remedy" part="error-remedy" type="button" @click=${this.#remedy.run}>${this.#remedy.label}</button>` : nothing}
      <button part="error-close" type="button" aria-label=${words().errors.dismiss} @click=${() => this.clear()}>✕</button>
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

  .error .remedy {
    padding-inline: 0.5rem;
    font-weight: 600;
    text-decoration: underline;
  }

  @media (pointer: coarse) {
    .error button {
      min-inline-size: 2.75rem;
      min-block-size: 2.75rem;
      margin-block: -0.5rem;
    }
  }
`;

import { html, type ReactiveControllerHost, type TemplateResult } from 'lit';

/** What assistive technology says of a gesture as it goes on; the latest alone counts. */
export class LiveRegion {
  #text = '';

  constructor(private readonly host: ReactiveControllerHost) {}

  say(text: string): void {
    this.#text = text;
    this.host.requestUpdate();
  }

  render(): TemplateResult {
    return html`<div class="unseen" role="status" aria-live="polite">${this.#text}</div>`;
  }
}

import { html, nothing, type LitElement, type ReactiveController, type TemplateResult } from 'lit';

/** Asks something in a modal dialog. With Escape or "Cancel" the reply is `undefined`. The focus returns to the list. */
export abstract class ModalReply<Content extends { readonly title: string }, Reply> implements ReactiveController {
  protected content: Content | undefined;
  #reply: (reply: Reply | undefined) => void = () => undefined;

  constructor(
    protected readonly host: LitElement,
    private readonly closed: () => void,
  ) {
    host.addController(this);
  }

  /** The class of the dialog. */
  protected abstract readonly kind: string;
  /** It is asked anew. */
  protected abstract begin(content: Content): void;
  protected abstract renderContent(content: Content): TemplateResult;

  /** Put back on the page, an open dialog is no longer modal. */
  hostDisconnected(): void {
    this.end();
  }

  async ask(content: Content): Promise<Reply | undefined> {
    this.end();
    this.content = content;
    this.begin(content);
    const reply = new Promise<Reply | undefined>((resolve) => (this.#reply = resolve));
    this.host.requestUpdate();
    await this.host.updateComplete;
    this.dialog?.showModal();
    this.dialog?.querySelector('input')?.select();
    return reply;
  }

  render(): TemplateResult | typeof nothing {
    const { content, kind } = this;
    if (!content) return nothing;
    return html`<dialog class="dialog ${kind}" part="dialog" aria-labelledby="${kind}-title" @close=${this.#onClose} @keydown=${keepKeys}>
      <h2 id="${kind}-title" part="dialog-title">${content.title}</h2>
      ${this.renderContent(content)}
    </dialog>`;
  }

  protected readonly cancel = (): void => this.end();

  protected end(reply?: Reply): void {
    if (!this.content) return;
    this.content = undefined;
    this.dialog?.close();
    this.host.requestUpdate();
    this.closed();
    this.#reply(reply);
  }

  protected get dialog(): HTMLDialogElement | null {
    return this.host.renderRoot?.querySelector<HTMLDialogElement>(`.${this.kind}`) ?? null;
  }

  /** The event comes late: another question may be open by then. */
  readonly #onClose = ({ target }: Event): void => {
    if (target === this.dialog && !this.dialog?.open) this.end();
  };
}

/** Keys in a dialog are not the list's. */
function keepKeys(event: Event): void {
  event.stopPropagation();
}

import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import type { GroupName } from '../../state/roster-edits.js';
import { XmppContactActionEvent } from '../events.js';

/** Something the page offers to do with a contact, as a button in their row. */
export interface ContactAction {
  /** Comes back in `xmpp-contact-action`. */
  readonly id: string;
  readonly label: string;
  /** What stands for the label where there is little room: a template, an element (it is copied), or a character. */
  readonly icon?: TemplateResult | Node | string | undefined;
}

export interface ActionsOf {
  readonly jid: string;
  readonly group: GroupName;
  /** Whether the row is the list's tab stop, so that Tab comes to its buttons. */
  readonly active: boolean;
}

/** A cell of their own, as treegrids have it, the row's menu last; shown under the pointer and with the focus. */
export function renderRowActions(actions: readonly ContactAction[], of: ActionsOf, menu: TemplateResult): TemplateResult {
  return html`<div class="actions" role="gridcell" part="actions">${actions.map((action) => renderAction(action, of))}${menu}</div>`;
}

function renderAction({ id, label, icon }: ContactAction, { jid, group, active }: ActionsOf): TemplateResult {
  const choose = ({ currentTarget }: Event) => currentTarget?.dispatchEvent(new XmppContactActionEvent({ id, jid, group }));
  return html`<button
    class="action ${icon ? 'icon-only' : ''}"
    part="action"
    type="button"
    data-action=${id}
    tabindex=${active ? 0 : -1}
    aria-label=${icon ? label : nothing}
    title=${icon ? label : nothing}
    @click=${choose}
  >
    ${icon ? guard([icon], () => (icon instanceof Node ? icon.cloneNode(true) : icon)) : label}
  </button>`;
}

import { html, type TemplateResult } from 'lit';
import { words } from '../messages/messages.js';

/** Who is signed in, and the way out. @param account the bare address */
export function renderSignedIn(account: string, onSignOut: (event: MouseEvent) => void): TemplateResult {
  const { signedIn, signOut } = words().signIn;
  return html`<div class="account" part="account">
    <span class="who"><span class="note">${signedIn}</span> <bdi part="account-address">${account}</bdi></span>
    <button class="button" part="sign-out" type="button" @click=${onSignOut}>${signOut}</button>
  </div>`;
}

import { html, nothing, type TemplateResult } from 'lit';
import { isOnline, type Contact, type ResourcePresence } from '../../state/contact.js';
import { renderAvatar } from '../avatar.js';
import { foreignText } from '../foreign-text.js';
import { isolated } from '../isolated.js';
import { presenceIcon } from '../presence-icon.js';
import { words } from '../messages/messages.js';
import { availabilityText, capitalized, momentWords, numberWords, quoted } from '../words.js';
import { renderAddress, renderForeign } from './foreign.js';

/** Who it is: the name we gave, the address that no one else has, and what they call themselves. */
export function renderIdentity(contact: Contact, isSelf: boolean, picture: string | undefined): TemplateResult {
  const { jid, name } = contact;
  const address = renderAddress(jid);
  const isNamed = name !== jid;
  return html`<header class="head" part="header">
    ${renderAvatar(contact, picture)}
    <div class="who">
      <h2 id="name" tabindex="-1">
        <bdi part=${isNamed ? 'name' : 'name address'} class=${isNamed ? 'name' : 'address'} title=${isNamed ? quoted(name) : nothing}
          >${isNamed ? quoted(name) : address}</bdi
        >
      </h2>
      ${isNamed ? html`<bdi class="address" part="address">${address}</bdi>` : nothing}
      ${isSelf ? html`<p class="note" part="note">${words().card.self}</p>` : renderNick(contact)}
    </div>
  </header>`;
}

/** A claim that anybody can make: said as such, and only where it says something. */
function renderNick({ nick, name }: Contact): TemplateResult | typeof nothing {
  const claim = foreignText(nick);
  if (claim === '' || claim === foreignText(name)) return nothing;
  return html`<p class="note nick" part="nick">${isolated(words().card.nick, claim)}</p>`;
}

/** Whether they are there, in their own words, and since when. */
export function renderAvailability(contact: Contact): TemplateResult {
  const since = sinceText(contact);
  return html`<div class="now" part="presence">
    ${presenceIcon(contact.availability)}
    <div class="state">
      <p><span part="availability" class="availability">${capitalized(availabilityText(contact))}</span>${since ? html` <span class="note" part="since">${since}</span>` : nothing}</p>
      ${contact.status ? renderForeign(contact.status, 'status', words().card.status) : nothing}
    </div>
  </div>`;
}

function sinceText(contact: Contact): string {
  const { presence } = words();
  if (contact.lastSeen) return capitalized(presence.lastSeen(momentWords(contact.lastSeen)));
  return isOnline(contact) && contact.idleSince ? capitalized(presence.idleSince(momentWords(contact.idleSince))) : '';
}

/** Every client they are connected with, the one that counts first. */
export function renderDevices({ resources }: Contact): TemplateResult | typeof nothing {
  if (resources.length === 0) return nothing;
  return html`<section part="devices">
    <h3 part="section-title" tabindex="-1">${words().card.devices(resources.length)}</h3>
    <ul class="devices">
      ${resources.map((resource, index) => renderDevice(resource, index === 0))}
    </ul>
  </section>`;
}

function renderDevice({ resource, show, status, priority, idleSince }: ResourcePresence, counts: boolean): TemplateResult {
  const availability = show ?? 'available';
  const { card, presence } = words();
  const idle = idleSince ? presence.idleSince(momentWords(idleSince)) : '';
  const facts = [capitalized(presence.availability[availability]), idle, card.priority(numberWords(priority))].filter(Boolean).join(' · ');
  return html`<li part="device">
    ${presenceIcon(availability)}
    <div class="state">
      <p class="device-line">
        <bdi class="device-name" part="device-name" title=${quoted(resource)}>${quoted(resource) || card.unnamedDevice}</bdi>
        ${counts ? html`<span class="counts" part="counts" title=${card.countsHint}>${card.counts}</span>` : nothing}
      </p>
      <p class="note" part="device-facts">${facts}</p>
      ${status ? renderForeign(status, 'device-status', card.deviceStatus) : nothing}
    </div>
  </li>`;
}

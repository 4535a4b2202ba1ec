import { html } from 'lit';
import '../src/index.js';
import type { ContactRenderer, XmppRoster } from '../src/index.js';
import { signInAll } from './connections.js';

signInAll('demo');

const withButtons = document.querySelector<XmppRoster>('#with-buttons');
const withTemplate = document.querySelector<XmppRoster>('#with-template');
const said = document.querySelector('#said');

if (withButtons && said) {
  let unread: ReadonlyMap<string, number> = new Map([['stuart@im.company.org', 3], ['yuki.tanaka@im.company.org', 120], ['olena.kovalenko@im.company.org', 1]]);
  withButtons.unread = unread;
  withButtons.contactActions = [{ id: 'chat', label: 'Chat', icon: '💬' }, { id: 'call', label: 'Call', icon: '📞' }];
  withButtons.addEventListener('xmpp-contact-action', ({ detail: { id, jid } }) => {
    said.textContent = `${id === 'chat' ? 'A chat with' : 'A call to'} ${jid} would open here.`;
    unread = new Map([...unread].filter(([other]) => other !== jid));
    withButtons.unread = unread;
  });
}

/** The groups in place of what people say; the page's style sheet reaches them by their part. */
const template: ContactRenderer = (contact, { avatar, idle }) => html`${avatar} <span>${contact.name}<br /><small part="groups">${[idle, ...(contact.item?.groups ?? [])].filter(Boolean).join(' · ')}</small></span>`;

if (withTemplate) withTemplate.renderContact = template;

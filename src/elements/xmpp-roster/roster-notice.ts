import { html, type TemplateResult } from 'lit';
import type { Session } from '../../state/session.js';
import { words } from '../messages/messages.js';
import { momentWords } from '../words.js';

interface Notice {
  /** The slot in which the page may say it in its own way, if it may. */
  readonly slot?: 'empty' | 'loading' | 'offline';
  readonly text: string;
}

/** What there is to say of the list as a whole; no room while it speaks for itself. */
export function renderNotice(session: Session | undefined, listed: boolean, searching: boolean): TemplateResult {
  // A search says itself that it has found nobody.
  const notice = rosterNotice(session, listed || searching);
  return html`<div class="notice ${notice ? '' : 'silent'} ${listed ? 'over-list' : ''}" part="notice" role="status">
    ${notice?.slot ? html`<slot name=${notice.slot}>${notice.text}</slot>` : notice?.text}
  </div>`;
}

function rosterNotice(session: Session | undefined, listed: boolean): Notice | undefined {
  const { phrases, roster } = words();
  if (!session) return { slot: 'offline', text: phrases.unconnected };
  if (session.ready) return readyNotice(session, listed);
  switch (session.connectionStatus) {
    case 'online':
      return listed ? undefined : { slot: 'loading', text: roster.notice.loading };
    case 'connecting':
      return { slot: 'loading', text: roster.notice.connecting };
    case 'reconnecting':
      return { slot: 'offline', text: soughtAgain(session) };
    case 'offline':
      return { slot: 'offline', text: roster.notice.unconnected + unknownSince(session) };
  }
}

function readyNotice({ presence, viewSettings }: Session, listed: boolean): Notice | undefined {
  const { notice } = words().roster;
  if (presence.type === 'unavailable') return { slot: 'offline', text: notice.unavailable };
  if (listed) return undefined;
  return viewSettings.filter === 'everyone' ? { slot: 'empty', text: notice.empty } : { text: words().finding.nobody };
}

/** A first connection may take several attempts; without a network nothing is tried, which the connection says. */
function soughtAgain(session: Session): string {
  const { notice } = words().roster;
  if (!session.disconnectedSince) return notice.connecting;
  return session.failure?.kind === 'no-network' ? unknownSince(session).trim() : notice.reconnecting + unknownSince(session);
}

function unknownSince({ disconnectedSince }: Session): string {
  return disconnectedSince ? ` ${words().roster.notice.unknownSince(momentWords(disconnectedSince))}` : '';
}

import { requireAddress } from '../../state/address.js';
import type { Contact } from '../../state/contact.js';
import type { Session } from '../../state/session.js';
import { foreignText } from '../foreign-text.js';
import type { LookAlikes } from '../look-alikes.js';
import { capitalized, listWords, quoted, relationWords } from '../words.js';

/** What there is to say of an address that was typed. */
export interface AddressCheck {
  /** The bare address that is meant; absent: it cannot be added. */
  readonly jid?: string;
  /** Why it cannot be added. */
  readonly error?: string;
  /** What is likely meant instead. */
  readonly suggestion?: string;
  /** What one should look at before it is added; it can be. */
  readonly warnings: readonly string[];
  /** What is good to know. */
  readonly hints: readonly string[];
}

/** RFC 7622 §3.3.1, and no blanks or controls. */
const LOCAL = /^[^\s\p{C}"&'/:<>@]+$/u;
const DOMAIN = /^(?:[\p{L}\p{M}\p{N}_-]+(?:\.[\p{L}\p{M}\p{N}_-]+)*|\[[\da-f:.]+\])$/u;

/** The bare address that the text means; `undefined` for none. */
export function readAddress(text: string): string | undefined {
  try {
    const jid = requireAddress(text);
    const at = jid.indexOf('@');
    const isWellFormed = DOMAIN.test(jid.slice(at + 1)) && (at < 0 || LOCAL.test(jid.slice(0, at)));
    return isWellFormed ? jid : undefined;
  } catch {
    return undefined;
  }
}

export function checkAddress(text: string, session: Session, lookAlikes: LookAlikes): AddressCheck {
  const typed = text.trim();
  const jid = readAddress(typed);
  const isName = !typed.includes('@') && !typed.includes('.');
  if (jid === undefined || isName) return refuseMalformed(typed, session);
  if (jid === session.jid) return refuse('This is your own address.');
  return {
    jid,
    warnings: [...warnOfServer(jid), ...warnOfLookAlikes(jid, session, lookAlikes), ...warnOfBlocked(session.contact(jid))],
    hints: [...hintAtResource(typed, jid), ...hintAtContact(session.contact(jid))],
  };
}

function refuse(error: string, suggestion?: string): AddressCheck {
  return { error, warnings: [], hints: [], ...(suggestion === undefined ? {} : { suggestion }) };
}

/** In a company people know each other by the part before the @. */
function refuseMalformed(typed: string, { jid: own }: Session): AddressCheck {
  if (typed === '') return refuse('Please enter an address, such as name@company.org.');
  const colleague = own === undefined || /[@/]/.test(typed) ? undefined : readAddress(`${typed}${own.slice(own.indexOf('@'))}`);
  return refuse('This is not an address yet. It should look like name@company.org.', colleague === own ? undefined : colleague);
}

function warnOfServer(jid: string): string[] {
  return jid.includes('@') ? [] : ['This is the address of a server. That of a person has a name and @ before it.'];
}

function warnOfLookAlikes(jid: string, session: Session, lookAlikes: LookAlikes): string[] {
  const alike = lookAlikes.find(session, jid).map((other) => session.contact(other));
  return alike.map((other) => `Careful: this looks like ${described(other)} of your contact list, but is another address.`);
}

function warnOfBlocked({ blocked }: Contact): string[] {
  return blocked ? ['You block this address. Adding it does not change that.'] : [];
}

function hintAtResource(typed: string, jid: string): string[] {
  return typed.includes('/') ? [`${quoted(jid)} will be added. What follows the slash is only one of their devices.`] : [];
}

function hintAtContact(contact: Contact): string[] {
  const { item, requested } = contact;
  if (!item) return requested ? ['They ask to see your presence, too.'] : [];
  const groups = item.groups.length > 0 ? `, in ${listWords(item.groups.map(quoted))}` : '';
  const relation = capitalized(relationWords(contact));
  return [`Already in your contact list${item.name ? ` as ${foreignText(item.name)}` : ''}${groups}.${relation ? ` ${relation}.` : ''}`];
}

/** "ann@im.example (Ann Lee)". */
function described({ jid, item }: Contact): string {
  return item?.name ? `${quoted(jid)} (${foreignText(item.name)})` : quoted(jid);
}

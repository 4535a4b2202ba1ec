import { requireAddress } from '../../state/address.js';
import type { Contact } from '../../state/contact.js';
import type { Session } from '../../state/session.js';
import { foreignText } from '../foreign-text.js';
import type { LookAlikes } from '../look-alikes.js';
import { words } from '../messages/messages.js';
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

/** The bare address that is meant by what was typed; `undefined` where none that is well-formed is. */
export function readTypedAddress(text: string): string | undefined {
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
  const jid = readTypedAddress(typed);
  const isName = !typed.includes('@') && !typed.includes('.');
  if (jid === undefined || isName) return refuseMalformed(typed, session);
  if (jid === session.jid) return refuse(words().addContact.own);
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
  const { addContact } = words();
  if (typed === '') return refuse(addContact.missing);
  const colleague = own === undefined || /[@/]/.test(typed) ? undefined : readTypedAddress(`${typed}${own.slice(own.indexOf('@'))}`);
  return refuse(addContact.malformed, colleague === own ? undefined : colleague);
}

function warnOfServer(jid: string): string[] {
  return jid.includes('@') ? [] : [words().addContact.server];
}

function warnOfLookAlikes(jid: string, session: Session, lookAlikes: LookAlikes): string[] {
  const alike = lookAlikes.find(session, jid).map((other) => session.contact(other));
  return alike.map((other) => words().addContact.lookAlike(described(other)));
}

function warnOfBlocked({ blocked }: Contact): string[] {
  return blocked ? [words().addContact.blocked] : [];
}

function hintAtResource(typed: string, jid: string): string[] {
  return typed.includes('/') ? [words().addContact.resource(quoted(jid))] : [];
}

function hintAtContact(contact: Contact): string[] {
  const { item, requested } = contact;
  if (!item) return requested ? [words().addContact.theyAsk] : [];
  const { addContact } = words();
  const already = addContact.already(foreignText(item.name), listWords(item.groups.map(quoted)));
  const relation = capitalized(relationWords(contact));
  return [relation ? `${already} ${addContact.sentence(relation)}` : already];
}

/** "ann@im.example (Ann Lee)". */
function described({ jid, item }: Contact): string {
  return item?.name ? words().phrases.named(quoted(jid), foreignText(item.name)) : quoted(jid);
}

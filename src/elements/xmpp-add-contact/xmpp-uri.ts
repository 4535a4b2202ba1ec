import { foreignText } from '../foreign-text.js';

/** What an `xmpp:` URI says of a contact to be added. */
export interface ContactLink {
  readonly address: string;
  readonly name?: string | undefined;
  readonly groups: readonly string[];
  /** Whether it asks for their presence (XEP-0147 §3.2.2). */
  readonly subscribe: boolean;
}

/** XEP-0147 knows one; more than a few are mischief. */
const MOST_GROUPS = 5;
const LONGEST = 100;
const SCHEME = /^xmpp:/i;
/** RFC 5122 §2.2: an authority component says as whom to do it; that is for the user to say. */
const AUTHORITY = /^\/\/[^/?#]*\/?/;

export function isXmppUri(text: string): boolean {
  return SCHEME.test(text.trim());
}

/** Reads an `xmpp:` URI or IRI (RFC 5122) with `?roster` or `?subscribe` (XEP-0147); `undefined` when it is broken. */
export function readXmppUri(text: string): ContactLink | undefined {
  const [rest = ''] = text.trim().replace(SCHEME, '').replace(AUTHORITY, '').split('#');
  const [path = '', ...queries] = rest.split('?');
  const [action = '', ...pairs] = queries.join('?').split(';');
  try {
    const address = decodeURIComponent(path);
    const read = action === 'roster' || action === 'subscribe' ? pairs.map(readPair) : [];
    const values = (key: string) => read.filter(([name, value]) => name === key && value !== '').map(([, value]) => value);
    return { address, name: values('name')[0], groups: [...new Set(values('group'))].slice(0, MOST_GROUPS), subscribe: action === 'subscribe' };
  } catch {
    return undefined;
  }
}

/** Links come from strangers. @throws URIError at a broken escape */
function readPair(pair: string): readonly [key: string, value: string] {
  const [key = '', ...value] = pair.split('=');
  return [decodeURIComponent(key), foreignText(decodeURIComponent(value.join('='))).slice(0, LONGEST)];
}

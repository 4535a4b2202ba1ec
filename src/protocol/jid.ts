/**
 * Addresses (RFC 7622). Two addresses are the same when their prepared forms are equal: local part and domain
 * are folded (width, case, composition), the resource is compared as it stands.
 */
export interface Jid {
  /** Prepared `local@domain` or `domain`. */
  readonly bare: string;
  readonly local: string;
  readonly domain: string;
  /** The resource as it stands, `''` when there is none. */
  readonly resource: string;
}

const PLAIN_ASCII = /^[\x21-\x7e]*$/;
const SEPARATOR = /[@/]/;
const FULL_WIDTH = /[\uff01-\uffee]/g;

/** An address as servers send nearly all of them: prepared already. */
const PREPARED = /^((?:([a-z0-9!#$%*+=?^_`{|}~.-]+)@)?([a-z0-9.-]*[a-z0-9]))(?:\/([^]+))?$/;

function fold(part: string): string {
  if (PLAIN_ASCII.test(part)) return part.toLowerCase();
  // RFC 8265 §3.3.2: width mapping, then case mapping, then composition.
  return part.replace(FULL_WIDTH, (wide) => wide.normalize('NFKC')).toLowerCase().normalize('NFC');
}

/** Reads an address; `undefined` when it is none (no domain, a second `@`, an empty part). */
export function parseJid(text: string): Jid | undefined {
  const prepared = PREPARED.exec(text);
  if (!prepared) return prepareJid(text);
  const [, bare = '', local = '', domain = '', resource = ''] = prepared;
  return { bare, local, domain, resource };
}

function prepareJid(text: string): Jid | undefined {
  const slash = text.indexOf('/');
  const address = slash < 0 ? text : text.slice(0, slash);
  const resource = slash < 0 ? '' : text.slice(slash + 1);
  const at = address.indexOf('@');
  const local = at < 0 ? '' : fold(address.slice(0, at));
  const domain = fold(address.slice(at + 1)).replace(/\.$/, '');
  if (domain === '' || at === 0 || (slash >= 0 && resource === '')) return undefined;
  // Folding turns full-width separators into plain ones: read again, it would be another address.
  if (SEPARATOR.test(local) || SEPARATOR.test(domain)) return undefined;
  return { bare: local === '' ? domain : `${local}@${domain}`, local, domain, resource };
}

/** The prepared bare address, the key under which everything about a contact is kept; `undefined` for no address. */
export function bareJid(text: string | undefined): string | undefined {
  return text === undefined ? undefined : parseJid(text)?.bare;
}

/** `local@domain/resource`, prepared. */
export function fullJid({ bare, resource }: Jid): string {
  return resource === '' ? bare : `${bare}/${resource}`;
}

/** The domain of a prepared bare address. */
export function domainOf(jid: string): string {
  return jid.slice(jid.indexOf('@') + 1);
}

/** The part people recognise: the local part, else the domain. */
export function localPart(jid: string): string {
  const at = jid.indexOf('@');
  return at > 0 ? jid.slice(0, at) : jid;
}

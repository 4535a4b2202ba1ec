/** A prepared JID; `resource` is empty for a bare one. */
export interface Jid {
  readonly local: string;
  readonly domain: string;
  readonly resource: string;
  /** `local@domain`, or the domain alone. */
  readonly bare: string;
  /** With the resource where there is one. */
  readonly full: string;
}

const MAX_PART_BYTES = 1023;
// RFC 7622 §3.3.1 forbids these in the local part; \s and control characters fall to the PRECIS classes.
const FORBIDDEN_LOCAL = /["&'/:<>@\s\u0000-\u001f\u007f]/u;
const FORBIDDEN_DOMAIN = /[@/\s\u0000-\u001f\u007f]/u;

export function byteLength(text: string): number {
  return new TextEncoder().encode(text).length;
}

/** RFC 7622 §3.2–3.4: local and domain part case-folded, the resource as it is. `undefined` when the text is no JID. */
export function parseJid(text: string): Jid | undefined {
  const [address, resource] = splitOnce(text, '/');
  const [first, second] = splitOnce(address, '@');
  const local = second === undefined ? '' : foldCase(first);
  const domain = foldCase(second ?? first).replace(/\.$/, '');
  if (resource === '' || (second !== undefined && !isLocal(local)) || !isDomain(domain)) return undefined;
  if (byteLength(resource ?? '') > MAX_PART_BYTES) return undefined;
  return makeJid(local, domain, resource?.normalize('NFC') ?? '');
}

export function makeJid(local: string, domain: string, resource = ''): Jid {
  const bare = local === '' ? domain : `${local}@${domain}`;
  return { local, domain, resource, bare, full: resource === '' ? bare : `${bare}/${resource}` };
}

export function foldCase(text: string): string {
  return text.normalize('NFKC').toLowerCase().normalize('NFC');
}

function splitOnce(text: string, separator: string): [string, string | undefined] {
  const at = text.indexOf(separator);
  return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)];
}

function isLocal(local: string): boolean {
  return local !== '' && byteLength(local) <= MAX_PART_BYTES && !FORBIDDEN_LOCAL.test(local);
}

function isDomain(domain: string): boolean {
  return domain !== '' && byteLength(domain) <= MAX_PART_BYTES && !FORBIDDEN_DOMAIN.test(domain);
}

const WEBSOCKET = 'urn:xmpp:alt-connections:websocket';
/** Such a file has a few links; a server that sends more characters than this is not listened to. */
const MAX_LENGTH = 65_536;

/** Of a response what the look-up needs. */
interface Response {
  readonly ok: boolean;
  readonly status: number;
  text(): Promise<string>;
}

type Fetch = (url: string, mode?: 'no-cors') => Promise<Response>;

/** What was asked, and what was missing. */
export interface LookUp {
  readonly url: string;
  readonly problem:
    /** It answered with another status than 200. */
    | 'status'
    /** It answers, but this page may not read it: the CORS header is missing. */
    | 'cors'
    /** Nothing answers, or not securely. */
    | 'silent'
    /** It names no `wss:` address. */
    | 'no-link'
    /** What it holds is no host-meta. */
    | 'malformed';
  readonly status?: number | undefined;
}

type Found = { readonly service: string } | LookUp;

/**
 * Finds a domain's WebSocket (XEP-0156 §3): host-meta as JSON and as XML, over HTTPS, `wss:` links only.
 * @returns the URL, or what was asked and what was missing
 */
export async function findService(domain: string, fetch: Fetch): Promise<{ readonly service: string } | { readonly lookUps: readonly LookUp[] }> {
  const base = `https://${domain}/.well-known/host-meta`;
  const [json, xml] = await Promise.all([read(`${base}.json`, fetch, linksInJson), read(base, fetch, linksInXml)]);
  return 'service' in json ? json : 'service' in xml ? xml : { lookUps: [json, xml] };
}

async function read(url: string, fetch: Fetch, links: (text: string) => string[] | undefined): Promise<Found> {
  const response = await fetch(url).catch(() => undefined);
  // Browsers do not say why; an answer that may not be read says that there is one.
  if (!response) return fetch(url, 'no-cors').then(() => ({ url, problem: 'cors' }) as const, () => ({ url, problem: 'silent' }) as const);
  if (!response.ok) return { url, problem: 'status', status: response.status };
  const text = await response.text().catch(() => '');
  const found = text.length > MAX_LENGTH ? undefined : links(text);
  const service = found?.find((href) => href.startsWith('wss://'));
  return service === undefined ? { url, problem: found ? 'no-link' : 'malformed' } : { service };
}

function linksInJson(text: string): string[] | undefined {
  const links = linksOf(text);
  if (!Array.isArray(links)) return undefined;
  return links.filter((link: { rel?: unknown; href?: unknown } | null) => link?.rel === WEBSOCKET && typeof link.href === 'string').map((link: { href: string }) => link.href);
}

function linksOf(text: string): unknown {
  try {
    return (JSON.parse(text) as { links?: unknown } | null)?.links;
  } catch {
    return undefined;
  }
}

/** XRD is flat and its links bear no text: attributes are all there is to read. */
function linksInXml(text: string): string[] | undefined {
  if (!/<(?:\w+:)?XRD\b/.test(text)) return undefined;
  const links = text.replace(/<!--[^]*?-->/g, '').match(/<(?:\w+:)?Link\b[^>]*>/g) ?? [];
  const attribute = (link: string, name: string) => new RegExp(`\\b${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(link)?.slice(1).find(Boolean);
  return links.filter((link) => attribute(link, 'rel') === WEBSOCKET).map((link) => (attribute(link, 'href') ?? '').replaceAll('&amp;', '&'));
}

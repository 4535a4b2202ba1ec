const WEBSOCKET = 'urn:xmpp:alt-connections:websocket';

/** Of a response what the look-up needs. */
interface Response {
  readonly ok: boolean;
  readonly status: number;
  text(): Promise<string>;
}

type Found = { readonly service: string } | { readonly problem: string };

/**
 * Finds a domain's WebSocket (XEP-0156 §3): host-meta as JSON, then as XML, over HTTPS, `wss:` links only.
 * @returns the URL, or what was asked and what was missing
 */
export async function findService(domain: string, fetch: (url: string) => Promise<Response>): Promise<Found> {
  const base = `https://${domain}/.well-known/host-meta`;
  const [json, xml] = await Promise.all([read(`${base}.json`, fetch, linksInJson), read(base, fetch, linksInXml)]);
  return 'service' in json ? json : 'service' in xml ? xml : { problem: `${json.problem}; ${xml.problem}.` };
}

async function read(url: string, fetch: (url: string) => Promise<Response>, links: (text: string) => string[]): Promise<Found> {
  try {
    const response = await fetch(url);
    if (!response.ok) return { problem: `${url} answered ${response.status}` };
    const service = links(await response.text()).find((href) => href.startsWith('wss://'));
    return service ? { service } : { problem: `${url} names no wss: address` };
  } catch {
    return { problem: `${url} could not be read (not there, or no CORS header)` };
  }
}

function linksInJson(text: string): string[] {
  const { links } = JSON.parse(text) as { links?: unknown };
  if (!Array.isArray(links)) return [];
  return links.filter((link: { rel?: unknown; href?: unknown }) => link?.rel === WEBSOCKET && typeof link.href === 'string').map((link: { href: string }) => link.href);
}

/** XRD is flat and its links bear no text: attributes are all there is to read. */
function linksInXml(text: string): string[] {
  const links = text.replace(/<!--[^]*?-->/g, '').match(/<(?:\w+:)?Link\b[^>]*>/g) ?? [];
  const attribute = (link: string, name: string) => new RegExp(`\\b${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(link)?.slice(1).find(Boolean);
  return links.filter((link) => attribute(link, 'rel') === WEBSOCKET).map((link) => (attribute(link, 'href') ?? '').replaceAll('&amp;', '&'));
}

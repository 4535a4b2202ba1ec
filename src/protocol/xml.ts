/** The namespace of stanzas a client exchanges (RFC 6120 §4.8.3); also what a frame without a declaration means. */
export const CLIENT_NS = 'jabber:client';

/** An XML element as plain data. */
export interface XmlElement {
  readonly name: string;
  readonly attrs: Readonly<Record<string, string | undefined>>;
  readonly children: readonly XmlNode[];
  readonly parent?: XmlElement | null;
}

export type XmlNode = XmlElement | string;

/** Builds an element; attributes and children that are `undefined` are left out. */
export function element(
  name: string,
  attrs: Record<string, string | undefined> = {},
  ...children: readonly (XmlNode | undefined)[]
): XmlElement {
  return { name, attrs, children: children.filter((child) => child !== undefined) };
}

/** The element's name without a namespace prefix. */
export function localName(node: XmlElement): string {
  return node.name.slice(node.name.indexOf(':') + 1);
}

/** The namespace the element is in: its own declaration, else the nearest one around it; '' for a prefix that is nowhere declared. */
export function namespaceOf(node: XmlElement): string {
  const colon = node.name.indexOf(':');
  const declaration = colon < 0 ? 'xmlns' : `xmlns:${node.name.slice(0, colon)}`;
  for (let at: XmlElement | null | undefined = node; at; at = at.parent) {
    const declared = at.attrs[declaration];
    if (declared !== undefined) return declared;
  }
  return colon < 0 ? CLIENT_NS : '';
}

function is(node: XmlNode, parent: XmlElement, name: string, ns: string): node is XmlElement {
  if (typeof node === 'string') return false;
  // Hardly anybody writes prefixes: comparing whole names settles nearly all.
  if (node.name !== name && (node.name.length <= name.length || localName(node) !== name)) return false;
  const inherits = node.attrs.xmlns === undefined && !node.name.includes(':');
  return (inherits ? namespaceOf(parent) : namespaceOf(node)) === ns;
}

/** The direct children of that name and namespace. Deeper ones never count: they belong to somebody else's payload. */
export function children(parent: XmlElement, name: string, ns: string): XmlElement[] {
  return parent.children.filter((node): node is XmlElement => is(node, parent, name, ns));
}

/** The first direct child of that name and namespace. */
export function child(parent: XmlElement, name: string, ns: string): XmlElement | undefined {
  return parent.children.find((node): node is XmlElement => is(node, parent, name, ns));
}

/** The direct child elements, text left aside. */
export function childElements(parent: XmlElement): XmlElement[] {
  return parent.children.filter((node): node is XmlElement => typeof node !== 'string');
}

/** The character data directly inside the element. */
export function textOf(node: XmlElement): string {
  const [first] = node.children;
  if (node.children.length === 1 && typeof first === 'string') return first;
  return node.children.filter((part) => typeof part === 'string').join('');
}

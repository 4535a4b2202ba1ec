import { CLIENT_NS, type XmlElement, type XmlNode } from './xml.js';

/** Elements deeper than this are left out: whoever walks through a stanza may do so by recursion. */
const MAX_DEPTH = 256;

const ENTITIES: ReadonlyMap<string, string> = new Map([['amp', '&'], ['lt', '<'], ['gt', '>'], ['quot', '"'], ['apos', "'"]]);
const REFERENCE = /&(?:#x([\da-f]+)|#(\d+)|([^\s;&]*))(;?)/gi;
const DECLARATION = /^\s*<\?xml\s[^<>]*\?>/;
/** What no XML can carry, escaped or not (XML 1.0 §2.2): a server ends the stream over it, and would again at the next attempt. */
const NOT_XML = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

const [TAB, LINE, RETURN, SPACE, EXCLAMATION, QUOTE, APOSTROPHE, SLASH, EQUALS, GREATER] = [9, 10, 13, 32, 33, 34, 39, 47, 61, 62];

class ParsedElement implements XmlElement {
  readonly attrs: Record<string, string> = {};
  readonly children: XmlNode[] = [];

  constructor(
    readonly name: string,
    readonly parent: ParsedElement | null,
  ) {}

  toString(): string {
    return toXml(this);
  }
}

/**
 * Reads the one element that a frame holds (RFC 7395 §3.3.3), in the XML that XMPP allows: no comments, processing
 * instructions, DTDs or entities but the five (RFC 6120 §11.1).
 *
 * @throws SyntaxError for anything else
 */
export function parseXml(text: string): XmlElement {
  let at = DECLARATION.exec(text)?.[0].length ?? 0;
  let open: ParsedElement | null = null;
  let depth = 0;
  for (;;) {
    const tag = text.indexOf('<', at);
    if (tag < 0) throw new SyntaxError('The XML ends too soon');
    if (tag > at) addText(open, text.slice(at, tag));
    const next = text.charCodeAt(tag + 1);
    if (next === EXCLAMATION) {
      at = addCharacterData(open, text, tag);
      continue;
    }
    if (next === SLASH) {
      at = readEndTag(open, text, tag);
    } else {
      const end = endOfName(text, tag + 1);
      const element: ParsedElement = new ParsedElement(text.slice(tag + 1, end), open);
      if (depth++ < MAX_DEPTH) open?.children.push(element);
      at = readAttributes(text, end, element.attrs);
      open = element;
      if (text.charCodeAt(at++) === GREATER) continue;
      if (text.charCodeAt(at++) !== GREATER) throw unexpected(text, at - 1);
    }
    const { parent }: ParsedElement = open as ParsedElement;
    if (parent === null) return finish(open as ParsedElement, text, at);
    open = parent;
    depth--;
  }
}

function finish(root: ParsedElement, text: string, at: number): XmlElement {
  const end = skipSpace(text, at);
  if (end < text.length) throw unexpected(text, end);
  return root;
}

/** @returns the index behind the tag */
function readEndTag(open: ParsedElement | null, text: string, tag: number): number {
  const end = endOfName(text, tag + 2);
  const close = skipSpace(text, end);
  if (text.charCodeAt(close) !== GREATER) throw unexpected(text, close);
  if (text.slice(tag + 2, end) !== open?.name) throw new SyntaxError(`<${open?.name ?? ''}> ends as ${text.slice(tag, close + 1)}`);
  return close + 1;
}

/** @returns the index of the `>` or `/` */
function readAttributes(text: string, start: number, attrs: Record<string, string>): number {
  for (let at = start; ; ) {
    const name = skipSpace(text, at);
    const first = text.charCodeAt(name);
    if (first === GREATER || first === SLASH) return name;
    const end = endOfName(text, name);
    const equals = skipSpace(text, end);
    const quote = skipSpace(text, equals + 1);
    const mark = text.charCodeAt(quote);
    if (name === at || text.charCodeAt(equals) !== EQUALS || (mark !== QUOTE && mark !== APOSTROPHE)) throw unexpected(text, name);
    const close = text.indexOf(mark === QUOTE ? '"' : "'", quote + 1);
    const value = text.slice(quote + 1, close);
    const key = text.slice(name, end);
    if (close < 0 || value.includes('<') || Object.hasOwn(attrs, key)) throw unexpected(text, name);
    attrs[key] = unescape(value);
    at = close + 1;
  }
}

function addText(open: ParsedElement | null, text: string): void {
  if (open) open.children.push(unescape(text));
  else if (skipSpace(text, 0) < text.length) throw unexpected(text, 0);
}

/** @returns the index behind the section */
function addCharacterData(open: ParsedElement | null, text: string, start: number): number {
  const end = text.indexOf(']]>', start);
  if (!open || end < 0 || !text.startsWith('<![CDATA[', start)) throw unexpected(text, start);
  open.children.push(text.slice(start + 9, end));
  return end + 3;
}

/** The index behind the name; names are as XML has them, but for what is allowed of ASCII's signs. */
function endOfName(text: string, start: number): number {
  let at = start;
  for (let code = text.charCodeAt(at); isNameCharacter(code); code = text.charCodeAt(++at));
  if (at === start) throw unexpected(text, at);
  return at;
}

function isNameCharacter(code: number): boolean {
  // Letters and beyond; digits and the colon; hyphen and full stop.
  return code > 64 || (code >= 48 && code <= 58) || code === 45 || code === 46;
}

function skipSpace(text: string, start: number): number {
  let at = start;
  for (let code = text.charCodeAt(at); code === SPACE || code === LINE || code === TAB || code === RETURN; code = text.charCodeAt(++at));
  return at;
}

function unescape(text: string): string {
  return text.includes('&') ? text.replace(REFERENCE, resolve) : text;
}

function resolve(reference: string, hex: string | undefined, decimal: string | undefined, name: string | undefined, end: string): string {
  const character = name === undefined ? characterOf(parseInt(hex ?? decimal ?? '', hex === undefined ? 10 : 16)) : ENTITIES.get(name);
  if (end === '' || character === undefined) throw new SyntaxError(`Unknown entity ${reference}`);
  return character;
}

function characterOf(code: number): string | undefined {
  const character = code <= 0x10ffff ? String.fromCodePoint(code) : '';
  return character.replace(NOT_XML, '') || undefined;
}

function unexpected(text: string, at: number): SyntaxError {
  return new SyntaxError(at < text.length ? `Unexpected XML at character ${at}: ${text.slice(at, at + 20)}` : 'The XML ends too soon');
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;',
  // Readers turn these into spaces or drop them, unless they are escaped (XML 1.0 §2.11, §3.3.3).
  '\t': '&#9;', '\n': '&#10;', '\r': '&#13;',
};

/** As much of a text as XML can carry. */
export function xmlText(text: string): string {
  return text.replace(NOT_XML, '');
}

/** Writes a stanza as a frame of its own. What XML cannot carry is left out. */
export function toXml(element: XmlElement): string {
  return write(element.attrs.xmlns === undefined ? { ...element, attrs: { xmlns: CLIENT_NS, ...element.attrs } } : element);
}

function write({ name, attrs, children }: XmlElement): string {
  let start = `<${name}`;
  for (const [key, value] of Object.entries(attrs)) if (value !== undefined) start += ` ${key}="${escape(value, /[&<>"'\t\n\r]/g)}"`;
  const content = children.map((node) => (typeof node === 'string' ? escape(node, /[&<>\r]/g) : write(node))).join('');
  return content === '' ? `${start}/>` : `${start}>${content}</${name}>`;
}

function escape(text: string, special: RegExp): string {
  return xmlText(text).replace(special, (character) => ESCAPES[character] ?? '');
}

// @xmpp/xml ships no types. Only what the server uses is declared here.
export type Attributes = Record<string, string | undefined>;
export type Child = Element | string | undefined;

export class Element {
  constructor(name: string, attrs?: Attributes);
  name: string;
  parent: Element | null;
  attrs: Attributes;
  children: (Element | string)[];
  is(name: string, namespace?: string): boolean;
  getName(): string;
  getNS(): string | undefined;
  getChild(name: string, namespace?: string): Element | undefined;
  getChildren(name: string, namespace?: string): Element[];
  getChildElements(): Element[];
  getChildText(name: string, namespace?: string): string | null;
  getText(): string;
  append(...nodes: (Element | string)[]): void;
  t(text: string): this;
  toString(): string;
}

export class Parser {
  onStartElement(name: string, attrs: Attributes): void;
  onEndElement(name: string): void;
  onText(text: string): void;
  write(data: string): void;
}

export function xml(name: string, attrs?: Attributes, ...children: (Child | readonly Child[])[]): Element;

import { noChange } from 'lit';
import { Directive, directive, PartType, type AttributePart, type PartInfo } from 'lit/directive.js';

/** CSS properties (custom ones too) and their values. */
export type StyleProperties = Readonly<Record<string, string>>;

/**
 * Like Lit's `styleMap`, whose first render writes a `style` attribute: a Content-Security-Policy without
 * `unsafe-inline` forbids that, while CSSOM is always allowed.
 */
class StyleMapDirective extends Directive {
  #set: ReadonlySet<string> = new Set();

  constructor(part: PartInfo) {
    super(part);
    if (part.type !== PartType.ATTRIBUTE || part.name !== 'style') throw new Error('styleMap belongs in a style attribute.');
  }

  render(_properties: StyleProperties): typeof noChange {
    return noChange;
  }

  override update(part: AttributePart, [properties]: [StyleProperties]): typeof noChange {
    const { style } = part.element;
    for (const name of this.#set) if (!(name in properties)) style.removeProperty(name);
    for (const [name, value] of Object.entries(properties)) style.setProperty(name, value);
    this.#set = new Set(Object.keys(properties));
    return this.render(properties);
  }
}

export const styleMap = directive(StyleMapDirective);

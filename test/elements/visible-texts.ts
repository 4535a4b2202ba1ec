const SPOKEN = ['aria-label', 'aria-description', 'aria-roledescription', 'aria-valuetext', 'title', 'placeholder', 'alt'];

/** Everything that an element shows or has read aloud, in and below its shadow root. */
export function visibleTexts(element: Element): string[] {
  const texts = SPOKEN.map((name) => element.getAttribute(name)).filter((text) => text !== null && text !== '');
  const children = element.shadowRoot ? [...element.shadowRoot.childNodes] : [...element.childNodes];
  return [...texts.map(String), ...children.flatMap(textsOf)];
}

function textsOf(node: Node): string[] {
  if (node instanceof Text) return node.data.trim() === '' ? [] : [node.data.trim()];
  return node instanceof Element && node.localName !== 'style' ? visibleTexts(node) : [];
}

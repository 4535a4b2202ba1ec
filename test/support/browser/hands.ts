import { sendKeys, sendMouse } from '@web/test-runner-commands';

/** Clicks in the middle of the element, with the real mouse. */
export async function click(element: Element): Promise<void> {
  element.scrollIntoView({ block: 'nearest' });
  const { x, y, width, height } = element.getBoundingClientRect();
  await sendMouse({ type: 'click', position: [Math.round(x + width / 2), Math.round(y + height / 2)] });
}

/** Presses real keys one after the other; with modifiers as `Shift+Tab`. */
export async function press(...strokes: readonly string[]): Promise<void> {
  for (const stroke of strokes) {
    const modifiers = stroke.split('+');
    const key = modifiers.pop() ?? '';
    for (const modifier of modifiers) await sendKeys({ down: modifier });
    await sendKeys({ press: key });
    for (const modifier of modifiers.reverse()) await sendKeys({ up: modifier });
  }
}

export function type(text: string): Promise<void> {
  return sendKeys({ type: text });
}

/** What a person reads: hidden text is left out. */
export function textOf(element: Element | null | undefined): string {
  return element instanceof HTMLElement ? element.innerText.replace(/\s+/g, ' ').trim() : '';
}

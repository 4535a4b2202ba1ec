import { html, nothing, type TemplateResult } from 'lit';
import { cut, quoted } from '../words.js';

/** More than this is scrolled, and has to be reached with the keyboard for it. In characters. */
const FITS = 120;
/** XMPP has no limit; more than this nobody reads. In characters. */
const LONGEST = 4_000;
/** Controls that make a text look like another one. */
const INVISIBLE = /[\p{Cc}\p{Bidi_Control}\u2028\u2029]/gu;

/** An address as it is: what could not be seen is shown as a mark, so that no two addresses look the same by it. */
export function addressText(jid: string): string {
  return jid.replace(INVISIBLE, '\ufffd');
}

/** The address, to be broken before its signs rather than anywhere. */
export function renderAddress(jid: string): unknown {
  return addressText(jid).split(/(?=[@.])/).map((part, index) => (index === 0 ? part : html`<wbr />${part}`));
}

/** A text of somebody else's, apart from ours, whole up to a few lines, then scrolled. */
export function renderForeign(text: string, part: string, label: string): TemplateResult {
  const isLong = text.length > FITS;
  return html`<div
    class="foreign"
    part=${part}
    dir="auto"
    role=${isLong ? 'group' : nothing}
    aria-label=${isLong ? label : nothing}
    tabindex=${isLong ? 0 : nothing}
  ><bdi>${cut(text.split('\n').map(quoted).join('\n'), LONGEST)}</bdi></div>`;
}

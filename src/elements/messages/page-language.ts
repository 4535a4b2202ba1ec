import { messageRegistry } from './registry.js';

/** "de-AT" → "de", "de-at": what there may be words for, the most general first. */
export function prefixes(tag: string): readonly string[] {
  const parts = tag.toLowerCase().split('-');
  return parts.map((_, index) => parts.slice(0, index + 1).join('-'));
}

/** What the page says it is written in (BCP 47); `''` where it does not. */
function statedLanguage(): string {
  const { lang } = document.documentElement;
  try {
    return Intl.getCanonicalLocales(lang.trim())[0] ?? '';
  } catch {
    return '';
  }
}

/**
 * The language of the words: that of `<html lang>`; on a page that does not say, the first of the reader's for which the
 * page has brought words.
 */
export function pageLanguage(): string {
  const { languages } = messageRegistry();
  const isKnown = (tag: string) => prefixes(tag).some((prefix) => prefix === 'en' || languages.has(prefix));
  const wanted = statedLanguage() || (navigator.languages.find(isKnown) ?? 'en');
  return isKnown(wanted) ? wanted : 'en';
}

/** Calls whenever the page says something else. */
export function watchPageLanguage(changed: () => void): void {
  new MutationObserver(changed).observe(document.documentElement, { attributeFilter: ['lang'] });
}

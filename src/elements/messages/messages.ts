import { english } from './english.js';
import { withLayer, type MessageTree } from './layers.js';
import { pageLanguage, prefixes, watchPageLanguage } from './page-language.js';
import { messageRegistry, registerChange } from './registry.js';

type Widened<T> = {
  readonly [Key in keyof T]: T[Key] extends string ? string : T[Key] extends (...values: infer Values) => string ? (...values: Values) => string : Widened<T[Key]>;
};

type Partially<T> = {
  readonly [Key in keyof T]?: T[Key] extends string | ((...values: never[]) => string) ? T[Key] | undefined : Partially<T[Key]> | undefined;
};

/** Every word that the elements show or say. A language is one object of this type. */
export type Messages = Widened<typeof english>;

/** Some of the words, as deep as one likes. */
export type PartialMessages = Partially<Omit<Messages, 'language'>>;

interface Shown {
  /** The page's language. */
  readonly tag: string;
  readonly messages: Messages;
  /** Of dates, lists and numbers. */
  readonly locale: string;
}

let shown: Shown | undefined;
const listeners = new Set<() => void>();
let watching = false;

/** The words of the page's language. To be asked for where they are shown, not kept: the language may change. */
export function words(): Messages {
  return now().messages;
}

/** The locale of dates, lists and numbers: the reader's own where it is of the language that is shown. */
export function locale(): string {
  return now().locale;
}

/** Calls when other words are to be shown. @returns its undo */
export function onWordsChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/**
 * Replaces words of the elements, in one language, for the whole page; they show at once. What is not a word of theirs
 * is ignored. A language that this package does not have is added by it: what is missing stays English.
 *
 * @param language BCP 47: `de`, or `de-AT` for what differs there; it shows where `<html lang>` asks for it
 */
export function setMessages(language: string, messages: PartialMessages): void {
  // A page may pass anything.
  if (typeof language === 'string' && typeof messages === 'object' && messages !== null) registerChange(language, messages);
}

function now(): Shown {
  watch();
  return (shown ??= compose());
}

function watch(): void {
  if (watching) return;
  watching = true;
  messageRegistry().listeners.add((tag) => {
    // What is added for another language changes nothing, unless it turns out to be the page's.
    if (!shown || prefixes(shown.tag).includes(tag) || shown.tag !== pageLanguage()) change();
  });
  watchPageLanguage(change);
}

function change(): void {
  shown = undefined;
  for (const listener of listeners) listener();
}

function compose(): Shown {
  const tag = pageLanguage();
  const { languages } = messageRegistry();
  const known = prefixes(tag).filter((prefix) => prefix === 'en' || languages.has(prefix));
  const layers = known.map((prefix) => languages.get(prefix)).flatMap((one) => (one ? [one.base, ...one.changes] : []));
  const composed = layers.reduce<MessageTree>(withLayer, english);
  const [language = 'en'] = known;
  return { tag, messages: { ...(composed as unknown as Messages), language }, locale: localeOf(tag, language) };
}

/** `en` alone says nothing of dates: British readers have them as they know them, on a page that is not American. */
function localeOf(tag: string, language: string): string {
  const isOfIt = (one: string) => prefixes(one)[0] === language;
  if (tag.includes('-') && isOfIt(tag)) return tag;
  return navigator.languages.find(isOfIt) ?? language;
}

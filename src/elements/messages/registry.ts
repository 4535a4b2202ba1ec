import type { Messages } from './messages.js';

/** The words for one language: of ours or the page's, as deep as they differ. */
interface Layers {
  /** A language of this package. */
  base?: object;
  /** What the page says, in the order in which it said it. */
  readonly changes: object[];
}

/** What is known of languages on this page, whichever script brought it, in whatever order they came. */
export interface MessageRegistry {
  /** By BCP 47 tag in lower case. */
  readonly languages: Map<string, Layers>;
  /** Called when something was added for that language. */
  readonly listeners: Set<(tag: string) => void>;
}

const KEY = Symbol.for('xmpp-elements.messages');

/** The page's one registry: a language's script is a bundle of its own and shares no module with the elements. */
export function messageRegistry(): MessageRegistry {
  const page = globalThis as { [KEY]?: MessageRegistry };
  return (page[KEY] ??= { languages: new Map(), listeners: new Set() });
}

/** Makes a language of this package available. */
export function registerLanguage(messages: Messages): void {
  change(messages.language, (layers) => (layers.base = messages));
}

/** Notes what a page says instead. */
export function registerChange(language: string, messages: object): void {
  change(language, ({ changes }) => changes.push(messages));
}

function change(language: string, apply: (layers: Layers) => void): void {
  const { languages, listeners } = messageRegistry();
  const tag = language.toLowerCase();
  const layers = languages.get(tag) ?? { changes: [] };
  apply(layers);
  languages.set(tag, layers);
  for (const listener of listeners) listener(tag);
}

import { english } from './english.js';

type Widened<T> = {
  readonly [Key in keyof T]: T[Key] extends string ? string : T[Key] extends (...values: infer Values) => string ? (...values: Values) => string : Widened<T[Key]>;
};

/** Every word that the elements show or say. A language is one object of this type. */
export type Messages = Widened<typeof english>;

/** The words of the page's language. To be asked for where they are shown, not kept: the language may change. */
export function words(): Messages {
  return english;
}

/** The locale of dates and lists: the reader's own where it is of the language that is shown. */
export function locale(): string {
  const { language } = words();
  return navigator.languages.find((tag) => tag.split('-')[0] === language) ?? language;
}

let collator: Intl.Collator | undefined;

/** Orders names as the reader's language does, and numbers in them by their value. */
export function compareNames(a: string, b: string): number {
  collator ??= new Intl.Collator(undefined, { numeric: true });
  return collator.compare(a, b);
}

/** The same for what differs although the reader's language takes it for equal, such as two groups. */
export function compareDistinct(a: string, b: string): number {
  return compareNames(a, b) || (a < b ? -1 : Number(a > b));
}

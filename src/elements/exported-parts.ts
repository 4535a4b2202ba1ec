/** For `exportparts`: the parts of an element within another one, as `card__header`. */
export function exported(prefix: string, parts: readonly string[]): string {
  return parts.map((part) => `${part}:${prefix}__${part}`).join(', ');
}

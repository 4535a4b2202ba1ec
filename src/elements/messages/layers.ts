type Text = string | ((...values: never[]) => string);
/** Messages of any shape. */
export interface MessageTree {
  readonly [key: string]: Text | MessageTree;
}

/** These messages with what the layer has of them instead. What is no message is left out, whoever wrote it. */
export function withLayer(messages: MessageTree, layer: unknown): MessageTree {
  if (typeof layer !== 'object' || layer === null) return messages;
  const replaced = layer as Readonly<Record<string, unknown>>;
  return Object.fromEntries(Object.entries(messages).map(([key, own]) => [key, replace(own, Object.hasOwn(replaced, key) ? replaced[key] : undefined)]));
}

function replace(own: Text | MessageTree, given: unknown): Text | MessageTree {
  if (typeof own === 'object') return withLayer(own, given);
  if (typeof own === 'string') return typeof given === 'string' ? given : own;
  if (typeof given === 'string') return () => given;
  return typeof given === 'function' ? guarded(given as (...values: unknown[]) => unknown, own as (...values: unknown[]) => string) : own;
}

/** A page's function may throw or return anything: the element is shown all the same, and the page told once. */
function guarded(given: (...values: unknown[]) => unknown, own: (...values: unknown[]) => string) {
  let isReported = false;
  return (...values: unknown[]): string => {
    try {
      const text = given(...values);
      if (typeof text === 'string') return text;
    } catch (error) {
      if (!isReported) reportError(error);
      isReported = true;
    }
    return own(...values);
  };
}

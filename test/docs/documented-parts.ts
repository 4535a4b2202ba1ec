import { readFileSync } from 'node:fs';

/** What an element's description calls a part, those named in passing (`also …`) included. */
export function documentedParts(element: string): string[] {
  const lines = readFileSync(`src/elements/${element}/${element}.ts`, 'utf8').match(/@csspart .*/g) ?? [];
  return lines.flatMap((line) => [/@csspart (\S+)/.exec(line)?.[1] ?? '', ...[...line.matchAll(/`([a-z_-]+)`/g)].map(([, name = '']) => name)]);
}

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build, type InlineConfig, type Rollup } from 'vite';
import { sharedConfig } from '../../scripts/vite-shared.js';

export const pageNames = ['ours', 'floor', 'bare', 'client'] as const;
export type PageName = (typeof pageNames)[number];

/** What the static server serves, by path. */
export type PageFiles = ReadonlyMap<string, { readonly type: string; readonly body: string }>;

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const javascript = 'text/javascript; charset=utf-8';
const page = 'text/html; charset=utf-8';

/**
 * The pages as users would get them: production builds, kept in memory so that runs and builds side by side do not
 * meet. "Ours" is the one-script build of the library as `npm run build` makes it, and a probe beside it.
 */
export async function buildPages(names: readonly PageName[], { minify = true }: { minify?: boolean } = {}): Promise<PageFiles> {
  process.env['NODE_ENV'] = 'production';
  const files = new Map([['/blank.html', { type: page, body: '<!doctype html><title>blank</title>' }]]);
  for (const name of names) {
    files.set(`/${name}.html`, { type: page, body: readFileSync(here(`pages/${name}.html`), 'utf8') });
    files.set(`/${name}.js`, { type: javascript, body: await buildScript(name, minify) });
  }
  if (names.includes('ours')) files.set('/xmpp-elements.js', { type: javascript, body: await buildLibrary(minify) });
  return files;
}

function buildScript(name: PageName, minify: boolean): Promise<string> {
  return buildToText({
    ...sharedConfig,
    configFile: false,
    build: {
      target: 'es2022',
      minify,
      lib: { entry: here(`pages/${name}.ts`), formats: ['iife'], name: `bench_${name}`, fileName: () => `${name}.js` },
    },
  });
}

function buildLibrary(minify: boolean): Promise<string> {
  return buildToText({ configFile: here('../../vite.config.ts'), root: sharedConfig.root, build: { minify } });
}

async function buildToText(config: InlineConfig): Promise<string> {
  const built = await build({ ...config, mode: 'production', logLevel: 'error', build: { ...config.build, write: false } });
  const outputs = (Array.isArray(built) ? built : [built]) as Rollup.RollupOutput[];
  const [chunk, ...others] = outputs.flatMap(({ output }) => output).filter((file) => file.type === 'chunk');
  if (!chunk || others.length > 0) throw new Error('A bench page is to be one script');
  return chunk.code;
}

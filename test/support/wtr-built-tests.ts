import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { TestRunnerConfig } from '@web/test-runner';
import { build } from 'vite';
import { sharedConfig } from '../../scripts/vite-shared.js';
import { temporaryFolder } from './server-process.js';

type Middleware = NonNullable<TestRunnerConfig['middleware']>[number];

/** Of the test runner itself: it is served by it. */
const runnerSocket = /__web-dev-server__web-socket/;

/**
 * Builds the tests and what they import, with chunks in common: a page that asked for each module by itself would take
 * seconds to load.
 * @returns what serves them, and deletes them
 */
export async function builtTests(testFiles: readonly string[]): Promise<{ serve: Middleware; remove(): void }> {
  const folder = temporaryFolder('tests');
  const entries = testFiles.map((file) => relative('', file).replace(/\\/g, '/'));
  await build({
    ...sharedConfig,
    configFile: false,
    logLevel: 'warn',
    build: {
      target: 'esnext',
      outDir: folder.path,
      emptyOutDir: true,
      minify: false,
      sourcemap: 'inline',
      modulePreload: false,
      reportCompressedSize: false,
      rolldownOptions: {
        input: Object.fromEntries(entries.map((file) => [file, file])),
        external: runnerSocket,
        preserveEntrySignatures: 'allow-extension',
        output: {
          entryFileNames: '[name].js',
          chunkFileNames: 'chunks/[name]-[hash].js',
          codeSplitting: { groups: [{ name: 'sources', test: /[\\/]src[\\/](protocol|state|context)[\\/]/ }, { name: 'libraries', test: /[\\/]node_modules[\\/](?!axe-core|chai)/ }] },
        },
      },
    },
  });
  const isBuilt = new Set(entries.map((file) => `/${file}`));
  return {
    serve(context, next) {
      const { path } = context;
      if (!isBuilt.has(path) && !path.startsWith('/chunks/')) return next();
      context.type = 'text/javascript';
      context.body = readFileSync(join(folder.path, isBuilt.has(path) ? `${path}.js` : path), 'utf8');
      return undefined;
    },
    remove: () => folder.remove(),
  };
}

import type { TestRunnerConfig, TestRunnerPlugin } from '@web/test-runner';
import { createServer } from 'vite';
import { prebundled, sharedConfig } from '../../scripts/vite-shared.js';
import { temporaryFolder } from './server-process.js';

type Middleware = NonNullable<TestRunnerConfig['middleware']>[number];

const wtrSocket = '__web-dev-server__web-socket';

/** Serves the sources through Vite; the test runner keeps its own pages. It must be given as `middleware`: a plugin's `serverStart` is too late. */
export async function viteForWtr(testFiles: readonly string[]): Promise<{ plugin: TestRunnerPlugin; middleware: Middleware }> {
  // a cache of its own: two runs at once would rewrite each other's
  const cache = temporaryFolder('vite');
  const vite = await createServer({
    ...sharedConfig,
    configFile: false,
    appType: 'custom',
    logLevel: 'warn',
    cacheDir: cache.path,
    server: { middlewareMode: true, hmr: false, ws: false, watch: null },
    optimizeDeps: { include: [...prebundled, 'axe-core', 'chai'], exclude: ['@web/test-runner-commands'], entries: [...testFiles] },
    plugins: [
      {
        name: 'wtr-socket',
        enforce: 'pre',
        resolveId: (id) => (id.includes(wtrSocket) ? { id: `/${wtrSocket}.js`, external: true } : undefined),
      },
    ],
  });
  return {
    plugin: {
      name: 'vite',
      async serverStop() {
        await vite.close();
        cache.remove();
      },
    },
    middleware(context, next) {
      if (context.path === '/' || context.path.startsWith('/__web-') || context.path.endsWith('.html')) return next();
      return new Promise((resolve, reject) => {
        context.respond = false;
        context.res.statusCode = 200;
        const onClose = () => resolve(undefined);
        context.res.once('close', onClose);
        vite.middlewares(context.req, context.res, (error: unknown) => {
          context.res.off('close', onClose);
          context.respond = true;
          context.res.statusCode = 404;
          if (error instanceof Error) reject(error);
          else resolve(next());
        });
      });
    },
  };
}

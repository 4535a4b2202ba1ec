import { readdirSync } from 'node:fs';
import { defineConfig, type UserConfig } from 'vite';
import { asciiOnly, prebundled, sharedConfig } from './scripts/vite-shared.js';

const target = 'es2022';
const languages = readdirSync('src/languages').filter((name) => name.endsWith('.ts')).map((name) => `src/languages/${name}`);

/** `npm run build`, first pass: one classic script with everything in it, for `<script src="xmpp-elements.js" defer>`. */
const scriptConfig: UserConfig = {
  ...sharedConfig,
  plugins: [asciiOnly],
  build: {
    target,
    outDir: 'dist',
    license: { fileName: 'third-party-licenses.md' },
    lib: { entry: 'src/index.ts', formats: ['iife'], name: 'XmppElements', fileName: () => 'xmpp-elements.js' },
    rolldownOptions: { output: { comments: { legal: true } } },
  },
};

/** Second pass: ES modules, one per source file, for people with a bundler; their own Lit, our copy of the XMPP client. */
const esmConfig: UserConfig = {
  ...sharedConfig,
  build: {
    target,
    outDir: 'dist/esm',
    minify: false,
    sourcemap: true,
    lib: { entry: ['src/index.ts', ...languages], formats: ['es'] },
    rolldownOptions: {
      external: [/^lit($|\/)/, /^@lit\//],
      output: {
        preserveModules: true,
        preserveModulesRoot: 'src',
        // npm leaves folders called node_modules out of a package, so the client must live under another name
        entryFileNames: ({ name }) => `${name.replace(/^(\.\.\/)*node_modules\//, 'vendor/')}.js`,
        chunkFileNames: 'vendor/[name].js',
      },
    },
  },
};

/** `npm start`: the demo pages and the demo server on one port. */
async function devConfig(): Promise<UserConfig> {
  const { demoServer } = await import('./demo/server/vite-plugin.js');
  const pages = readdirSync('demo').filter((name) => name.endsWith('.html'));
  return {
    ...sharedConfig,
    plugins: [demoServer()],
    optimizeDeps: { include: prebundled, entries: ['index.html', ...pages.map((name) => `demo/${name}`)] },
  };
}

export default defineConfig(({ command, mode }) => {
  if (command === 'serve') return devConfig();
  return mode === 'esm' ? esmConfig : scriptConfig;
});

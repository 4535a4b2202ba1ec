// The last step of `npm run build`: each language as a script of its own, for pages that load `xmpp-elements.js` by a script tag.
import { readdirSync } from 'node:fs';
import { build } from 'vite';
import { asciiOnly, sharedConfig } from './vite-shared.js';

const languages = readdirSync('src/languages').filter((name) => name.endsWith('.ts')).map((name) => name.replace('.ts', ''));

for (const language of languages) {
  await build({
    ...sharedConfig,
    plugins: [asciiOnly],
    configFile: false,
    logLevel: 'warn',
    build: {
      target: 'es2022',
      outDir: 'dist',
      emptyOutDir: false,
      lib: { entry: `src/languages/${language}.ts`, formats: ['iife'], name: 'XmppElementsLanguage', fileName: () => `xmpp-elements.${language}.js` },
    },
  });
}

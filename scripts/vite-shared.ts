import { fileURLToPath } from 'node:url';
import type { Plugin, UserConfig } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** What the dev server, the browser tests and both builds have in common. */
export const sharedConfig = {
  root: here('..'),
  resolve: {
    // Lit as pages get it, everywhere: its development build warns on the console of being one.
    conditions: ['module', 'browser', 'production'],
    alias: {
      'node:dns': here('empty-module.js'),
      // @xmpp/events and ltx ask for Node's module; of it they use what this one has, at a third of the size of the usual stand-in.
      events: here('../node_modules/eventemitter3/index.js'),
    },
  },
} satisfies UserConfig;

/** Found at start and bundled once; a dependency discovered later would reload the page, in the middle of a test. */
export const prebundled = [
  '@lit/context',
  '@xmpp/client',
  '@xmpp/client-core',
  '@xmpp/iq/caller.js',
  '@xmpp/middleware',
  '@xmpp/resource-binding',
  '@xmpp/sasl',
  '@xmpp/stream-features',
  '@xmpp/websocket',
  'idb-keyval',
  '@xmpp/xml',
  'lit',
  'lit/async-directive.js',
  'lit/decorators.js',
  'lit/directive.js',
  'lit/directives/guard.js',
  'lit/directives/keyed.js',
  'lit/directives/live.js',
  'lit/directives/repeat.js',
];

/** For scripts that pages load by a tag: an encoding that the page or its server states otherwise does not garble what they say. */
export const asciiOnly: Plugin = {
  name: 'ascii-only',
  generateBundle(_options, bundle) {
    for (const file of Object.values(bundle)) {
      if (file.type === 'chunk') file.code = file.code.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
    }
  },
};

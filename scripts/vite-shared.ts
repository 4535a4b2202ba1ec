import { fileURLToPath } from 'node:url';
import type { UserConfig } from 'vite';

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
  'lit/decorators.js',
  'lit/directives/class-map.js',
  'lit/directives/if-defined.js',
  'lit/directives/live.js',
  'lit/directives/ref.js',
  'lit/directives/repeat.js',
  'lit/directives/style-map.js',
];

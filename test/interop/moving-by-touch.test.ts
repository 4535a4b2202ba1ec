import { byTouch, movesContacts } from './support/moving.js';

for (const kind of ['prosody', 'ejabberd', 'demo'] as const) describe(`moving contacts with a finger at ${kind}`, () => movesContacts({ kind }, byTouch));

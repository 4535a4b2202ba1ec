import { byMouseAndKeys, movesContacts } from './support/moving.js';

for (const kind of ['prosody', 'ejabberd', 'demo'] as const) describe(`moving contacts at ${kind}`, () => movesContacts({ kind }, byMouseAndKeys));

import { serverCommand, type ServerKind } from '../../support/browser/server-command.js';
import { blocks } from './blocking.js';
import { directsPresence } from './directed-presence.js';
import { logsIn } from './log-in.js';
import { editsGroups } from './many-contacts.js';
import { showsPictures } from './pictures.js';
import { showsPresence } from './presence.js';
import { reconnects } from './reconnect.js';
import { keepsRoster } from './roster.js';
import { followsStates, type Deviations } from './subscription-states.js';
import { subscribes } from './subscription.js';
import { keepsView } from './view-settings.js';
import { versions } from './versioning.js';

/** In what servers differ, all of them within the RFC. */
export interface Traits {
  /** It says at log-in which contacts are offline. */
  readonly tellsOffline: boolean;
  /** It has been set up to refuse the group "Locked". */
  readonly refuses: boolean;
  readonly deviations?: Deviations;
}

/** Our session against a real server, the other side being somebody else's client. */
export function interopSuite(kind: ServerKind, { tellsOffline, refuses, deviations = {} }: Traits): void {
  describe(`against ${kind}`, () => {
    before(async function () {
      this.timeout(60_000);
      await serverCommand('server-url', { kind });
    });
    describe('log-in', () => logsIn({ kind }));
    describe('roster', () => keepsRoster({ kind }, refuses));
    describe('subscription', () => subscribes({ kind }));
    describe('subscription states', () => followsStates({ kind }, deviations));
    describe('presence', () => showsPresence({ kind }, tellsOffline));
    describe('directed presence', () => directsPresence({ kind }));
    describe('blocking', () => blocks({ kind }));
    describe('groups', () => editsGroups({ kind }));
    describe('view settings', () => keepsView({ kind }));
    describe('pictures', () => showsPictures({ kind }));
    describe('roster versioning', () => versions(kind));
    describe('reconnecting', () => reconnects(kind));
  });
}

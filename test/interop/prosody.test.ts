import { interopSuite } from './support/interop-suite.js';

interopSuite('prosody', { tellsOffline: true, refuses: true });

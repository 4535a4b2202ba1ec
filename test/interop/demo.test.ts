import { interopSuite } from './support/interop-suite.js';

interopSuite('demo', { tellsOffline: true, refuses: true });

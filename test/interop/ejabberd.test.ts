import { interopSuite } from './support/interop-suite.js';

// 23.01 answers the probe of an offline contact with silence
interopSuite('ejabberd', { tellsOffline: false, refuses: false });

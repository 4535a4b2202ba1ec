import { describeFaults } from './support/fault-rounds.js';

describe('faults of network and server', () => describeFaults('prosody'));

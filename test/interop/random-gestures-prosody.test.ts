import { survivesRandomGestures } from './support/random-gestures.js';

describe('200 gestures at random, while another page edits the same contacts', () => survivesRandomGestures({ kind: 'prosody' }));

import { survivesRandomGestures } from './support/random-gestures.js';

describe('gestures at random, while another page edits the same contacts', () => survivesRandomGestures({ kind: 'ejabberd' }));

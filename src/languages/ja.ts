import { registerLanguage } from '../elements/messages/registry.js';
import { card, deeds } from './ja/card.js';
import { connection } from './ja/connection.js';
import { errors } from './ja/errors.js';
import { finding } from './ja/finding.js';
import { addContact, picker, requests } from './ja/forms.js';
import { moving } from './ja/moving.js';
import { presence } from './ja/presence.js';
import { phrases, roster, rows } from './ja/roster.js';
import { signIn } from './ja/sign-in.js';

/** Japanese. */
registerLanguage({ language: 'ja', phrases, presence, finding, roster, rows, card, deeds, picker, requests, addContact, moving, errors, connection, signIn });

import { registerLanguage } from '../elements/messages/registry.js';
import { card, deeds } from './es/card.js';
import { connection } from './es/connection.js';
import { errors } from './es/errors.js';
import { finding } from './es/finding.js';
import { addContact, picker, requests } from './es/forms.js';
import { moving } from './es/moving.js';
import { presence } from './es/presence.js';
import { phrases, roster, rows } from './es/roster.js';
import { signIn } from './es/sign-in.js';

/** Spanish. */
registerLanguage({ language: 'es', phrases, presence, finding, roster, rows, card, deeds, picker, requests, addContact, moving, errors, connection, signIn });

import { registerLanguage } from '../elements/messages/registry.js';
import { card, deeds } from './fr/card.js';
import { connection } from './fr/connection.js';
import { errors } from './fr/errors.js';
import { finding } from './fr/finding.js';
import { addContact, picker, requests } from './fr/forms.js';
import { moving } from './fr/moving.js';
import { presence } from './fr/presence.js';
import { phrases, roster, rows } from './fr/roster.js';
import { signIn } from './fr/sign-in.js';

/** French. */
registerLanguage({ language: 'fr', phrases, presence, finding, roster, rows, card, deeds, picker, requests, addContact, moving, errors, connection, signIn });

import { registerLanguage } from '../elements/messages/registry.js';
import { card, deeds } from './de/card.js';
import { connection } from './de/connection.js';
import { errors } from './de/errors.js';
import { finding } from './de/finding.js';
import { addContact, picker, requests } from './de/forms.js';
import { moving } from './de/moving.js';
import { presence } from './de/presence.js';
import { phrases, roster, rows } from './de/roster.js';
import { signIn } from './de/sign-in.js';

/** German. */
registerLanguage({ language: 'de', phrases, presence, finding, roster, rows, card, deeds, picker, requests, addContact, moving, errors, connection, signIn });

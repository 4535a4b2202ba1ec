import { registerLanguage } from '../elements/messages/registry.js';
import { card, deeds } from './ar/card.js';
import { connection } from './ar/connection.js';
import { errors } from './ar/errors.js';
import { finding } from './ar/finding.js';
import { addContact, picker, requests } from './ar/forms.js';
import { moving } from './ar/moving.js';
import { presence } from './ar/presence.js';
import { phrases, roster, rows } from './ar/roster.js';
import { signIn } from './ar/sign-in.js';

/** Arabic. */
registerLanguage({ language: 'ar', phrases, presence, finding, roster, rows, card, deeds, picker, requests, addContact, moving, errors, connection, signIn });

import type { Messages } from '../../elements/messages/messages.js';

export const signIn: Messages['signIn'] = {
  form: 'Anmelden',
  address: 'Adresse',
  addressExample: 'name@firma.de',
  password: 'Passwort',
  missingAddress: 'Bitte geben Sie Ihre Adresse ein, zum Beispiel name@firma.de.',
  malformedAddress: 'Das ist noch keine Adresse. Sie sollte aussehen wie name@firma.de.',
  missingPassword: 'Bitte geben Sie Ihr Passwort ein.',
  stay: 'Angemeldet bleiben',
  stayHint: 'Nur auf einem eigenen Gerät. Ihr Passwort wird nicht aufbewahrt.',
  submit: 'Anmelden',
  waiting: 'Anmeldung läuft …',
  weaker: 'Trotzdem anmelden',
  signedIn: 'Angemeldet als',
  signOut: 'Abmelden',
};

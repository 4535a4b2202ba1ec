import type { Messages } from '../../elements/messages/messages.js';

export const signIn: Messages['signIn'] = {
  form: 'Connexion',
  address: 'Adresse',
  addressExample: 'nom@entreprise.fr',
  password: 'Mot de passe',
  missingAddress: 'Veuillez saisir votre adresse, par exemple nom@entreprise.fr.',
  malformedAddress: 'Ce n’est pas encore une adresse. Elle doit ressembler à nom@entreprise.fr.',
  missingPassword: 'Veuillez saisir votre mot de passe.',
  stay: 'Rester connecté',
  stayHint: 'Uniquement sur un appareil personnel. Votre mot de passe n’est pas conservé.',
  submit: 'Se connecter',
  waiting: 'Connexion en cours…',
  weaker: 'Se connecter quand même',
  signedIn: 'Connecté en tant que',
  signOut: 'Se déconnecter',
};

import type { Messages } from '../../elements/messages/messages.js';

export const signIn: Messages['signIn'] = {
  form: 'サインイン',
  address: 'アドレス',
  addressExample: 'name@company.org',
  password: 'パスワード',
  missingAddress: 'アドレスを入力してください（例: name@company.org）。',
  malformedAddress: 'まだアドレスになっていません。name@company.org のような形です。',
  missingPassword: 'パスワードを入力してください。',
  stay: 'サインインしたままにする',
  stayHint: '自分の端末でのみ使ってください。パスワードは保存されません。',
  submit: 'サインイン',
  waiting: 'サインインしています…',
  weaker: 'それでもサインインする',
  signedIn: 'サインイン中のアカウント',
  signOut: 'サインアウト',
};

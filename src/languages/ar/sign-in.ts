import type { Messages } from '../../elements/messages/messages.js';

export const signIn: Messages['signIn'] = {
  form: 'تسجيل الدخول',
  address: 'العنوان',
  addressExample: 'name@company.org',
  password: 'كلمة المرور',
  missingAddress: 'أدخل عنوانك، مثل name@company.org.',
  malformedAddress: 'ليس هذا عنوانًا بعد. ينبغي أن يشبه name@company.org.',
  missingPassword: 'أدخل كلمة مرورك.',
  stay: 'البقاء مسجّل الدخول',
  stayHint: 'على جهازك الخاص فقط. لا تُحفظ كلمة مرورك.',
  submit: 'تسجيل الدخول',
  waiting: 'جارٍ تسجيل الدخول…',
  weaker: 'تسجيل الدخول رغم ذلك',
  signedIn: 'سُجّل الدخول باسم',
  signOut: 'تسجيل الخروج',
};

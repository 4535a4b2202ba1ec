/** The form that signs in. */
export const signIn = {
  form: 'Sign in',
  address: 'Address',
  addressExample: 'name@company.org',
  password: 'Password',
  missingAddress: 'Please enter your address, such as name@company.org.',
  malformedAddress: 'This is not an address yet. It should look like name@company.org.',
  missingPassword: 'Please enter your password.',
  stay: 'Stay signed in',
  stayHint: 'Only on a device of your own. Your password is not kept.',
  submit: 'Sign in',
  waiting: 'Signing in…',
  /** Although the server offers only weaker ways of signing in than it used to. */
  weaker: 'Sign in all the same',
  /** Stands before the address of who is signed in. */
  signedIn: 'Signed in as',
  signOut: 'Sign out',
};

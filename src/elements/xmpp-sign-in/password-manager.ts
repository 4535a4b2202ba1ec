type PasswordCredentialConstructor = new (credential: { id: string; password: string }) => Credential;

/**
 * Has a browser that can be asked to offer to keep the password, as it does for a form that loads another page. It asks
 * its user, or does as they have told it; others see the form themselves.
 */
export function offerToPasswordManager(id: string, password: string): void {
  const { PasswordCredential } = window as { PasswordCredential?: PasswordCredentialConstructor };
  // Nothing is kept of an empty one, and the constructor would throw.
  if (!PasswordCredential || id === '' || password === '') return;
  navigator.credentials.store(new PasswordCredential({ id, password })).catch(() => undefined);
}

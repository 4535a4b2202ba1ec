import '../src/index.js';

const form = document.querySelector<HTMLFormElement>('#sign-in');
const connection = document.querySelector('xmpp-connection');

form?.addEventListener('submit', (event) => {
  event.preventDefault();
  if (!connection) return;
  const field = (name: string) => form.querySelector<HTMLInputElement>(`[name=${name}]`)?.value ?? '';
  connection.service = field('service').trim() || undefined;
  connection.jid = field('jid').trim();
  connection.credentials = { password: field('password') };
  connection.connect();
});

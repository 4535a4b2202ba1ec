import '../src/index.js';

const connection = document.querySelector('xmpp-connection');
const service = document.querySelector<HTMLInputElement>('#service');
const signOut = document.querySelector<HTMLButtonElement>('#sign-out');

function useService(): void {
  if (connection && service) connection.service = service.value.trim() || undefined;
}

// What the browser has filled in again after a reload.
useService();
service?.addEventListener('change', useService);
signOut?.addEventListener('click', () => void connection?.signOut());
connection?.addEventListener('xmpp-connection-change', ({ detail }) => {
  if (signOut) signOut.hidden = detail.connectionStatus !== 'online';
});

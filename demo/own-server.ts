import '../src/index.js';

const connection = document.querySelector('xmpp-connection');
const service = document.querySelector<HTMLInputElement>('#service');

function useService(): void {
  if (connection && service) connection.service = service.value.trim() || undefined;
}

// What the browser has filled in again after a reload.
useService();
service?.addEventListener('change', useService);

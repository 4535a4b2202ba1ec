import '../src/index.js';
import { connections, signInAll } from './connections.js';
import { logStanzas } from './stanza-log.js';

// The embedded server's accounts all have this password; a real page names a credentials-url.
signInAll('demo');

const panel = document.querySelector<HTMLElement>('#stanzas');
const log = document.querySelector<HTMLOListElement>('#stanza-log');
const toggle = document.querySelector<HTMLInputElement>('#show-stanzas');

if (panel && log && toggle) {
  const append = logStanzas(log);
  for (const connection of connections()) {
    const window = `${connection.jid?.split('@')[0]}/${connection.resource}`;
    connection.session.observeStanzas((direction, stanza) => append(window, direction, String(stanza)));
  }
  toggle.addEventListener('change', () => (panel.hidden = !toggle.checked));
}

import { InPageWebSocket } from './in-page.js';
import { announce, type OwnPicture, type PictureAnnouncement } from './own-picture.js';
import type { DemoServer } from './server.js';
import { type Element, NS, parseFrame, xml } from './xml.js';

export interface Mood {
  readonly show?: 'away' | 'chat' | 'dnd' | 'xa';
  readonly status?: string;
}

/** Somebody at a desk: an ordinary client of the server, with just enough XMPP to be seen. */
export class SimulatedPerson {
  readonly username: string;
  readonly #server: DemoServer;
  readonly #password: string;
  readonly #onRequest: (from: string) => void;
  readonly #picture: OwnPicture | undefined;
  #announcement: PictureAnnouncement | undefined;
  #socket: InPageWebSocket | undefined;
  #isSignedIn = false;

  /** @param onRequest called with the bare JID of somebody who asks to see this person */
  constructor(server: DemoServer, username: string, password: string, onRequest: (from: string) => void, picture?: OwnPicture) {
    this.#server = server;
    this.username = username;
    this.#password = password;
    this.#onRequest = onRequest;
    this.#picture = picture;
  }

  /** Online, or on the way. */
  get isOnline(): boolean {
    return this.#socket !== undefined;
  }

  /** Resolves when the others can see it; rejects when the server refuses. */
  async signIn(mood: Mood): Promise<void> {
    const socket = new InPageWebSocket(this.#server, 'in-page:', ['xmpp']);
    this.#socket = socket;
    socket.onclose = () => { if (this.#socket === socket) this.#forget(); };
    await new Promise<void>((resolve, reject) => {
      socket.onopen = () => { this.#send(this.#opening()); };
      socket.onmessage = ({ data }) => { if (this.#logIn(parseFrame(data), mood, reject)) resolve(); };
      socket.addEventListener('close', () => { reject(new Error(`${this.username} was not let in`)); });
    });
    socket.onmessage = ({ data }) => { this.#receive(parseFrame(data)); };
    this.#isSignedIn = true;
  }

  show(mood: Mood): void {
    if (this.#isSignedIn) this.#send(this.#presence(mood));
  }

  approve(from: string): void {
    this.#send(xml('presence', { xmlns: NS.client, type: 'subscribed', to: from }));
  }

  signOut(): void {
    if (this.#isSignedIn) {
      this.#send(xml('presence', { xmlns: NS.client, type: 'unavailable' }));
      this.#send(xml('close', { xmlns: NS.framing }));
    } else {
      this.#socket?.close();
    }
    this.#forget();
  }

  #forget(): void {
    this.#socket = undefined;
    this.#isSignedIn = false;
  }

  /** One step of the log-in. @returns whether it is done */
  #logIn(element: Element, mood: Mood, reject: (reason: Error) => void): boolean {
    if (element.getChild('mechanisms') !== undefined) this.#send(this.#plain());
    else if (element.name === 'success') this.#send(this.#opening());
    else if (element.getChild('bind') !== undefined && element.name !== 'iq') this.#send(bindRequest());
    else if (element.name === 'iq' && element.attrs.id === 'bind') void this.#appear(mood);
    else if (element.name === 'failure') reject(new Error(`${this.username} was not let in`));
    // RFC 6121 §4.2.2: the echo of the first presence, which the contacts have by now.
    return element.name === 'presence';
  }

  #receive(stanza: Element): void {
    const { from, id, type } = stanza.attrs;
    if (stanza.is('presence') && type === 'subscribe' && from !== undefined) this.#onRequest(from);
    // RFC 6120 §8.2.3: every request is answered.
    if (stanza.is('iq') && (type === 'get' || type === 'set')) this.#send(xml('iq', { xmlns: NS.client, type: 'result', id, to: from }));
  }

  async #appear(mood: Mood): Promise<void> {
    this.#announcement ??= this.#picture && (await announce(this.#picture));
    for (const request of this.#announcement?.requests ?? []) this.#send(request);
    this.#send(this.#presence(mood));
  }

  #presence({ show, status }: Mood): Element {
    // XEP-0319: whoever is away has just left the keyboard.
    const idle = show === 'away' ? xml('idle', { xmlns: NS.idle, since: new Date(this.#server.now()).toISOString() }) : undefined;
    return xml('presence', { xmlns: NS.client }, show && xml('show', {}, show), status && xml('status', {}, status), idle, this.#announcement?.update);
  }

  #opening(): Element {
    return xml('open', { xmlns: NS.framing, to: this.#server.domain, version: '1.0' });
  }

  #plain(): Element {
    return xml('auth', { xmlns: NS.sasl, mechanism: 'PLAIN' }, btoa(`\0${this.username}\0${this.#password}`));
  }

  #send(element: Element): void {
    this.#socket?.send(element.toString());
  }
}

function bindRequest(): Element {
  return xml('iq', { xmlns: NS.client, type: 'set', id: 'bind' }, xml('bind', { xmlns: NS.bind }, xml('resource', {}, 'desk')));
}

/** What a page does with the stream once it is in. */
export interface Listener {
  readonly roster: (frame: string) => void;
  readonly presence: (frame: string) => void;
}

/** The least that gets a page in: RFC 7395 framing, SASL ANONYMOUS, a resource, the roster, then presence. */
export function logIn(domain: string, { roster, presence }: Listener): void {
  const socket = new WebSocket(`ws://${location.host}/xmpp`, 'xmpp');
  const open = (): void => socket.send(`<open xmlns="urn:ietf:params:xml:ns:xmpp-framing" to="${domain}" version="1.0"/>`);
  socket.onopen = open;
  socket.onmessage = ({ data }: MessageEvent<string>) => {
    if (data.includes('<mechanism>')) socket.send('<auth xmlns="urn:ietf:params:xml:ns:xmpp-sasl" mechanism="ANONYMOUS">=</auth>');
    else if (data.startsWith('<success')) open();
    else if (data.startsWith('<stream:features')) socket.send('<iq xmlns="jabber:client" type="set" id="bind"><bind xmlns="urn:ietf:params:xml:ns:xmpp-bind"/></iq>');
    else if (data.includes("id='bind'")) socket.send('<iq xmlns="jabber:client" type="get" id="roster"><query xmlns="jabber:iq:roster"/></iq>');
    else if (data.includes("id='roster'")) {
      roster(data);
      socket.onmessage = (event: MessageEvent<string>) => presence(event.data);
      socket.send('<presence xmlns="jabber:client"/>');
    }
  };
}

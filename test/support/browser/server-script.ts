// What a test page and the scripted server say to each other; see `scripted-server.ts` here (the page's end) and `../scripted-server.ts`.

/** How the server negotiates. */
export interface Script {
  readonly username: string;
  readonly password: string;
  /** Bound to every connection. */
  readonly jid: string;
  readonly mechanisms: readonly string[];
  /** Whether it lets somebody bind who has not authenticated. */
  readonly trusting: boolean;
  /** The SASL condition with which a wrong password is refused. */
  readonly saslFailure: string;
  readonly scramSignature: 'right' | 'wrong' | 'missing';
  /** The text of `<success/>`, whatever it should be. */
  readonly rawSuccess?: string;
  /** Whether `<open/>` gets no answer. */
  readonly silentAtOpen: boolean;
  /** A stream error's condition instead of features. */
  readonly streamErrorAtOpen: string;
  /** Whether `<close/>` is answered, and the socket closed. */
  readonly closes: boolean;
  /** Features offered beside those it needs, as XML. */
  readonly features: string;
  /** Whether it offers stream management, and answers `<enable/>` and `<r/>` (XEP-0198). */
  readonly managed: boolean;
  /** What becomes of `<resume/>`; `forgotten` says nothing of how much was handled, `mute` gives no answer. */
  readonly resumption: 'granted' | 'refused' | 'forgotten' | 'mute';
  /** Attributes of `<enabled/>`. */
  readonly enabled: string;
  /** Instead of how many stanzas it has really handled. */
  readonly handled?: number;
  /** Frames that follow the bind's result at once. */
  readonly afterBind: readonly string[];
}

export const usualScript: Script = {
  username: 'george', password: 'secret', jid: 'george@im.example/office', mechanisms: ['PLAIN'], trusting: false, saslFailure: 'not-authorized',
  scramSignature: 'right', silentAtOpen: false, streamErrorAtOpen: '', closes: true, features: '', managed: false,
  resumption: 'granted', enabled: 'id="stream-1" resume="true" max="60"', afterBind: [],
};

export type ControlMessage =
  | { kind: 'script'; script: Partial<Script> }
  | { kind: 'send'; frame: string }
  /** The frame that often, with `{n}` in it as 0, 1, 2 … */
  | { kind: 'flood'; frame: string; count: number }
  | { kind: 'cut' }
  | { kind: 'nothing' };

export type ServerReport =
  | { kind: 'scene'; service: string }
  | { kind: 'connected'; connection: number }
  | { kind: 'gone'; connection: number }
  | { kind: 'negotiation'; connection: number; frame: string }
  /** A frame that holds a stanza, after the bind. */
  | { kind: 'stanza'; connection: number; frame: string }
  /** Somebody came to a path that no test opened. */
  | { kind: 'stray'; path: string }
  | { kind: 'done' };

// A case: what comes in, as XML, and what a session says afterwards, as JSON. See `../cases/README.md`.
import { parseXml } from '../../src/protocol/xml-text.js';
import { childElements, type XmlElement } from '../../src/protocol/xml.js';
import { Session } from '../../src/state/session.js';
import type { Contact } from '../../src/state/contact.js';
import { MockEnvironment } from '../support/browser/mock-environment.js';
import { MockStream, resultOf, toXml } from '../support/browser/mock-stream.js';

const OWN = 'george@im.example/office';
const ROSTER_NS = 'jabber:iq:roster';
const DISCO_NS = 'http://jabber.org/protocol/disco#info';

/** What a case may expect; what a file leaves out is not compared. */
export interface CaseState {
  readonly opening?: readonly string[];
  readonly contacts?: readonly object[];
  readonly strangers?: readonly object[];
  readonly requests?: readonly object[];
  readonly own?: readonly object[];
  readonly sent?: readonly string[];
}

export class CaseFile {
  readonly #root: XmlElement;

  /** @param xml the text of the file */
  constructor(xml: string) {
    this.#root = parseXml(xml.replace(/<!--.*?-->/gs, ''));
    if (this.#root.name !== 'case' || !this.says) throw new Error('A case is a <case says="…"/>');
  }

  /** The rule, as a sentence. */
  get says(): string {
    return this.#root.attrs.says ?? '';
  }

  /** Lets everything happen that the file holds. @param strangers of whom the state is wanted besides the contacts */
  async play(strangers: readonly string[] = []): Promise<Required<CaseState>> {
    const { me = OWN, at = '2026-03-02T09:00:00Z', languages = '' } = this.#root.attrs;
    const stream = new MockStream(new MockEnvironment(Date.parse(at)));
    const session = new Session(stream, stream.environment, { languages: languages.split(' ') });
    stream.respond = (stanza) => (payloadNs(stanza) === DISCO_NS ? resultOf(stanza, parseXml(`<query xmlns="${DISCO_NS}"/>`)) : undefined);
    const steps = childElements(this.#root);
    const opening: XmlElement[] = [];
    await stream.comeOnline(me);
    if (!steps.some(isRosterAnswer)) await answerRoster(stream, parseXml(`<iq type="result"><query xmlns="${ROSTER_NS}"/></iq>`), opening);
    for (const step of steps) {
      if (step.name === 'wait') stream.environment.advance(Number(step.attrs.seconds) * 1_000);
      else if (step.name === 'lost') stream.lose();
      else if (step.name === 'back') await stream.comeOnline(me);
      else if (isRosterAnswer(step)) await answerRoster(stream, step, opening);
      else stream.receive(step);
    }
    if (stream.environment.errors.length > 0) throw new AggregateError(stream.environment.errors, 'Something was thrown');
    return {
      opening: opening.map(sentXml),
      contacts: [...session.contacts()].sort(byJid).map(contactState),
      strangers: strangers.map((jid) => contactState(session.contact(jid))),
      requests: session.requests().map(plain),
      own: session.resources.map(plain),
      sent: stream.sent.map(sentXml),
    };
  }
}

/** `id="roster"` stands for the id of the session's question. */
function isRosterAnswer({ name, attrs }: XmlElement): boolean {
  return name === 'iq' && attrs.id === 'roster';
}

async function answerRoster(stream: MockStream, answer: XmlElement, opening: XmlElement[]): Promise<void> {
  const questions = [...opening, ...stream.sent].filter((stanza) => stanza.attrs.type === 'get' && payloadNs(stanza) === ROSTER_NS);
  stream.receive({ ...answer, attrs: { ...answer.attrs, id: questions.at(-1)?.attrs.id } });
  await new Promise(setImmediate);
  opening.push(...stream.sent.filter((stanza) => stanza.attrs.type !== 'result'));
  stream.sent.splice(0, Infinity, ...stream.sent.filter((stanza) => stanza.attrs.type === 'result'));
}

function payloadNs(stanza: XmlElement): string | undefined {
  return childElements(stanza)[0]?.attrs.xmlns;
}

/** The ids of our own questions are anybody's guess. */
function sentXml(stanza: XmlElement): string {
  const isQuestion = stanza.attrs.type === 'get' || stanza.attrs.type === 'set';
  return toXml({ ...stanza, attrs: isQuestion ? { ...stanza.attrs, id: undefined } : stanza.attrs });
}

function contactState({ jid, name, item, resources, requestError, requested, blocked, directed, lastActivity: _, ...rest }: Contact): object {
  const { subscription, ask, approved, groups = [] } = item ?? {};
  return plain({
    jid, name, subscription, ask, approved, groups: [...groups].sort(), ...rest, requestError: requestError?.condition,
    resources: resources.length > 0 ? resources : undefined, requested: requested || undefined, blocked: blocked || undefined, directed: directed || undefined,
  });
}

/** As JSON has it: dates as texts, and nothing that is `undefined`. */
function plain(value: object): object {
  return JSON.parse(JSON.stringify(value)) as object;
}

function byJid(a: Contact, b: Contact): number {
  return a.jid < b.jid ? -1 : 1;
}

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  availablePresence, clampPriority, readPresence, subscriptionPresence, unavailablePresence, type Presence,
} from '../../src/protocol/presence.js';
import { parse } from '../support/browser/parse.js';
import { toXml } from '../support/browser/mock-stream.js';

const now = Date.parse('2026-03-02T09:00:00Z');
const read = (xml: string, ...languages: string[]) => readPresence(parse(xml), { now, languages });
const from = (content: string, attrs = '') => read(`<presence from="mary@im.example/tablet"${attrs}>${content}</presence>`)!;

describe('a presence stanza', () => {
  it('without a type says that the resource is available (RFC 6121 §4.2.2)', () => {
    const presence = read("<presence from='juliet@example.com/balcony' to='romeo@example.net'/>");
    assert.deepEqual({ ...presence }, {
      from: 'juliet@example.com', resource: 'balcony', type: 'available', show: undefined, status: undefined, priority: 0,
      delay: undefined, idleSince: undefined, nick: undefined, error: undefined,
    } satisfies Presence);
  });

  it('tells show, status and priority (RFC 6121 §4.7.2)', () => {
    const presence = from('<show>dnd</show><status>Wooing Juliet</status><priority>1</priority>');
    assert.deepEqual([presence.show, presence.status, presence.priority], ['dnd', 'Wooing Juliet', 1]);
  });

  it('with the type “available” is read leniently; with an unknown one it changes nothing (RFC 6121 §4.7.1)', () => {
    assert.equal(from('', ' type="available"').type, 'available');
    for (const type of ['online', 'away', '', 'Unavailable', 'toString']) assert.equal(from('', ` type="${type}"`), undefined, type);
  });

  it('of every defined type is told apart', () => {
    for (const type of ['unavailable', 'error', 'probe', 'subscribe', 'subscribed', 'unsubscribe', 'unsubscribed']) {
      assert.equal(from('', ` type="${type}"`).type, type);
    }
  });

  it('is from the prepared bare address; the resource stays as it is', () => {
    const presence = read('<presence from="Mary@IM.Example/Tablet @home/2"/>');
    assert.deepEqual([presence?.from, presence?.resource], ['mary@im.example', 'Tablet @home/2']);
  });

  it('from a bare address has no resource, without a sender it is our own account’s', () => {
    assert.equal(read('<presence from="mary@im.example" type="unavailable"/>')?.resource, '');
    assert.equal(read('<presence/>')?.from, undefined);
  });

  it('from what is no address is passed over', () => {
    for (const sender of ['', '@', 'a@b@c', 'mary@', '@im.example', 'mary@im.example/']) assert.equal(read(`<presence from="${sender}"/>`), undefined, sender);
  });
});

describe('show', () => {
  it('is one of four words, white space aside (RFC 6121 §4.7.2.1)', () => {
    for (const show of ['chat', 'away', 'xa', 'dnd']) assert.equal(from(`<show>\n ${show} </show>`).show, show);
  });

  it('with anything else is plainly available', () => {
    for (const show of ['brb', '', 'AWAY', 'available', 'constructor', 'a way']) assert.equal(from(`<show>${show}</show>`).show, undefined, show);
  });

  it('counts only as a direct child in the stanza’s namespace', () => {
    assert.equal(from('<x xmlns="urn:example:other"><show>dnd</show></x>').show, undefined);
    assert.equal(from('<show xmlns="urn:example:other">dnd</show>').show, undefined);
    assert.equal(from('<x xmlns="urn:example:other"><show xmlns="jabber:client">dnd</show></x><show>away</show>').show, 'away');
  });
});

describe('priority', () => {
  for (const [text, priority] of Object.entries({
    '5': 5, ' -1\n': -1, '+10': 10, '127': 127, '-128': -128, '999': 127, '-999': -128, '1e2': 0, '1.5': 0, 'high': 0, '': 0, '0x10': 0, '99999999999999999999': 127,
  })) {
    it(`“${text.trim()}” is ${priority} (RFC 6121 §4.7.2.3)`, () => assert.equal(from(`<priority>${text}</priority>`).priority, priority));
  }
});

describe('status', () => {
  // RFC 6121 §4.7.2.2: the first is in the stanza's language.
  const example = `<presence from='romeo@example.net/orchard' xml:lang='en'>
    <show>dnd</show><status>Wooing Juliet</status><status xml:lang='cs'>Dvo&#x0159;&#x00ED;m se Julii</status></presence>`;

  it('of several languages is the reader’s', () => {
    assert.equal(read(example, 'cs')?.status, 'Dvořím se Julii');
    assert.equal(read(example, 'cs-CZ', 'en')?.status, 'Dvořím se Julii');
    assert.equal(read(example, 'de', 'cs')?.status, 'Dvořím se Julii');
  });

  it('without a language of its own is in the stanza’s (RFC 6121 §4.7.2.2)', () => {
    assert.equal(read(example, 'en', 'cs')?.status, 'Wooing Juliet');
    assert.equal(read(example, 'en-GB', 'cs')?.status, 'Wooing Juliet');
  });

  it('in no language of the reader’s is the one without a language, else the first; never joined', () => {
    assert.equal(read(example, 'fr')?.status, 'Wooing Juliet');
    assert.equal(read(example)?.status, 'Wooing Juliet');
    assert.equal(read('<presence from="a@b/c"><status xml:lang="cs">ahoj</status><status xml:lang="de">hallo</status></presence>', 'fr')?.status, 'ahoj');
  });

  it('that is alone is taken whatever its language', () => {
    assert.equal(read('<presence from="a@b/c"><status xml:lang="cs">ahoj</status></presence>', 'de')?.status, 'ahoj');
  });

  it('that is empty or blank is none', () => {
    for (const content of ['<status/>', '<status> \n </status>', '']) assert.equal(from(content).status, undefined);
  });

  it('is text, whatever it looks like, and only the stanza’s own', () => {
    assert.equal(from('<status>&lt;img src=x onerror=alert(1)&gt;</status>').status, '<img src=x onerror=alert(1)>');
    assert.equal(from('<status>in <b>bold</b> print</status>').status, 'in  print');
    assert.equal(from('<x xmlns="urn:example:other"><status>nested</status></x>').status, undefined);
  });
});

describe('times in presence', () => {
  it('are when the server says it was sent, and since when the person idles', () => {
    const presence = from('<delay xmlns="urn:xmpp:delay" from="im.example" stamp="2002-09-10T23:41:07Z"/><idle xmlns="urn:xmpp:idle:1" since="2026-03-02T10:30:00+02:00"/>', ' type="unavailable"');
    assert.equal(presence.delay?.toISOString(), '2002-09-10T23:41:07.000Z');
    assert.equal(presence.idleSince?.toISOString(), '2026-03-02T08:30:00.000Z');
  });

  it('that are no times lose neither the presence nor its show', () => {
    const presence = from('<show>away</show><delay xmlns="urn:xmpp:delay" stamp="yesterday"/><idle xmlns="urn:xmpp:idle:1"/>');
    assert.deepEqual([presence.show, presence.delay, presence.idleSince], ['away', undefined, undefined]);
  });
});

describe('claims and errors in presence', () => {
  it('are the nick of a request (XEP-0172 example 4)', () => {
    assert.equal(from('<nick xmlns="http://jabber.org/protocol/nick">Ishmael</nick>', ' type="subscribe"').nick, 'Ishmael');
    assert.equal(from('<nick>Ishmael</nick>', ' type="subscribe"').nick, undefined);
  });

  it('are kept as far as anybody reads, and not cut through a character', () => {
    const said = (status: string, nick: string) => {
      const presence = from(`<status>${status}</status><nick xmlns="http://jabber.org/protocol/nick">${nick}</nick>`);
      return [presence.status, presence.nick];
    };
    assert.deepEqual(said('s'.repeat(2_000), 'n'.repeat(200)), ['s'.repeat(2_000), 'n'.repeat(200)]);
    assert.deepEqual(said('s'.repeat(200_000), 'n'.repeat(200_000)), [`${'s'.repeat(2_000)}…`, `${'n'.repeat(200)}…`]);
    assert.deepEqual(said(`s${'😀'.repeat(1_000)}`, `n${'😀'.repeat(100)}`), [`s${'😀'.repeat(999)}…`, `n${'😀'.repeat(99)}…`]);
  });

  it('are the condition of an error', () => {
    const error = '<error type="cancel"><remote-server-not-found xmlns="urn:ietf:params:xml:ns:xmpp-stanzas"/></error>';
    assert.equal(from(error, ' type="error"').error?.condition, 'remote-server-not-found');
    assert.equal(from(error).error, undefined);
  });
});

describe('what we send', () => {
  it('is an empty presence at first (RFC 6121 §4.2.1)', () => assert.equal(toXml(availablePresence()), '<presence/>'));

  it('says show, status and priority once each, directed or broadcast', () => {
    assert.equal(toXml(availablePresence({ show: 'xa', status: 'At sea & <away>', priority: -1 }, 'mary@im.example')),
      '<presence to="mary@im.example"><show>xa</show><status>At sea &amp; &lt;away></status><priority>-1</priority></presence>');
  });

  it('leaves out an empty status and the priority 0, and keeps priority in bounds', () => {
    assert.equal(toXml(availablePresence({ status: '', priority: 0 })), '<presence/>');
    assert.equal(toXml(availablePresence({ priority: 1000 })), '<presence><priority>127</priority></presence>');
    assert.deepEqual([-200, -128.9, 2.9, 127, 128, NaN, Infinity].map(clampPriority), [-128, -128, 2, 127, 127, 0, 0]);
  });

  it('bears no show and no priority on going (RFC 6121 §4.5.1)', () => {
    assert.equal(toXml(unavailablePresence('Gone home', 'mary@im.example')), '<presence type="unavailable" to="mary@im.example"><status>Gone home</status></presence>');
    assert.equal(toXml(unavailablePresence()), '<presence type="unavailable"/>');
  });

  it('asks with an id (RFC 6121 §3.1.1)', () => {
    assert.equal(toXml(subscriptionPresence('subscribe', 'romeo@example.net', 'xk3h1v69')), '<presence type="subscribe" to="romeo@example.net" id="xk3h1v69"/>');
  });
});

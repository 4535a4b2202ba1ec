import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import { availablePresence, readPresence, subscriptionPresence } from '../../src/protocol/presence.js';
import { readRosterPush, readRosterResult, ROSTER_NS, rosterSet } from '../../src/protocol/roster.js';
import { childElements, element, textOf, type XmlElement } from '../../src/protocol/xml.js';
import { parseXml, toXml } from '../../src/protocol/xml-text.js';
import { OnlineSession } from './online-session.js';

const SPECIAL = [
  '', ' ', '\t\r\n', '\u00a0', '__proto__', 'constructor', '<b>', '</group>', '&amp;', '&#0;', ']]>', '<![CDATA[', '"', '\'', '\u202e', '\u2066', '\u200b', '\ufeff',
  '\u0000', '\u0008', '\u001f', '\u007f', '\u0085', '\ud800', '\udfff', '\ufffe', '\uffff', '𝄞', '👩‍👩‍👧', 'e\u0301', 'ﬀ', 'İ', '/', '@', '{}*[a="', '${1}',
];

const anyText: fc.Arbitrary<string> = fc
  .array(fc.oneof(fc.constantFrom(...SPECIAL), fc.string({ unit: 'binary' }), fc.nat(0xffff).map((unit) => String.fromCharCode(unit))), { maxLength: 6 })
  .map((parts) => parts.join(''));

/** What XML 1.0 §2.2 can carry of a text. */
function carried(text: string): string {
  const isLegal = (code: number) =>
    code === 9 || code === 10 || code === 13 || (code >= 0x20 && code < 0xd800) || (code > 0xdfff && code < 0xfffe) || code > 0xffff;
  return [...text].filter((character) => isLegal(character.codePointAt(0) ?? 0)).join('');
}

const overTheWire = (stanza: XmlElement): XmlElement => parseXml(toXml(stanza));
const distinct = (groups: readonly string[]) => [...new Set(groups.map(carried))].filter((group) => group !== '').sort();
const itemIn = (iq: XmlElement) => childElements(iq).flatMap(childElements)[0];
const groupsIn = (iq: XmlElement) => [itemIn(iq)].flatMap((item) => (item ? childElements(item).map(textOf) : [])).sort();

function holds(property: fc.IProperty<unknown> | fc.IAsyncProperty<unknown>): Promise<void> {
  return Promise.resolve(fc.assert(property as fc.IAsyncProperty<unknown>, { numRuns: 500, includeErrorInReport: true }));
}

describe('any text comes out as it went in, what XML cannot carry aside,', () => {
  it('as the name and the groups of a roster item', () =>
    holds(fc.property(anyText, fc.array(anyText, { maxLength: 4 }), (name, groups) => {
      const set = overTheWire(rosterSet({ jid: 'mary@im.example', name, groups }));
      assert.deepEqual(groupsIn(set), distinct(groups), 'no group twice, and none that is empty (RFC 6121 §2.3.3)');
      const push = readRosterPush(set);
      assert.deepEqual([push?.item?.name ?? '', [...(push?.item?.groups ?? [])].sort()], [carried(name), distinct(groups)]);
    })));

  it('as the version of the roster', () =>
    holds(fc.property(anyText, (ver) => {
      const result = readRosterResult(overTheWire(element('iq', { type: 'result' }, element('query', { xmlns: ROSTER_NS, ver }))));
      assert.equal(result?.ver, carried(ver));
    })));

  it('as a status and a nick, white space around them aside', () =>
    holds(fc.property(anyText, anyText, (status, nick) => {
      const reading = { now: 0, languages: [] };
      const request = readPresence(overTheWire(subscriptionPresence('subscribe', 'mary@im.example', 's1', { status, nick })), reading);
      assert.deepEqual([request?.status ?? '', request?.nick ?? ''], [carried(status).trim(), carried(nick).trim()]);
      assert.equal(readPresence(overTheWire(availablePresence({ status })), reading)?.status ?? '', carried(status).trim());
    })));

  it('as a resource', () =>
    holds(fc.property(anyText, (text) => {
      const resource = `r${text}`;
      const presence = readPresence(overTheWire(element('presence', { from: `mary@im.example/${resource}` })), { now: 0, languages: [] });
      assert.deepEqual([presence?.from, presence?.resource], ['mary@im.example', carried(resource)]);
    })));

  it('through a session and back to the server: moving a contact rewrites nothing that the user wrote', () =>
    holds(fc.asyncProperty(anyText, fc.array(anyText, { maxLength: 3 }), async (name, groups) => {
      const online = await OnlineSession.start();
      const stanza = rosterSet({ jid: 'mary@im.example', name, groups });
      online.stream.receive(overTheWire({ ...stanza, attrs: { type: 'set', id: 'push' } }));
      online.stream.take();
      void online.session.moveContact('mary@im.example', null, 'Added').catch(() => undefined);
      const [set] = online.stream.sent;
      assert.ok(set);
      assert.deepEqual([itemIn(overTheWire(set))?.attrs.name ?? '', groupsIn(overTheWire(set))], [carried(name), distinct([...groups, 'Added'])]);
    })));
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readRosterPush, readRosterResult, rosterGet, rosterRemove, rosterSet, type RosterItem } from '../../src/protocol/roster.js';
import { parse } from '../support/browser/parse.js';
import { toXml } from '../support/browser/mock-stream.js';

const result = (items: string, ver = '') => parse(`<iq type="result" id="r1"><query xmlns="jabber:iq:roster"${ver}>${items}</query></iq>`);
const push = (items: string, ver = '') => parse(`<iq type="set" id="p1"><query xmlns="jabber:iq:roster"${ver}>${items}</query></iq>`);
const item = (xml: string): RosterItem | undefined => readRosterResult(result(xml))?.items[0];

describe('a roster result', () => {
  it('is read with its version and all items (RFC 6121 §2.2)', () => {
    const read = readRosterResult(parse(`<iq id='hu2bac18' to='juliet@example.com/balcony' type='result'>
      <query xmlns='jabber:iq:roster' ver='ver11'>
        <item jid='romeo@example.net' name='Romeo' subscription='both'><group>Friends</group></item>
        <item jid='mercutio@example.com' name='Mercutio' subscription='from'/>
        <item jid='benvolio@example.net' name='Benvolio' subscription='both'/>
      </query></iq>`));
    assert.deepEqual(read, {
      ver: 'ver11',
      items: [
        { jid: 'romeo@example.net', name: 'Romeo', subscription: 'both', groups: ['Friends'] },
        { jid: 'mercutio@example.com', name: 'Mercutio', subscription: 'from', groups: [] },
        { jid: 'benvolio@example.net', name: 'Benvolio', subscription: 'both', groups: [] },
      ],
    });
  });

  it('without items is an empty roster, without a query “what you have is current” (RFC 6121 §2.6.3)', () => {
    assert.deepEqual(readRosterResult(result('')), { items: [] });
    assert.equal(readRosterResult(parse('<iq type="result" id="r1"/>')), undefined);
  });

  it('keeps an empty version apart from none', () => {
    assert.deepEqual(readRosterResult(result('', ' ver=""')), { ver: '', items: [] });
  });

  it('leaves out items without an address and keeps the others (RFC 6121 §2.1.2.4)', () => {
    const read = readRosterResult(result('<item/><item jid="a@b@c"/><item jid="@im.example"/><item jid=""/><item jid="mary@im.example"/>'));
    assert.deepEqual(read?.items.map(({ jid }) => jid), ['mary@im.example']);
  });

  it('takes only items of its own namespace', () => {
    assert.equal(item('<item xmlns="urn:example:other" jid="mary@im.example"/>'), undefined);
    assert.equal(readRosterResult(parse('<iq type="result"><query xmlns="urn:example:other"><item jid="mary@im.example"/></query></iq>')), undefined);
  });
});

describe('a roster item', () => {
  it('bears the prepared bare address; a gateway is a contact too', () => {
    assert.equal(item('<item jid="Mary@IM.Example/tablet"/>')?.jid, 'mary@im.example');
    assert.equal(item('<item jid="SMS.im.example"/>')?.jid, 'sms.im.example');
  });

  it('without a subscription, or with an unknown one, is a contact without a subscription (RFC 6121 §2.1.2.5)', () => {
    for (const subscription of ['', ' subscription="remove"', ' subscription="Both"', ' subscription="everything"', ' subscription=""']) {
      assert.equal(item(`<item jid="mary@im.example"${subscription}/>`)?.subscription, 'none', subscription);
    }
  });

  it('is pending only with ask="subscribe", with or without a subscription (RFC 6121 §2.1.2.2)', () => {
    assert.deepEqual(item('<item jid="mary@im.example" ask="subscribe"/>'), { jid: 'mary@im.example', subscription: 'none', ask: 'subscribe', groups: [] });
    assert.equal(item('<item jid="mary@im.example" subscription="from" ask="subscribe"/>')?.ask, 'subscribe');
    for (const ask of ['unsubscribe', '', 'true']) assert.equal(item(`<item jid="mary@im.example" ask="${ask}"/>`)?.ask, undefined, ask);
  });

  it('is approved in advance by either spelling of true (RFC 6121 §2.1.2.1)', () => {
    for (const approved of ['true', '1']) assert.equal(item(`<item jid="mary@im.example" approved="${approved}"/>`)?.approved, true);
    for (const approved of ['false', '0', 'yes', '']) assert.equal(item(`<item jid="mary@im.example" approved="${approved}"/>`)?.approved, undefined, approved);
  });

  it('keeps its groups byte for byte; empty and repeated ones do not count', () => {
    const read = item(`<item jid="mary@im.example">
      <group>Friends </group><group/><group>friends</group><group>Friends </group><group>__proto__</group><group>1</group><group>R&amp;D</group>
    </item>`);
    assert.deepEqual(read?.groups, ['Friends ', 'friends', '__proto__', '1', 'R&D']);
  });

  it('may have any number of groups, and holds nobody up by them', () => {
    const roster = result(`<item jid="mary@im.example">${Array.from({ length: 80_000 }, (_, index) => `<group>${index}</group>`).join('')}</item>`);
    const began = performance.now();
    assert.equal(readRosterResult(roster)?.items[0]?.groups.length, 80_000);
    assert.ok(performance.now() - began < 2_000, `${performance.now() - began} ms`);
  });

  it('keeps the handle as it is; an empty one is none', () => {
    assert.equal(item('<item jid="mary@im.example" name="  Mary &lt;b&gt; "/>')?.name, '  Mary <b> ');
    assert.ok(!('name' in item('<item jid="mary@im.example" name=""/>')!));
  });
});

describe('a roster push', () => {
  it('bears one changed item (RFC 6121 §2.1.6)', () => {
    const read = readRosterPush(parse(`<iq id='a78b4q6ha463' to='juliet@example.com/chamber' type='set'>
      <query xmlns='jabber:iq:roster' ver='ver34'><item jid='nurse@example.com' name='Nurse' subscription='none'><group>Servants</group></item></query></iq>`));
    assert.deepEqual(read, { ver: 'ver34', jid: 'nurse@example.com', item: { jid: 'nurse@example.com', name: 'Nurse', subscription: 'none', groups: ['Servants'] } });
  });

  it('with subscription “remove” bears no item (RFC 6121 §2.5.2)', () => {
    assert.deepEqual(readRosterPush(push('<item jid="Nurse@example.com" subscription="remove"/>')), { jid: 'nurse@example.com' });
  });

  it('with another unknown subscription is read as “none”', () => {
    assert.equal(readRosterPush(push('<item jid="nurse@example.com" subscription="removed"/>'))?.item?.subscription, 'none');
  });

  it('with no item, with several, with something besides, or without an address says nothing', () => {
    const one = '<item jid="nurse@example.com"/>';
    for (const items of ['', one + one, `${one}<other xmlns="urn:example:other"/>`, '<item jid="a@b@c"/>', '<item/>']) {
      assert.equal(readRosterPush(push(items)), undefined, items);
    }
    assert.equal(readRosterPush(parse('<iq type="set"/>')), undefined);
  });
});

describe('what we send', () => {
  it('asks for the roster without any item, and with a version only when told (RFC 6121 §2.1.3)', () => {
    assert.equal(toXml(rosterGet()), '<iq type="get"><query xmlns="jabber:iq:roster"/></iq>');
    assert.equal(toXml(rosterGet('')), '<iq type="get"><query xmlns="jabber:iq:roster" ver=""/></iq>');
    assert.equal(toXml(rosterGet('ver14')), '<iq type="get"><query xmlns="jabber:iq:roster" ver="ver14"/></iq>');
  });

  it('sets one item with name and all groups, and neither ask, approved nor subscription (RFC 6121 §2.3.1)', () => {
    const xml = toXml(rosterSet({ jid: 'nurse@example.com', name: 'Nurse', groups: ['Servants'] }));
    assert.equal(xml, '<iq type="set"><query xmlns="jabber:iq:roster"><item jid="nurse@example.com" name="Nurse"><group>Servants</group></item></query></iq>');
  });

  it('sends no empty group and none twice: servers refuse them (RFC 6121 §2.3.3)', () => {
    const xml = toXml(rosterSet({ jid: 'nurse@example.com', groups: ['', 'Servants', 'Servants', 'servants '] }));
    assert.match(xml, /<item jid="nurse@example.com"><group>Servants<\/group><group>servants <\/group><\/item>/);
    assert.match(toXml(rosterSet({ jid: 'nurse@example.com', groups: [] })), /<item jid="nurse@example.com"\/>/);
  });

  it('removes with the address alone (RFC 6121 §2.5.1)', () => {
    assert.equal(toXml(rosterRemove('nurse@example.com')), '<iq type="set"><query xmlns="jabber:iq:roster"><item jid="nurse@example.com" subscription="remove"/></query></iq>');
  });
});

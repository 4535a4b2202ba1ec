import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readDateTime } from '../../src/protocol/date-time.js';
import { findService } from '../../src/protocol/host-meta.js';

describe('a time stamp', () => {
  const now = Date.parse('2026-03-02T09:00:00Z');
  const read = (text?: string) => readDateTime(text, now)?.toISOString();

  it('is read in any zone and with any fraction (XEP-0082 §3.2)', () => {
    assert.equal(read('1969-07-21T02:56:15Z'), '1969-07-21T02:56:15.000Z');
    assert.equal(read('1969-07-20T21:56:15-05:00'), '1969-07-21T02:56:15.000Z');
    assert.equal(read('2026-03-01T10:00:00.123456Z'), '2026-03-01T10:00:00.123Z');
  });

  it('in the future is now: clocks differ, and some senders lie (CVE-2013-6477)', () => {
    for (const text of ['2026-03-02T09:00:01Z', '9999-12-31T23:59:59Z']) assert.equal(read(text), '2026-03-02T09:00:00.000Z');
  });

  for (const text of [
    '', 'garbage', '20020910T23:08:25', '2026-03-01T10:00:00', '2026-03-01', '-0001-01-01T00:00:00Z', '12026-01-01T00:00:00Z', '2026-13-01T00:00:00Z',
    '2026-03-01T25:00:00Z', '2026-03-01T10:00:00+0100', ' 2026-03-01T10:00:00Z', '2026-03-01T10:00:00Z<b>', '2026-03-01T10:00:00+99:00', 'NaN', '0',
  ]) {
    it(`“${text}” is no time`, () => assert.equal(read(text), undefined));
  }

  it('that is missing is no time', () => assert.equal(read(undefined), undefined));
});

describe('looking for a domain’s WebSocket (XEP-0156 §3)', () => {
  const JSON_URL = 'https://example.org/.well-known/host-meta.json';
  const XML_URL = 'https://example.org/.well-known/host-meta';
  const WEBSOCKET = 'urn:xmpp:alt-connections:websocket';

  async function find(pages: Record<string, string | number>) {
    const asked: string[] = [];
    const found = await findService('example.org', (url) => {
      asked.push(url);
      const page = pages[url];
      if (page === undefined) return Promise.reject(new TypeError('Failed to fetch'));
      return Promise.resolve({ ok: typeof page === 'string', status: typeof page === 'string' ? 200 : page, text: () => Promise.resolve(String(page)) });
    });
    assert.deepEqual(asked.sort(), [XML_URL, JSON_URL]);
    return found;
  }
  const xrd = (links: string) => `<?xml version='1.0'?><XRD xmlns='http://docs.oasis-open.org/ns/xri/xrd-1.0'>${links}</XRD>`;
  const link = (href: string, rel = WEBSOCKET) => `<Link rel="${rel}" href="${href}"/>`;
  const json = (...links: unknown[]) => JSON.stringify({ links });

  it('reads JSON (example 3)', async () => {
    const page = json({ rel: 'urn:xmpp:alt-connections:xbosh', href: 'https://web.example.org:5280/bosh' }, { rel: WEBSOCKET, href: 'wss://web.example.org:443/ws' });
    assert.deepEqual(await find({ [JSON_URL]: page }), { service: 'wss://web.example.org:443/ws' });
  });

  it('reads XML where there is no JSON (example 2)', async () => {
    const page = xrd(`${link('https://web.example.org:5280/bosh', 'urn:xmpp:alt-connections:xbosh')}<Link href='wss://web.example.org/ws?a=1&amp;b=2'\n rel='${WEBSOCKET}' />`);
    assert.deepEqual(await find({ [JSON_URL]: 404, [XML_URL]: page }), { service: 'wss://web.example.org/ws?a=1&b=2' });
    assert.deepEqual(await find({ [XML_URL]: xrd(`<x:Link rel="${WEBSOCKET}" href="wss://a.example/"></x:Link>`) }), { service: 'wss://a.example/' });
  });

  it('takes the first link that is encrypted, and none that is not', async () => {
    assert.deepEqual(await find({ [JSON_URL]: json({ rel: WEBSOCKET, href: 'ws://a.example' }, { rel: WEBSOCKET, href: 'wss://b.example' }) }), { service: 'wss://b.example' });
    assert.ok('problem' in (await find({ [XML_URL]: xrd(link('ws://a.example') + link('https://a.example') + link('javascript:alert(1)')) })));
  });

  it('does not take a link that was commented out', async () => {
    assert.deepEqual(await find({ [XML_URL]: xrd(`<!-- ${link('wss://old.example')} -->${link('wss://new.example')}`) }), { service: 'wss://new.example' });
  });

  it('says in words what is missing', async () => {
    const found = await find({ [JSON_URL]: 404, [XML_URL]: xrd('') });
    assert.deepEqual(found, { problem: `${JSON_URL} answered 404; ${XML_URL} names no wss: address.` });
  });

  for (const text of ['', 'null', '[]', '{}', '{"links":{}}', '{"links":[null,1,{"rel":1,"href":2}]}', '<html>Not found</html>', '{']) {
    it(`finds nothing in “${text}”, and does not throw`, async () => {
      assert.ok('problem' in (await find({ [JSON_URL]: text, [XML_URL]: text })));
    });
  }
});

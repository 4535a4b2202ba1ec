import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findService } from '../../src/protocol/host-meta.js';

const JSON_URL = 'https://im.example/.well-known/host-meta.json';
const XML_URL = 'https://im.example/.well-known/host-meta';
const REL = 'urn:xmpp:alt-connections:websocket';
const json = (...links: unknown[]) => JSON.stringify({ links });
const xrd = (links: string) => `<?xml version='1.0'?><XRD xmlns='http://docs.oasis-open.org/ns/xri/xrd-1.0'>${links}</XRD>`;

type Answer = string | number | undefined;

/** Looks up where the files hold that; a number is a status, `cors` an answer that may not be read, `undefined` none. */
function lookUp(files: { readonly json?: Answer; readonly xml?: Answer }) {
  return findService('im.example', (url, mode) => {
    const answer = url === JSON_URL ? files.json : files.xml;
    if (answer === undefined || (answer === 'cors' && mode !== 'no-cors')) return Promise.reject(new TypeError('Failed to fetch'));
    const status = typeof answer === 'number' ? answer : 200;
    return Promise.resolve({ ok: status === 200, status, text: () => Promise.resolve(String(answer)) });
  });
}

describe('the address of a domain’s WebSocket', () => {
  const link = { rel: REL, href: 'wss://im.example/ws' };

  it('comes from host-meta as JSON, or as XML (XEP-0156 §3)', async () => {
    assert.deepEqual(await lookUp({ json: json({ rel: 'other', href: 'wss://x' }, link), xml: 404 }), { service: 'wss://im.example/ws' });
    assert.deepEqual(await lookUp({ json: 404, xml: xrd(`<Link rel="${REL}" href="wss://im.example/ws?a=1&amp;b"/>`) }), { service: 'wss://im.example/ws?a=1&b' });
    assert.deepEqual(await lookUp({ xml: xrd(`<xrd:Link href='wss://im.example/ws' rel='${REL}'></xrd:Link>`) }), { service: 'wss://im.example/ws' });
  });

  it('is never one in the open, nor one that is commented out', async () => {
    for (const href of ['ws://im.example/ws', 'http://im.example', 'javascript:alert(1)', '']) {
      const found = await lookUp({ json: json({ rel: REL, href }), xml: xrd(`<Link rel="${REL}" href="${href}"/><!-- <Link rel="${REL}" href="wss://evil.example"/> -->`) });
      assert.deepEqual(found, { lookUps: [{ url: JSON_URL, problem: 'no-link' }, { url: XML_URL, problem: 'no-link' }] });
    }
  });

  it('that is not to be had names each URL that was asked, and what was missing there', async () => {
    assert.deepEqual(await lookUp({ json: 404, xml: 'cors' }), { lookUps: [{ url: JSON_URL, problem: 'status', status: 404 }, { url: XML_URL, problem: 'cors' }] });
    assert.deepEqual(await lookUp({ xml: xrd('') }), { lookUps: [{ url: JSON_URL, problem: 'silent' }, { url: XML_URL, problem: 'no-link' }] });
  });

  for (const garbage of ['', 'null', '[]', '{', '{"links":5}', '<html>', `{"links":[],"x":"${'x'.repeat(70_000)}"}`, `<XRD>${'x'.repeat(70_000)}</XRD>`]) {
    it(`is not found in ${garbage.slice(0, 20) || 'nothing'}, which harms nobody`, async () => {
      const found = await lookUp({ json: garbage, xml: garbage });
      assert.deepEqual(found, { lookUps: [{ url: JSON_URL, problem: 'malformed' }, { url: XML_URL, problem: 'malformed' }] });
    });
  }

  it('is read past links that are none', async () => {
    assert.deepEqual(await lookUp({ json: json(null, 5, {}, { rel: REL }, { rel: REL, href: 5 }, link) }), { service: 'wss://im.example/ws' });
  });
});

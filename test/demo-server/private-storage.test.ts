import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createServer, errorOf, TestClient } from './client.js';

const storage = (content: string) => `<query xmlns="jabber:iq:private">${content}</query>`;

test('what one client keeps, another one of the account reads; others cannot (XEP-0049)', async () => {
  const server = createServer();
  const [desk, phone, romeo] = [await TestClient.logIn(server, 'juliet', 'desk'), await TestClient.logIn(server, 'juliet', 'phone'), await TestClient.logIn(server, 'romeo')];
  assert.equal((await desk.request('set', storage('<a xmlns="x">1 &lt; 2</a><b xmlns="x"/>'))).attrs.type, 'result');
  const read = await phone.request('get', storage('<a xmlns="x"/>'));
  assert.equal(read.getChild('query')?.getChildText('a'), '1 < 2');
  assert.equal(errorOf(await romeo.request('get', storage('<a xmlns="x"/>'), 'juliet@example.com')), 'auth forbidden');
  assert.equal((await romeo.request('get', storage('<a xmlns="x"/>'))).getChild('query')?.getChildText('a'), '');
});

test('a new element replaces the one of its name and namespace, and no other (XEP-0049 §2.1)', async () => {
  const juliet = await TestClient.logIn(createServer(), 'juliet');
  await juliet.request('set', storage('<a xmlns="x">old</a><a xmlns="y">other</a>'));
  await juliet.request('set', storage('<a xmlns="x">new</a>'));
  const text = async (ns: string) => (await juliet.request('get', storage(`<a xmlns="${ns}"/>`))).getChild('query')?.getChildText('a');
  assert.deepEqual([await text('x'), await text('y')], ['new', 'other']);
});

test('nothing, something without a namespace of its own, and too much are refused (XEP-0049 §2.3)', async () => {
  const juliet = await TestClient.logIn(createServer(), 'juliet');
  assert.equal(errorOf(await juliet.request('get', storage(''))), 'modify bad-request');
  assert.equal(errorOf(await juliet.request('set', storage('<a/>'))), 'modify not-acceptable');
  assert.equal(errorOf(await juliet.request('set', storage(`<a xmlns="x">${'x'.repeat(200_000)}</a>`))), 'wait resource-constraint');
});

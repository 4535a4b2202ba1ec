import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, it } from 'node:test';
import { discoInfo, withCapabilities } from '../../src/protocol/capabilities.js';
import { availablePresence, subscriptionPresence, unavailablePresence } from '../../src/protocol/presence.js';
import { element, type XmlElement } from '../../src/protocol/xml.js';

const ask = (node?: string) => discoInfo(element('iq', { type: 'get' }, element('query', { xmlns: 'http://jabber.org/protocol/disco#info', node })));
const caps = (stanza: XmlElement) => withCapabilities(stanza).children.find((child) => typeof child !== 'string' && child.name === 'c') as XmlElement | undefined;

describe('what we can do (XEP-0115)', () => {
  it('goes along with every available presence, broadcast or directed, and with nothing else', () => {
    assert.ok(caps(availablePresence({ show: 'away' })));
    assert.ok(caps(availablePresence({}, 'mary@im.example')));
    assert.equal(caps(unavailablePresence()), undefined);
    assert.equal(caps(subscriptionPresence('subscribe', 'mary@im.example', '1')), undefined);
    assert.equal(caps(element('iq')), undefined);
  });

  it('is named by the hash of what is answered when somebody asks (§5.1)', () => {
    const { hash, node, ver } = caps(availablePresence())!.attrs;
    assert.equal(hash, 'sha-1');
    const [identity, ...features] = ask(`${node}#${ver}`)!.children as XmlElement[];
    const { category, type, name } = identity!.attrs;
    const named = features.map(({ attrs }) => attrs['var']!);
    assert.deepEqual(named, [...named].sort());
    const text = `${category}/${type}//${name}<${named.map((feature) => `${feature}<`).join('')}`;
    assert.equal(ver, createHash('sha1').update(text).digest('base64'));
  });

  it('is told without a node, and not for a node of somebody else', () => {
    assert.ok(ask());
    assert.equal(ask('http://other.example#x'), undefined);
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { errorElement, NoResponseError, NotConnectedError, readStanzaError } from '../../src/protocol/errors.js';
import { child, childElements, children, CLIENT_NS, element, localName, namespaceOf, textOf } from '../../src/protocol/xml.js';
import { parse } from '../support/browser/parse.js';
import { toXml } from '../support/browser/mock-stream.js';

const ROSTER = 'jabber:iq:roster';

describe('a child element', () => {
  it('is found by name and namespace, declared or inherited', () => {
    const iq = parse(`<iq xmlns="jabber:client"><query xmlns="${ROSTER}"><item jid="a@b"/></query></iq>`);
    const query = child(iq, 'query', ROSTER)!;
    assert.equal(child(query, 'item', ROSTER)?.attrs.jid, 'a@b');
    assert.equal(child(iq, 'query', CLIENT_NS), undefined);
    assert.equal(child(query, 'item', CLIENT_NS), undefined);
  });

  it('is found by whatever prefix stands for its namespace', () => {
    const iq = parse(`<c:iq xmlns:c="jabber:client" xmlns:r="${ROSTER}"><r:query><r:item/></r:query></c:iq>`);
    const query = child(iq, 'query', ROSTER)!;
    assert.equal(localName(query), 'query');
    assert.equal(children(query, 'item', ROSTER).length, 1);
    assert.equal(child(iq, 'query', CLIENT_NS), undefined);
  });

  it('with a prefix of another namespace is not the one of that name', () => {
    const presence = parse('<presence xmlns="jabber:client"><x:show xmlns:x="urn:example:other">dnd</x:show></presence>');
    assert.equal(child(presence, 'show', CLIENT_NS), undefined);
  });

  it('is never found deeper: that belongs to somebody else’s payload', () => {
    const presence = parse('<presence><x xmlns="urn:example:other"><show xmlns="jabber:client">dnd</show></x></presence>');
    assert.equal(child(presence, 'show', CLIENT_NS), undefined);
    assert.deepEqual(children(presence, 'show', CLIENT_NS), []);
  });

  it('of a stanza without a declaration is in the clients’ namespace', () => {
    assert.ok(child(parse('<presence><show>dnd</show></presence>'), 'show', CLIENT_NS));
    assert.equal(namespaceOf(element('presence')), CLIENT_NS);
  });

  it('is found among those we built ourselves, which have no parents', () => {
    const iq = element('iq', {}, element('query', { xmlns: ROSTER }, element('item', {})));
    assert.ok(child(child(iq, 'query', ROSTER)!, 'item', ROSTER));
  });

  it('is no text', () => {
    const status = parse('<status>a<b/> c</status>');
    assert.deepEqual(childElements(status).map(({ name }) => name), ['b']);
    assert.equal(textOf(status), 'a c');
  });
});

describe('an element we build', () => {
  it('leaves out what is undefined', () => {
    assert.equal(toXml(element('presence', { to: undefined, id: '1' }, undefined, 'text')), '<presence id="1">text</presence>');
  });
});

describe('the error of a stanza', () => {
  const reply = (error: string) => readStanzaError(parse(`<iq type="error" id="1">${error}</iq>`));
  const stanzas = 'xmlns="urn:ietf:params:xml:ns:xmpp-stanzas"';

  it('has a condition, a type and a text (RFC 6120 §8.3.2)', () => {
    const error = reply(`<error by="example.net" type="modify"><bad-request ${stanzas}/><text ${stanzas} xml:lang="en">Too long</text></error>`);
    assert.deepEqual([error.condition, error.type, error.text], ['bad-request', 'modify', 'Too long']);
    assert.equal(error.message, 'bad-request: Too long');
  });

  it('is the defined condition, not one of the application’s, wherever it stands', () => {
    const error = reply(`<error type="cancel"><text ${stanzas}>No</text><too-many-parameters xmlns="urn:example:app"/><not-acceptable ${stanzas}/></error>`);
    assert.deepEqual([error.condition, error.text], ['not-acceptable', 'No']);
  });

  it('that cannot be read is an undefined condition', () => {
    for (const error of ['', '<error/>', '<error type="cancel"><text/></error>', '<error xmlns="urn:example:other"/>']) assert.equal(reply(error).condition, 'undefined-condition');
  });

  it('is written as it is read', () => {
    const error = readStanzaError(element('iq', { type: 'error' }, errorElement('modify', 'bad-request')));
    assert.deepEqual([error.condition, error.type], ['bad-request', 'modify']);
  });

  it('is told apart from having had no connection or no answer', () => {
    assert.deepEqual([new NotConnectedError('x').name, new NoResponseError('x').name, reply('').name], ['NotConnectedError', 'NoResponseError', 'StanzaError']);
  });
});

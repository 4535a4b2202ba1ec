import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { cardParts, requestsParts } from '../../src/elements/exported-parts.js';
import { documentedParts } from './documented-parts.js';

describe('an element within another one', () => {
  it('hands all its documented parts on: the card in its popup', () => {
    assert.deepEqual(cardParts.split(', ').sort(), handedOn('xmpp-contact-card', 'card'));
  });

  it('hands all its documented parts on: the requests above the list', () => {
    assert.deepEqual(requestsParts.split(', ').sort(), handedOn('xmpp-subscription-requests', 'requests'));
  });
});

function handedOn(element: string, prefix: string): string[] {
  return documentedParts(element).map((part) => `${part}:${prefix}__${part}`).sort();
}

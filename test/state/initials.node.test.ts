import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { initials } from '../../src/state/contact.js';

describe('initials', () => {
  const cases: Record<string, string> = {
    'Ann Lee': 'AL', 'Stuart': 'S', 'Maria del Pilar Garcia': 'MG', 'ann.lee@im.example': 'AL', 'Garry (IT)': 'GI', '“Potter”': 'P',
    'élodie': 'É', 'Дмитрий Иванов': 'ДИ', '🦊 fox': '🦊F', '(': '(', '': '',
  };
  for (const [name, expected] of Object.entries(cases)) it(`of “${name}” are “${expected}”`, () => assert.equal(initials(name), expected));
});

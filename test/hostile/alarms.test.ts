import { expect } from 'chai';
import { serverCommand } from '../support/browser/server-command.js';
import { until } from '../support/browser/waiting.js';
import { Alarms, MARKUP } from './alarms.js';

describe('the alarms of these tests', () => {
  let alarms: Alarms;
  const box = document.createElement('div');
  beforeEach(() => {
    alarms = new Alarms();
    document.body.append(box);
  });
  afterEach(() => {
    alarms.end();
    box.remove();
  });

  it('go off when a payload runs, and find what it leaves behind in a shadow root', async () => {
    await serverCommand('expect-console', { pattern: 'Failed to load resource' });
    const root = box.attachShadow({ mode: 'open' });
    // As a careless element would do it: nothing else makes the alarms go off.
    root.innerHTML = MARKUP;
    await until(() => alarms.heard(document.body).includes('a payload ran'), 'the picture has run it');
    expect(alarms.heard(box)).not.to.deep.equal([]);
    const found = alarms.heard(document.body).join('\n');
    for (const tag of ['<img', '<svg', '<script', '<x-payload']) expect(found).to.contain(`an element: ${tag}`);
  });

  it('hear dialogs', () => {
    window.alert('payload');
    expect(window.confirm('payload')).not.to.equal(false);
    expect(alarms.heard(document.createElement('div'))).to.deep.equal(['window.alert', 'window.confirm']);
  });

  it('hear nothing where nothing happens', () => {
    expect(alarms.heard(document.createElement('div'))).to.deep.equal([]);
  });
});

import { expect } from 'chai';
import { useColorScheme } from '../support/browser/looks.js';
import { AddContactHarness } from './add-contact.harness.js';
import { office } from './people.js';

describe('the looks of <xmpp-add-contact>', () => {
  let form: AddContactHarness;
  afterEach(() => form.remove());

  for (const scheme of ['light', 'dark'] as const) {
    it(`gives axe nothing to object to, ${scheme}`, async () => {
      await useColorScheme(scheme);
      form = await AddContactHarness.online(office);
      expect(await form.axe()).to.deep.equal([]);
      await form.fill({ address: 'аnn@im.example/phone', groups: ['Chess'] });
      await form.enter('group', 'f');
      await form.press('ArrowDown');
      expect(await form.axe(), 'open, with a warning').to.deep.equal([]);
      await form.press('Escape');
      await form.submit();
      expect(await form.axe(), 'pending').to.deep.equal([]);
      await form.refuses('not-allowed');
      expect(await form.axe(), 'refused').to.deep.equal([]);
    });

    it(`gives axe nothing to object to, with a mistake and after success, ${scheme}`, async () => {
      await useColorScheme(scheme);
      form = await AddContactHarness.online(office);
      await form.address('bob');
      expect(await form.axe()).to.deep.equal([]);
      await form.takeSuggestion();
      await form.submit();
      await form.accepts();
      expect(form.notice).not.to.equal('');
      expect(await form.axe()).to.deep.equal([]);
    });
  }
});

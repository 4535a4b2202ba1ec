import { expect } from 'chai';
import { useColorScheme } from '../support/browser/looks.js';
import { SubscriptionRequestsHarness } from './subscription-requests.harness.js';

const ann = 'ann@im.example';

describe('the looks of <xmpp-subscription-requests>', () => {
  let requests: SubscriptionRequestsHarness;
  afterEach(() => requests.remove());

  for (const scheme of ['light', 'dark'] as const) {
    it(`gives axe nothing to object to, ${scheme}`, async () => {
      await useColorScheme(scheme);
      requests = await SubscriptionRequestsHarness.online([{ jid: ann, name: 'Ann Lee', subscription: 'to' }]);
      expect(await requests.axe()).to.deep.equal([]);
      await requests.asks(ann, { status: 'Please' });
      await requests.asks('аnn@im.example', { nick: 'Ann' });
      for (let index = 0; index < 10; index++) requests.receiveRequest(`p${index}@im.example`);
      await requests.settled();
      expect(await requests.axe()).to.deep.equal([]);
      await requests.answer('Deny and block', 'p0@im.example');
      await requests.answersBlock('not-allowed');
      await requests.answer('Deny', 'p1@im.example');
      expect(await requests.axe()).to.deep.equal([]);
    });
  }
});

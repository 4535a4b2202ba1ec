import { expect } from 'chai';
import { skeleton } from '../../src/elements/look-alikes.js';

describe('addresses that look alike', () => {
  const alike: readonly (readonly [string, string])[] = [
    ['paypal@im.example', 'раураl@im.example'],
    ['ann@im.example', 'ａｎｎ@im.example'],
    ['ann@im.example', 'ánñ@im.example'],
    ['ann@im.example', 'an\u200bn@im.example'],
    ['ion@im.example', 'ιον@im.example'.replace('ν', 'n')],
    ['tom@im.example', 'torn@im.example'],
    ['olga@im.example', '0lga@im.example'],
    ['bill@im.example', 'bi11@im.example'],
    ['ann@mail.example', 'ann@mаil.example'],
  ];
  for (const [one, other] of alike) {
    it(`${one} and ${other}`, () => {
      expect(other).not.to.equal(one);
      expect(skeleton(other)).to.equal(skeleton(one));
    });
  }

  for (const [one, other] of [['ann@im.example', 'anne@im.example'], ['ann@im.example', 'ann@im.example.org'], ['иван@im.example', 'ivan@im.example'], ['李@im.example', '王@im.example']] as const) {
    it(`but not ${one} and ${other}`, () => {
      expect(skeleton(other)).not.to.equal(skeleton(one));
    });
  }
});

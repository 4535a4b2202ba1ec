import { emulateMedia, setViewport } from '@web/test-runner-commands';
import { expect } from 'chai';
import { StatusPickerHarness } from './status-picker.harness.js';

const MINUTE_MS = 60_000;

describe('the looks of <xmpp-status-picker>', () => {
  let picker: StatusPickerHarness;

  beforeEach(async () => {
    document.documentElement.style.colorScheme = 'light dark';
    await setViewport({ width: 800, height: 700 });
    picker = await StatusPickerHarness.online();
  });
  afterEach(() => picker.remove());

  it('shows dots in place of movement to those who want none', async () => {
    await emulateMedia({ reducedMotion: 'reduce' });
    picker.serverThat('stays silent');
    await picker.choose('Away');
    expect(picker.availability).to.equal('Away…');
    await emulateMedia({ reducedMotion: 'no-preference' });
  });

  it('stays within a window 200 px wide, and by an edge', async () => {
    Object.assign(picker.box.style, { position: 'fixed', insetInlineEnd: '0', inlineSize: '150px' });
    await picker.open();
    expect(picker.popupBox.right).to.be.at.most(800);
    await setViewport({ width: 200, height: 700 });
    await picker.settled();
    expect(picker.popupBox.left).to.be.at.least(0);
    expect(picker.popupBox.right).to.be.at.most(200);
  });

  for (const colorScheme of ['light', 'dark'] as const) {
    describe(`for axe, ${colorScheme}`, () => {
      beforeEach(async () => emulateMedia({ colorScheme }));
      after(async () => emulateMedia({ colorScheme: 'light' }));

      it('is fine closed and open', async () => {
        await picker.session.setPresence({ show: 'dnd', status: 'In a meeting', priority: 5 });
        await picker.settled();
        expect(await picker.axe()).to.deep.equal([]);
        await picker.typePriority('7');
        expect(await picker.axe()).to.deep.equal([]);
      });

      it('is fine while pending', async () => {
        picker.serverThat('stays silent');
        await picker.choose('Extended away');
        expect(await picker.axe()).to.deep.equal([]);
      });

      it('is fine with an error', async () => {
        picker.serverThat('stays silent');
        await picker.choose('Free to chat');
        picker.stream.environment.advance(MINUTE_MS);
        await picker.settled();
        expect(picker.error).not.to.equal('');
        expect(await picker.axe()).to.deep.equal([]);
      });

      it('is fine offline, and while there is no connection', async () => {
        await picker.choose('Offline');
        expect(await picker.axe()).to.deep.equal([]);
        picker.stream.lose();
        await picker.open();
        expect(await picker.axe()).to.deep.equal([]);
        picker.remove();
        picker = await StatusPickerHarness.withoutConnection();
        expect(await picker.axe()).to.deep.equal([]);
      });
    });
  }
});

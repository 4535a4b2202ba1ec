import type { TestRunnerPlugin } from '@web/test-runner';
import type { Page, TouchHandle } from 'puppeteer-core';
import type { TouchStep } from './browser/touch.js';

/** Answers `touch(…)` of the browser tests with a real finger: Chromium's own input events, as its touch screen makes them. */
export function touchPlugin(): TestRunnerPlugin<TouchStep> {
  const fingers = new Map<string, TouchHandle>();
  return {
    name: 'touch',
    async executeCommand({ command, payload, session }) {
      if (command !== 'touch' || !payload) return undefined;
      const page = (session.browser as unknown as { getPage: (id: string) => Page }).getPage(session.id);
      await step(page, session.id, payload, fingers);
      return true;
    },
  };
}

async function step(page: Page, id: string, { type, x, y }: TouchStep, fingers: Map<string, TouchHandle>): Promise<void> {
  if (type === 'start') fingers.set(id, await page.touchscreen.touchStart(x, y));
  else if (type === 'move') await fingers.get(id)?.move(x, y);
  else {
    await fingers.get(id)?.end();
    fingers.delete(id);
  }
}

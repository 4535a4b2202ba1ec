import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import type { Browser, Page } from 'puppeteer-core';

const kept = 'test/e2e/pictures';
/** Where what differs is put to be looked at. */
const found = '.cache/pictures';

/** How far a pixel's colour may be off (0…1), and how much of the picture (0…1). */
interface Tolerance {
  readonly color: number;
  readonly share: number;
}
const sameMaker: Tolerance = { color: 0.1, share: 0.0005 };
/** Another version or system smooths letters its own way; what is misplaced, missing or of another colour still shows. */
const otherMaker: Tolerance = { color: 0.3, share: 0.02 };

/** Pictures of a page beside those in the repository. `npm run screenshots:update` writes those anew. */
export class Pictures {
  private constructor(
    private readonly isUpdate: boolean,
    private readonly madeBy: string,
    private readonly maker: string,
  ) {}

  static async of(browser: Browser): Promise<Pictures> {
    const version = /\/(\d+)/.exec(await browser.version())?.[1] ?? '';
    const maker = `Chromium ${version} on ${process.platform}`;
    const isUpdate = process.env['npm_lifecycle_event'] === 'screenshots:update';
    if (isUpdate) writeFileSync(join(kept, 'made-by.txt'), `${maker}\n`);
    return new Pictures(isUpdate, readFileSync(join(kept, 'made-by.txt'), 'utf8').trim(), maker);
  }

  /** @throws {AssertionError} that says how much differs, and where to look */
  async compare(page: Page, name: string): Promise<void> {
    const now = PNG.sync.read(await still(page));
    if (this.isUpdate) return writeFileSync(join(kept, `${name}.png`), encoded(now));
    const before = PNG.sync.read(readFileSync(join(kept, `${name}.png`)));
    assert.deepEqual([now.width, now.height], [before.width, before.height], `${name} has another size`);
    this.#assertAlike(name, before, now);
  }

  #assertAlike(name: string, before: PNG, now: PNG): void {
    const { color, share } = this.maker === this.madeBy ? sameMaker : otherMaker;
    const difference = new PNG({ width: now.width, height: now.height });
    const pixels = pixelmatch(before.data, now.data, difference.data, now.width, now.height, { threshold: color });
    if (pixels <= share * now.width * now.height) return;
    mkdirSync(found, { recursive: true });
    writeFileSync(join(found, `${name}.png`), encoded(now));
    writeFileSync(join(found, `${name}-difference.png`), PNG.sync.write(difference));
    assert.fail(`${name}: ${pixels} pixels differ from ${kept}/${name}.png, made by ${this.madeBy}; this is ${this.maker}. See ${found}/${name}-difference.png; where the change is meant, npm run screenshots:update.`);
  }
}

/** Nothing moves any more: two pictures in a row are the same. */
async function still(page: Page): Promise<Buffer> {
  let before = Buffer.alloc(0);
  for (let tries = 0; tries < 40; tries++) {
    const now = Buffer.from(await page.screenshot());
    if (now.equals(before)) return now;
    before = now;
  }
  throw new Error('The page does not come to rest');
}

/** Half the size of what the browser writes. */
function encoded(png: PNG): Buffer {
  return PNG.sync.write(png, { colorType: 2, deflateLevel: 9, deflateStrategy: 0, filterType: 0 });
}

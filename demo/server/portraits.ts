import { indexedPng } from './png.js';
import { seededRandom } from './random.js';

type Color = readonly [number, number, number];
type Bytes = Uint8Array<ArrayBuffer>;

/** In pixels, each way. */
const SIDE = 64;
const BACKGROUNDS: readonly Color[] = [[196, 224, 249], [253, 226, 196], [214, 238, 208], [240, 214, 236], [226, 226, 240]];
const SKINS: readonly Color[] = [[255, 219, 188], [241, 194, 150], [198, 134, 90], [141, 85, 54], [92, 56, 38]];
const HAIRS: readonly Color[] = [[44, 34, 30], [92, 58, 32], [176, 124, 60], [150, 150, 155], [120, 48, 32]];
const CLOTHES: readonly Color[] = [[38, 84, 150], [150, 52, 60], [40, 110, 90], [90, 70, 130], [70, 76, 86]];

/** A face as a PNG: the same name always has the same. */
export function portrait(name: string): Bytes {
  const random = seededRandom([...name].reduce((seed, letter) => (seed * 31 + letter.charCodeAt(0)) >>> 0, 7));
  const palette = [BACKGROUNDS, SKINS, HAIRS, CLOTHES].map((colors) => random.pick(colors as readonly [Color, ...Color[]]));
  const isLong = random.chance(0.5);
  const pixels = Array.from({ length: SIDE * SIDE }, (_, index) => colorAt(index % SIDE, Math.floor(index / SIDE), isLong));
  const rows = Array.from({ length: SIDE }, (_, y) => packed(pixels.slice(y * SIDE, (y + 1) * SIDE)));
  return indexedPng({ width: SIDE, bitDepth: 2, palette: palette.flat(), rows });
}

/** The index of a pixel's colour: background, skin, hair or clothes. */
function colorAt(x: number, y: number, isLong: boolean): number {
  const isIn = (cx: number, cy: number, rx: number, ry: number) => ((x - cx) / rx) ** 2 + ((y - cy) / ry) ** 2 <= 1;
  const middle = SIDE / 2;
  const fringe = y < 21 + (x - middle) * 0.12;
  if (isIn(middle, 30, 11, 14) && !fringe) return 1;
  if (isIn(middle, 27, 14, 16) && (isLong || y < 30)) return 2;
  if (isLong && x > middle - 14 && x < middle + 14 && y >= 27 && y < 46 && !isIn(middle, 46, 7, 8)) return 2;
  if (isIn(middle, 46, 5, 8) && y < 52) return 1;
  return isIn(middle, 66, 25, 18) ? 3 : 0;
}

function packed(row: readonly number[]): number[] {
  return Array.from({ length: row.length / 4 }, (_, index) => row.slice(index * 4, index * 4 + 4).reduce((byte, color) => (byte << 2) | color, 0));
}

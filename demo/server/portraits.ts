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
  return png(palette, pixels);
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

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** Indexed colours, two bits a pixel, not compressed (RFC 1951 §3.2.4): browsers and Node have no encoder in common. */
function png(palette: readonly Color[], pixels: readonly number[]): Bytes {
  const rows = Array.from({ length: SIDE }, (_, y) => [0, ...packed(pixels.slice(y * SIDE, (y + 1) * SIDE))]).flat();
  const header = [...uint32(SIDE), ...uint32(SIDE), 2, 3, 0, 0, 0];
  const chunks = [chunk('IHDR', header), chunk('PLTE', palette.flat()), chunk('IDAT', stored(rows)), chunk('IEND', [])];
  return Uint8Array.from([...SIGNATURE, ...chunks.flat()]);
}

function packed(row: readonly number[]): number[] {
  return Array.from({ length: row.length / 4 }, (_, index) => row.slice(index * 4, index * 4 + 4).reduce((byte, color) => (byte << 2) | color, 0));
}

function chunk(type: string, data: readonly number[]): number[] {
  const body = [...[...type].map((letter) => letter.charCodeAt(0)), ...data];
  return [...uint32(data.length), ...body, ...uint32(crc32(body))];
}

function stored(data: readonly number[]): number[] {
  const { length } = data;
  return [0x78, 1, 1, length & 255, length >> 8, ~length & 255, (~length >> 8) & 255, ...data, ...uint32(adler32(data))];
}

function uint32(value: number): number[] {
  return [value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255];
}

function crc32(data: readonly number[]): number {
  let crc = ~0;
  for (const byte of data) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}

function adler32(data: readonly number[]): number {
  let [a, b] = [1, 0];
  for (const byte of data) {
    a = (a + byte) % 65521;
    b = (b + a) % 65521;
  }
  return ((b << 16) | a) >>> 0;
}

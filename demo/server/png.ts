const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

export interface IndexedImage {
  /** In pixels. */
  readonly width: number;
  readonly bitDepth: 1 | 2 | 4 | 8;
  /** Red, green and blue of each colour, 0…255. */
  readonly palette: readonly number[];
  /** Each row's pixels, packed into bytes. */
  readonly rows: readonly (readonly number[])[];
}

/** A PNG of indexed colours, not compressed (RFC 1951 §3.2.4): browsers and Node have no encoder in common. */
export function indexedPng({ width, bitDepth, palette, rows }: IndexedImage): Uint8Array<ArrayBuffer> {
  const header = [...uint32(width), ...uint32(rows.length), bitDepth, 3, 0, 0, 0];
  const pixels = rows.flatMap((row) => [0, ...row]);
  const chunks = [chunk('IHDR', header), chunk('PLTE', palette), chunk('IDAT', stored(pixels)), chunk('IEND', [])];
  return Uint8Array.from([...SIGNATURE, ...chunks.flat()]);
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

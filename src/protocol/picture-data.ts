import { readImageHeader, type ImageHeader } from './image-header.js';
import { fromBase64, hasWebCrypto, sha1Hex } from './sasl/bytes.js';

/** What people send as a picture of themselves has 5–50 kB. */
export const MAX_PICTURE_BYTES = 256 * 1024;
/** A few bytes can claim to be a picture that takes all memory to paint. In pixels, each way. */
const MAX_SIDE = 1024;
/** With line breaks, as some write them. */
const MAX_BASE64 = Math.ceil(MAX_PICTURE_BYTES / 3) * 4 * 1.05;

/** A picture that may be shown. */
export interface Picture {
  /** SHA-1 of the bytes, in hex. */
  readonly id: string;
  readonly type: ImageHeader['type'];
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Whether it can be made sure that a picture is the one that was announced. */
export const canCheckPictures = hasWebCrypto;

/** `undefined` for what is too long, empty, or no base64 (RFC 4648 §4; white space is left out). */
export function decodePicture(base64: string): Uint8Array<ArrayBuffer> | undefined {
  if (base64.length > MAX_BASE64) return undefined;
  try {
    const bytes = fromBase64(base64.replace(/\s+/g, ''));
    return bytes.length > 0 && bytes.length <= MAX_PICTURE_BYTES ? bytes : undefined;
  } catch {
    return undefined;
  }
}

/** The picture, if the bytes are what they were announced as and a picture of a reasonable size. */
export async function checkPicture(bytes: Uint8Array<ArrayBuffer>, id: string): Promise<Picture | undefined> {
  const header = readImageHeader(bytes);
  if (!header || !isReasonable(header.width) || !isReasonable(header.height)) return undefined;
  return (await sha1Hex(bytes)) === id ? { id, type: header.type, bytes } : undefined;
}

function isReasonable(side: number): boolean {
  return side >= 1 && side <= MAX_SIDE;
}

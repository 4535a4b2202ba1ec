/** SASL carries bytes; the stream hands them on as strings with one character a byte. */
export function utf8Bytes(text: string): string {
  return String.fromCharCode(...new TextEncoder().encode(text));
}

export function toBase64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}

export function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}

/** WebCrypto is there in secure contexts alone: on a plain http page it is missing. */
export function hasWebCrypto(): boolean {
  return typeof crypto !== 'undefined' && 'subtle' in crypto;
}

/** Where there is WebCrypto. */
export async function sha1Hex(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-1', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

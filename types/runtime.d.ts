// What every JavaScript runtime has (browsers, workers, Node), for the layers that are compiled without the DOM.
declare class TextEncoder {
  encode(text: string): Uint8Array<ArrayBuffer>;
}
declare function btoa(bytes: string): string;
declare function atob(base64: string): string;

interface CryptoKey {
  readonly type: string;
}
declare const crypto: {
  getRandomValues<T extends Uint8Array>(array: T): T;
  readonly subtle: {
    importKey(
      format: 'raw',
      key: Uint8Array<ArrayBuffer>,
      algorithm: 'PBKDF2' | { name: 'HMAC'; hash: string },
      extractable: boolean,
      usages: ('deriveKey' | 'sign')[],
    ): Promise<CryptoKey>;
    deriveKey(
      algorithm: { name: 'PBKDF2'; hash: string; salt: Uint8Array<ArrayBuffer>; iterations: number },
      key: CryptoKey,
      derived: { readonly name: 'HMAC'; readonly hash: string; readonly length: number },
      extractable: boolean,
      usages: 'sign'[],
    ): Promise<CryptoKey>;
    sign(algorithm: 'HMAC', key: CryptoKey, data: Uint8Array<ArrayBuffer>): Promise<ArrayBuffer>;
    digest(algorithm: string, data: Uint8Array<ArrayBuffer>): Promise<ArrayBuffer>;
  };
};

/** Who signs: a name without space or plus, a 32-byte Ed25519 key, and the act of signing. */
export interface NoteSigner {
  readonly name: string;
  readonly publicKey: Uint8Array;
  /** The 64-byte Ed25519 signature (RFC 8032) of these bytes. A promise, because Web Crypto keeps keys that only it can use. */
  sign(bytes: Uint8Array): Promise<Uint8Array>;
}

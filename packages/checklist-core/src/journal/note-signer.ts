/** Who signs: a name without space or plus, a 32-byte Ed25519 key, and the act of signing. */
export interface NoteSigner {
  readonly name: string;
  readonly publicKey: Uint8Array;
  sign(bytes: Uint8Array): Promise<Uint8Array>;
}

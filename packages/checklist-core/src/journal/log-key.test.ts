import { createPublicKey, verify } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createLogKey, verifyEd25519, webCryptoSigner } from './log-key.ts';

const bytes = new TextEncoder().encode('invented text\n');

describe('log key', () => {
  it('cannot be extracted, in any form', async () => {
    const { privateKey } = await createLogKey();
    expect(privateKey.extractable).toBe(false);
    expect(privateKey.usages).toEqual(['sign']);
    for (const format of ['pkcs8', 'jwk', 'raw'] as const) {
      await expect(crypto.subtle.exportKey(format, privateKey)).rejects.toThrow();
    }
    await expect(crypto.subtle.wrapKey('jwk', privateKey, privateKey, 'AES-GCM')).rejects.toThrow();
  });

  it('signs what another implementation of Ed25519 accepts', async () => {
    const signer = await webCryptoSigner('log', await createLogKey());
    const signature = await signer.sign(bytes);
    const x = Buffer.from(signer.publicKey).toString('base64url');
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
    expect(verify(null, bytes, key, signature)).toBe(true);
  });

  it('verifies its own signature, and nothing else', async () => {
    const signer = await webCryptoSigner('log', await createLogKey());
    const other = await webCryptoSigner('log', await createLogKey());
    const signature = await signer.sign(bytes);
    expect(await verifyEd25519(signer.publicKey, signature, bytes)).toBe(true);
    expect(await verifyEd25519(other.publicKey, signature, bytes)).toBe(false);
    expect(await verifyEd25519(signer.publicKey, signature, bytes.with(0, 0))).toBe(false);
    expect(await verifyEd25519(signer.publicKey, signature.with(5, (signature[5] ?? 0) ^ 1), bytes)).toBe(false);
    expect(await verifyEd25519(signer.publicKey, signature.slice(1), bytes)).toBe(false);
    expect(await verifyEd25519(new Uint8Array(31), signature, bytes)).toBe(false);
    expect(await verifyEd25519(new Uint8Array(32).fill(255), signature, bytes)).toBe(false);
  });

  it('refuses a key pair of another kind', async () => {
    const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign', 'verify']);
    await expect(webCryptoSigner('log', pair)).rejects.toThrow(RangeError);
  });
});

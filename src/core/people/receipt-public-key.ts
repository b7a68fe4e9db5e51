import { createPublicKey, type KeyObject } from 'node:crypto';
import { InputError } from '../errors/input-error.ts';

/** The public key in one word, as the app shows it and configurations carry it: `ed25519:` and the 32 bytes in base64url. */
export function printReceiptKey(key: KeyObject): string {
  return `ed25519:${key.export({ format: 'jwk' }).x ?? ''}`;
}

/** Reads a key back. Throws an InputError that says what a key looks like. */
export function parseReceiptKey(text: string): KeyObject {
  const match = /^ed25519:([A-Za-z0-9_-]{43})$/.exec(text.trim());
  if (!match?.[1])
    throw new InputError(`"${text}" is not a receipt key; it looks like ed25519:… (43 more letters), as the app shows it at /keys/<installation>.`);
  return createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: match[1] }, format: 'jwk' });
}

import { createHmac, createSecretKey, timingSafeEqual, type KeyObject } from 'node:crypto';

/** The secret of the webhook, prepared once. */
export function secretKey(secret: string): KeyObject {
  return createSecretKey(secret, 'utf8');
}

/**
 * Whether `X-Hub-Signature-256` fits these bytes, compared in constant time. Octokit's `verify` takes a text: making one of
 * each body, and bytes of it again, costs as much as the signature itself.
 */
export function signatureFits(key: KeyObject, body: Uint8Array, header: string): boolean {
  if (!/^sha256=[0-9a-f]{64}$/.test(header)) return false;
  return timingSafeEqual(createHmac('sha256', key).update(body).digest(), Buffer.from(header.slice(7), 'hex'));
}

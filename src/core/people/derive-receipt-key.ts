import { createPrivateKey, createPublicKey, hkdfSync, type KeyObject } from 'node:crypto';

export interface ReceiptKey {
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
}

/** RFC 8410: what stands before the 32-byte seed in the PKCS#8 form of an Ed25519 private key. */
const pkcs8Prefix = Buffer.from('302e020100300506032b657004220420', 'hex');

/**
 * Derives an installation's signing key from the app's private key, so that a store that was lost and rebuilt still
 * verifies the receipts of before. A new app key gives new receipt keys: keep the old public key to read old receipts.
 */
export function deriveReceiptKey(appPrivateKeyPem: string, installationId: number): ReceiptKey {
  // Over the DER form: line breaks of the PEM, often mangled in environments, make no other key.
  const secret = createPrivateKey(appPrivateKeyPem.replaceAll('\\n', '\n')).export({ type: 'pkcs8', format: 'der' });
  const seed = hkdfSync('sha256', secret, 'sprintgate', `receipt:1:${installationId}`, 32);
  const privateKey = createPrivateKey({ key: Buffer.concat([pkcs8Prefix, Buffer.from(seed)]), format: 'der', type: 'pkcs8' });
  return { privateKey, publicKey: createPublicKey(privateKey) };
}

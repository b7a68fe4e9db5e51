import { parseReceiptKey } from '../../core/people/receipt-public-key.ts';

/** A printed public key as the PEM that openssl reads. */
export function publicKeyPem(key: string): string {
  return parseReceiptKey(key).export({ type: 'spki', format: 'pem' }).toString();
}

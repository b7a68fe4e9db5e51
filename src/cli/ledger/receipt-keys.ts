import { readFileSync } from 'node:fs';
import { InputError } from '../../core/errors/input-error.ts';
import { deriveReceiptKey, type ReceiptKey } from '../../core/people/derive-receipt-key.ts';
import { parseReceiptKey, printReceiptKey } from '../../core/people/receipt-public-key.ts';

/** Keys by which tombstones must be signed: those that were given, else the installation's where the app's key is at hand. */
export function trustedKeys(given: readonly string[] | undefined, installation: number | null): string[] {
  const named = given ?? (process.env['SPRINTGATE_RECEIPT_KEY']?.trim() ? [process.env['SPRINTGATE_RECEIPT_KEY'].trim()] : []);
  if (named.length > 0) return named.map((text) => printReceiptKey(parseReceiptKey(text)));
  const own = keyAtHand(installation);
  return own === null ? [] : [printReceiptKey(own.publicKey)];
}

/** The installation's signing key. Throws an InputError where the app's private key is not at hand. */
export function signingKey(installation: number | null): ReceiptKey {
  const appKey = readAppKey();
  if (appKey === null)
    throw new InputError('PRIVATE_KEY (or PRIVATE_KEY_PATH) is not set; what is erased is signed with the key that follows from the app’s private key.');
  if (installation === null) throw new InputError('the installation of this repository is not known any more; give its number with --installation.');
  return derive(appKey, installation);
}

/** The installation's signing key, where the app's private key is at hand and the installation is known; else null. */
export function keyAtHand(installation: number | null): ReceiptKey | null {
  const appKey = readAppKey();
  return appKey === null || installation === null ? null : derive(appKey, installation);
}

function derive(appKey: string, installation: number): ReceiptKey {
  try {
    return deriveReceiptKey(appKey, installation);
  } catch (error) {
    throw new InputError('PRIVATE_KEY is not a private key; write the content of the .pem file that GitHub gave you, or its path into PRIVATE_KEY_PATH.', {
      cause: error,
    });
  }
}

function readAppKey(): string | null {
  const text = process.env['PRIVATE_KEY']?.trim();
  const path = process.env['PRIVATE_KEY_PATH']?.trim();
  if (text) return text.includes('-----BEGIN') ? text : Buffer.from(text, 'base64').toString('utf8');
  return path ? readFileSync(path, 'utf8') : null;
}

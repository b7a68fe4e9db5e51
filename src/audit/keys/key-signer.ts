import { createPrivateKey, createPublicKey, type KeyObject, sign } from 'node:crypto';
import { InputError } from '../../core/errors/input-error.ts';
import { printReceiptKey } from '../../core/people/receipt-public-key.ts';
import type { BundleSigner } from './bundle-signer.ts';

/** Signs with a private key: PEM (PKCS #8), with `\n` written out, or in base64. Throws an InputError that names the setting, never its value. */
export function keySigner(text: string, setting: string): BundleSigner {
  const privateKey = readKey(text, setting);
  return { key: printReceiptKey(createPublicKey(privateKey)), sign: (content) => Promise.resolve(sign(null, content, privateKey)) };
}

function readKey(text: string, setting: string): KeyObject {
  const plain = text.includes('-----BEGIN') ? text.replaceAll('\\n', '\n') : Buffer.from(text, 'base64').toString('utf8');
  try {
    const key = createPrivateKey(plain);
    if (key.asymmetricKeyType === 'ed25519') return key;
  } catch {
    // Said below, without the parser's words: they may show a part of the key.
  }
  throw new InputError(
    `${setting} is not an Ed25519 private key; make one with \`openssl genpkey -algorithm ed25519 -out bundle-key.pem\` and give its content.`,
  );
}

import { verify } from 'node:crypto';
import { z } from 'zod';
import { canonicalJson } from '../../core/markers/digest.ts';
import { parseReceiptKey } from '../../core/people/receipt-public-key.ts';
import type { BundleSigner } from './bundle-signer.ts';
import { strictBase64 } from './strict-base64.ts';

const publicKey = z.string().regex(/^ed25519:[A-Za-z0-9_-]{43}$/);

const statementSchema = z.strictObject({
  /** Nothing else that these keys sign reads like this. */
  what: z.literal('sprintgate-bundle-key'),
  key: publicKey,
  /** The key before it, which signs this one; null for the first, which signs itself. */
  previous: publicKey.nullable(),
  /** ISO time from which bundles are signed with it. */
  at: z.iso.datetime(),
});

export const signedKeySchema = z.strictObject({
  statement: statementSchema,
  /** By `previous`, in base64. */
  signature: z.string(),
  /** By `key` itself: whoever rotates holds both. */
  proof: z.string(),
});

/** A key says which key comes after it. */
export type KeyStatement = z.infer<typeof statementSchema>;
export type SignedKey = z.infer<typeof signedKeySchema>;

/** Has the old key sign for the new one, and the new one prove itself. `previous` null: the first. */
export async function signKey(next: BundleSigner, { previous, at }: { readonly previous: BundleSigner | null; readonly at: string }): Promise<SignedKey> {
  const statement: KeyStatement = { what: 'sprintgate-bundle-key', key: next.key, previous: previous?.key ?? null, at };
  const content = Buffer.from(canonicalJson(statement));
  const signed = await (previous ?? next).sign(content);
  return { statement, signature: Buffer.from(signed).toString('base64'), proof: Buffer.from(await next.sign(content)).toString('base64') };
}

/** Whether both signatures of a statement hold. */
export function isSignedKey({ statement, signature, proof }: SignedKey): boolean {
  const content = Buffer.from(canonicalJson(statement));
  return isSignedBy(statement.previous ?? statement.key, content, strictBase64(signature)) && isSignedBy(statement.key, content, strictBase64(proof));
}

/** Whether a signature of 64 bytes is that of a printed public key. */
export function isSignedBy(key: string, content: Uint8Array, signature: Uint8Array | null): boolean {
  try {
    return signature?.length === 64 && verify(null, content, parseReceiptKey(key), signature);
  } catch {
    return false;
  }
}

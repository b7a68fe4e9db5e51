import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';

/** What is made of the operator's secret: seals what only we may read, and signs what we have to know again. `purpose` keeps the uses apart. */
export interface SessionKeys {
  seal(purpose: string, text: string): string;
  /** Null for what we did not seal for this purpose. */
  open(purpose: string, sealed: string): string | null;
  sign(purpose: string, text: string): string;
  signed(purpose: string, given: { readonly text: string; readonly signature: string }): boolean;
}

const cipher = 'aes-256-gcm';
const [ivBytes, tagBytes] = [12, 16];

/** AES-256-GCM and HMAC-SHA-256, each with a key of its own (HKDF) of a secret of 32 bytes at least. */
export function sessionKeys(secret: string): SessionKeys {
  const keyFor = (use: string): Buffer => Buffer.from(hkdfSync('sha256', secret, 'sprintgate', `web:1:${use}`, 32));
  const [sealing, signing] = [keyFor('seal'), keyFor('sign')];
  const sign = (purpose: string, text: string): string => createHmac('sha256', signing).update(`${purpose}\n${text}`).digest('base64url');
  return {
    seal(purpose, text) {
      const iv = randomBytes(ivBytes);
      const sealer = createCipheriv(cipher, sealing, iv, { authTagLength: tagBytes }).setAAD(Buffer.from(purpose));
      const body = Buffer.concat([sealer.update(text, 'utf8'), sealer.final()]);
      return Buffer.concat([iv, sealer.getAuthTag(), body]).toString('base64url');
    },
    open(purpose, sealed) {
      const bytes = Buffer.from(sealed, 'base64url');
      if (bytes.length < ivBytes + tagBytes) return null;
      const opener = createDecipheriv(cipher, sealing, bytes.subarray(0, ivBytes), { authTagLength: tagBytes })
        .setAAD(Buffer.from(purpose))
        .setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes));
      try {
        return Buffer.concat([opener.update(bytes.subarray(ivBytes + tagBytes)), opener.final()]).toString('utf8');
      } catch {
        return null;
      }
    },
    sign,
    signed: (purpose, { text, signature }) => timingSafeEqual(digest(sign(purpose, text)), digest(signature)),
  };
}

/** Of one length, whatever somebody sends. */
function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

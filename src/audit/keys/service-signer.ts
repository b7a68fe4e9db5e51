import { z } from 'zod';
import { InputError } from '../../core/errors/input-error.ts';
import { parseReceiptKey, printReceiptKey } from '../../core/people/receipt-public-key.ts';
import type { BundleSigner } from './bundle-signer.ts';
import { strictBase64 } from './strict-base64.ts';

export interface SignerService {
  readonly url: string;
  readonly token: string | null;
}

const keyAnswer = z.object({ key: z.string() });
const signatureAnswer = z.object({ signature: z.string() });
const timeout = 30_000;

/**
 * Signs through a service that keeps the key: `GET URL/key` answers `{"key":"ed25519:…"}`; `POST URL/sign` takes the bytes that are to
 * be signed as its body, and answers `{"signature":"…"}`, 64 bytes in base64. Where a token is set it goes along as a bearer.
 */
export async function serviceSigner({ url, token }: SignerService): Promise<BundleSigner> {
  const base = url.replace(/\/+$/, '');
  const ask = async (path: string, body?: Uint8Array): Promise<unknown> => {
    const headers = { ...(token === null ? {} : { authorization: `Bearer ${token}` }), ...(body ? { 'content-type': 'application/octet-stream' } : {}) };
    const request = { method: body ? 'POST' : 'GET', headers, signal: AbortSignal.timeout(timeout), redirect: 'error' as const };
    const answer = await fetch(`${base}${path}`, body ? { ...request, body: Buffer.from(body) } : request).catch((error: unknown) => {
      throw new InputError(`BUNDLE_SIGNER_URL does not answer at ${path}; is the key service running?`, { cause: error });
    });
    if (!answer.ok) throw new InputError(`BUNDLE_SIGNER_URL answered ${answer.status} at ${path}; see the log of the key service.`);
    return answer.json().catch(() => null);
  };
  const named = keyAnswer.safeParse(await ask('/key'));
  if (!named.success) throw new InputError('BUNDLE_SIGNER_URL does not name its key; `GET /key` must answer {"key":"ed25519:…"}.');
  return {
    key: printReceiptKey(parseReceiptKey(named.data.key)),
    async sign(content) {
      const answer = signatureAnswer.safeParse(await ask('/sign', content));
      const signature = answer.success ? strictBase64(answer.data.signature) : null;
      if (signature?.length !== 64)
        throw new InputError('BUNDLE_SIGNER_URL gave no Ed25519 signature; `POST /sign` must answer {"signature":"…"}, 64 bytes in base64.');
      return signature;
    },
  };
}

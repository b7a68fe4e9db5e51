import { generateKeyPairSync, sign } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { chooseSigner } from '../../src/audit/keys/choose-signer.ts';
import { isSignedBy } from '../../src/audit/keys/key-statement.ts';
import { printReceiptKey } from '../../src/core/people/receipt-public-key.ts';

const { privateKey, publicKey } = generateKeyPairSync('ed25519');
let server: Server;
let url: string;
let answer: (signature: string) => unknown = (signature) => ({ signature });

beforeAll(async () => {
  server = createServer((request, response) => {
    void buffer(request).then((body) => {
      const isAllowed = request.headers.authorization === 'Bearer sesame';
      const said = request.url === '/key' ? { key: printReceiptKey(publicKey) } : answer(sign(null, body, privateKey).toString('base64'));
      response.writeHead(isAllowed ? 200 : 401, { 'content-type': 'application/json', connection: 'close' }).end(JSON.stringify(said));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

it('signs through a service that keeps the key', async () => {
  const signer = await chooseSigner({ BUNDLE_SIGNER_URL: `${url}/`, BUNDLE_SIGNER_TOKEN: 'sesame' });
  const content = Buffer.from('año');
  expect(isSignedBy(signer?.key ?? '', content, (await signer?.sign(content)) ?? null)).toBe(true);
});

it('says what a key service lacks, and never shows a token', async () => {
  await expect(chooseSigner({ BUNDLE_SIGNER_URL: url, BUNDLE_SIGNER_TOKEN: 'wrong' })).rejects.toThrow('answered 401 at /key');
  const signer = await chooseSigner({ BUNDLE_SIGNER_URL: url, BUNDLE_SIGNER_TOKEN: 'sesame' });
  answer = () => ({ signature: 'short' });
  await expect(signer?.sign(Buffer.from('x'))).rejects.toThrow('gave no Ed25519 signature');
});

it('is nobody without a setting, and refuses two at once or a key of another kind', async () => {
  expect(await chooseSigner({})).toBeNull();
  const rsa = generateKeyPairSync('rsa', { modulusLength: 1024 }).privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  await expect(chooseSigner({ BUNDLE_SIGNING_KEY: rsa, BUNDLE_SIGNER_URL: url })).rejects.toThrow('both set');
  await expect(chooseSigner({ BUNDLE_SIGNING_KEY: rsa })).rejects.toThrow('is not an Ed25519 private key');
});

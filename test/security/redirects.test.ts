import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { downloadArtifact } from '../../src/github/artifacts/download-artifact.ts';
import { Refusal } from '../../src/github/artifacts/refusal.ts';
import type { GitHub } from '../../src/github/client.ts';

const asked: string[] = [];
const server = createServer((request, response) => {
  asked.push(request.url ?? '');
  response.writeHead(302, { location: '/inside' }).end();
});
beforeAll(async () => {
  await once(server.listen(0, '127.0.0.1'), 'listening');
});
afterAll(() => void server.close());

/** What a GitHub whose answer somebody forged sends us to. */
async function refusedAt(location: string): Promise<string> {
  const github = { request: async () => ({ headers: { location } }) } as unknown as GitHub;
  const error: unknown = await downloadArtifact(github, { owner: 'acme', repo: 'shop', id: 1 }, 1_000).catch((reason: unknown) => reason);
  return error instanceof Refusal ? error.cause.code : String(error);
}

test('a link to an upload that leads to a plain address, another protocol or a file is not followed', async () => {
  for (const location of ['http://169.254.169.254/latest/meta-data', 'http://10.0.0.1/', 'file:///etc/passwd', 'ftp://example.com/a', 'data:,x']) {
    expect({ location, why: await refusedAt(location) }).toEqual({ location, why: 'address-unsafe' });
  }
});

test('an archive that leads on to another address is not followed there', async () => {
  expect(await refusedAt(`http://127.0.0.1:${(server.address() as AddressInfo).port}/archive`)).toBe('address-elsewhere');
  expect(asked).toEqual(['/archive']);
});

import { generateKeyPair, SignJWT } from 'jose';
import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { ownPlaybookPath } from '../../src/core/own-playbook/own-playbook-path.ts';
import { loadPlaybook } from '../../src/engine/load-playbook.ts';
import { identityIssuer } from '../../src/github/artifacts/identity-issuer.ts';
import { verifyIdentity } from '../../src/github/artifacts/verify-identity.ts';

const asked: string[] = [];
const server = createServer((request, response) => {
  asked.push(request.url ?? '');
  response.writeHead(200, { 'content-type': 'application/json' }).end('{"keys":[]}');
});
let inside: string;

beforeAll(async () => {
  await once(server.listen(0, '127.0.0.1'), 'listening');
  inside = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
beforeEach(() => void asked.splice(0));
afterAll(() => void server.close());

test('an identity that names its own issuer and keys has neither of them asked', async () => {
  const { privateKey } = await generateKeyPair('RS256');
  const digest = 'a'.repeat(64);
  const claims = { iss: `${inside}/evil`, aud: `sprintgate:${digest}`, repository_id: '9', run_id: '71', run_attempt: '1', iat: 1_800_000_000 };
  const header = { alg: 'RS256', kid: `${inside}/kid`, jku: `${inside}/jku`, x5u: `${inside}/x5u` };
  const token = await new SignJWT(claims).setProtectedHeader(header).sign(privateKey);
  const run = { id: 71, status: 'completed', created_at: '2027-01-15T08:00:00Z', updated_at: '2027-01-15T08:20:00Z' };
  // The operator's issuer is this very server: only the address of its keys is asked.
  const proven = await verifyIdentity({ token, digest, repositoryId: 9, run, attempt: 1 }, identityIssuer(inside));
  expect(proven).toMatchObject({ kind: 'self-reported', why: expect.stringContaining('not valid') });
  expect(asked).toEqual(['/.well-known/jwks']);
});

test('a configuration that names an address as its playbook has nothing fetched, and no file of this machine read', async () => {
  const references = [
    `${inside}/playbook@1`,
    'http://169.254.169.254/latest/meta-data@1',
    'file:///etc/passwd',
    '//example.com/p@1',
    '../../../etc/passwd',
    '/etc/passwd',
  ];
  for (const reference of references) {
    await expect(loadPlaybook(reference)).rejects.toThrow(/there is no playbook .*; write construir@1/);
    expect(ownPlaybookPath(reference)).toBeNull();
    expect(ownPlaybookPath(`./${reference}`)).toBeNull();
    expect(ownPlaybookPath(`./.github/${reference}.yml`)).toBeNull();
  }
  expect(asked).toEqual([]);
});

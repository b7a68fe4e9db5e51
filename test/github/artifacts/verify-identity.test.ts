import { generateKeyPair, SignJWT } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import { issuerOf } from '../../../src/github/artifacts/identity-issuer.ts';
import { verifyIdentity, type IdentityClaim } from '../../../src/github/artifacts/verify-identity.ts';

const issuer = 'https://token.actions.githubusercontent.com';
const digest = 'a'.repeat(64);
const workflow = 'acme/ci/.github/workflows/evidence.yml@refs/heads/main';
const run = { id: 71, status: 'completed', created_at: '2027-03-01T10:00:00Z', updated_at: '2027-03-01T10:20:00Z' };
const inside = Date.parse('2027-03-01T10:10:00Z') / 1000;
const usual = {
  repository_id: '9',
  run_id: '71',
  run_attempt: '2',
  job_workflow_ref: workflow,
  iss: issuer,
  aud: `sprintgate:${digest}`,
  iat: inside,
  exp: inside + 300,
};

let keys: Awaited<ReturnType<typeof generateKeyPair>>;
let others: Awaited<ReturnType<typeof generateKeyPair>>;
beforeAll(async () => {
  keys = await generateKeyPair('RS256');
  others = await generateKeyPair('RS256');
});

const sign = (changes: Record<string, unknown> = {}, by = keys.privateKey) =>
  new SignJWT({ ...usual, ...changes }).setProtectedHeader({ alg: 'RS256' }).sign(by);

async function verdict(token: string, changes: Partial<IdentityClaim> = {}): Promise<string> {
  const claim = { token, digest, repositoryId: 9, run, attempt: 2, ...changes };
  const proven = await verifyIdentity(claim, { issuer, keys: () => Promise.resolve(keys.publicKey) });
  return proven.kind === 'verified' ? `verified ${proven.jobWorkflowRef}` : (proven.why ?? '');
}

describe('the identity of a job', () => {
  it('is proved by its token, however long ago that was', async () => {
    expect(await verdict(await sign())).toBe(`verified ${workflow}`);
  });

  it.each<[string, Record<string, unknown>, RegExp]>([
    ['other bytes', { aud: `sprintgate:${'b'.repeat(64)}` }, /not valid \(ERR_JWT_CLAIM_VALIDATION_FAILED\)/],
    ['anything at all', { aud: undefined }, /not valid/],
    ['another issuer', { iss: 'https://example.com' }, /not valid/],
    ['another repository', { repository_id: '8' }, /another repository/],
    ['a repository named by number', { repository_id: 9 }, /another repository/],
    ['another run', { run_id: '70' }, /another run/],
    ['another attempt', { run_attempt: '1' }, /another attempt/],
    ['a time before the run', { iat: inside - 3_600 }, /not issued while the run ran/],
    ['a time after the run', { iat: inside + 3_600, exp: inside + 7_200 }, /not issued while the run ran/],
    ['no time', { iat: undefined }, /not valid/],
    ['no workflow', { job_workflow_ref: undefined }, /names no workflow/],
  ])('is not proved by a token for %s', async (_, changes, why) => {
    expect(await verdict(await sign(changes))).toMatch(why);
  });

  it('is not proved by a token that somebody else signed, nobody signed, or that is none', async () => {
    const nobody = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${Buffer.from(JSON.stringify(usual)).toString('base64url')}.`;
    expect(await verdict(await sign({}, others.privateKey))).toMatch(/SIGNATURE_VERIFICATION_FAILED/);
    expect(await verdict(nobody)).toMatch(/ALG_NOT_ALLOWED/);
    expect(await verdict('x')).toMatch(/not valid/);
    expect(await verdict('x'.repeat(20_000))).toMatch(/too long/);
  });

  it('is asked for again later when the keys cannot be had', async () => {
    const claim = { token: await sign(), digest, repositoryId: 9, run, attempt: 2 };
    await expect(verifyIdentity(claim, { issuer, keys: () => Promise.reject(new TypeError('fetch failed')) })).rejects.toThrow('fetch failed');
  });
});

it.each([
  ['https://api.github.com', issuer],
  ['https://api.bank.ghe.com', 'https://token.actions.bank.ghe.com'],
  ['https://github.bank.mx/api/v3', 'https://github.bank.mx/_services/token'],
  ['http://127.0.0.1:4000', 'http://127.0.0.1:4000'],
])('the jobs of %s have their identities from %s', (api, expected) => {
  expect(issuerOf(api)).toBe(expected);
});

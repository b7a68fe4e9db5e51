import { afterAll, beforeAll, expect, test } from 'vitest';
import { attachBundle } from '../../../src/cli/bundle/attach-bundle.ts';
import { chooseTag } from '../../../src/cli/bundle/choose-tag.ts';
import type { GitHub } from '../../../src/github/client.ts';
import { tokenClient } from '../../../src/github/token-client.ts';
import type { Repository } from '../../../src/rehearsal/github/records/repository.ts';
import { type EmbeddedGitHub, startGitHub } from '../../../src/rehearsal/github/start-github.ts';

const name = { owner: 'acme', repo: 'shop' };
let github: EmbeddedGitHub;
let repository: Repository;
let ana: GitHub;
beforeAll(async () => {
  github = await startGitHub({ now: '2027-01-12T18:00:00Z' });
  github.people.addOrganisation('acme', { owners: ['ana'], members: ['luis'] });
  repository = github.people.createRepository({ owner: 'acme', name: 'shop', as: 'ana', files: { 'README.md': '# shop\n' } });
  ana = as('ana');
});
afterAll(async () => {
  github.assertClean();
  await github.close();
});

function as(login: string): GitHub {
  return tokenClient({ token: `ghp_${login}`, apiUrl: github.apiUrl, userAgent: 'test' });
}

const made = { name: 'bundle.zip', bytes: Buffer.from([0x50, 0x4b, 0xff, 0x00, 0x80]) };

function attach(tag: string, given: { readonly byte?: number; readonly replace?: boolean; readonly by?: GitHub } = {}) {
  const file = given.byte === undefined ? made : { ...made, bytes: Buffer.from([0x50, 0x4b, 0xff, 0x00, given.byte]) };
  return attachBundle(given.by ?? ana, { name, tag, file, replace: given.replace === true });
}

async function release(tag: string, draft = false): Promise<void> {
  await ana.rest.repos.createRelease({ ...name, tag_name: tag, draft });
}

async function downloaded(tag: string): Promise<Buffer[]> {
  const { data } = await ana.rest.repos.getReleaseByTag({ ...name, tag });
  const headers = { accept: 'application/octet-stream' };
  const files = await Promise.all(data.assets.map(({ id }) => ana.rest.repos.getReleaseAsset({ ...name, asset_id: id, headers })));
  return files.map((file) => Buffer.from(file.data as unknown as ArrayBuffer));
}

test('is uploaded byte by byte, and the same again does nothing', async () => {
  await release('v1');
  expect(await attach('v1')).toEqual({ done: 'uploaded', url: expect.stringContaining('/releases/download/v1/bundle.zip') });
  const before = github.requests.entries.length;
  expect(await attach('v1')).toMatchObject({ done: 'already there' });
  expect(github.requests.entries.slice(before).filter(({ method }) => method !== 'GET')).toEqual([]);
  expect(await downloaded('v1')).toEqual([made.bytes]);
});

test('of other bytes is refused, and replaced only where that is asked for', async () => {
  await release('v2');
  await attach('v2');
  await expect(attach('v2', { byte: 1 })).rejects.toThrow('--replace');
  expect(await downloaded('v2')).toEqual([made.bytes]);
  expect(await attach('v2', { byte: 1, replace: true })).toMatchObject({ done: 'replaced' });
  expect(await downloaded('v2')).toEqual([Buffer.from([0x50, 0x4b, 0xff, 0x00, 1])]);
});

test('is not put where there is no release, a draft, or one that cannot be changed; it says what to do', async () => {
  await expect(attach('v0')).rejects.toThrow('gh release create v0');
  await release('v3', true);
  await expect(attach('v3')).rejects.toThrow('is a draft; publish it');
  await release('v4');
  for (const each of repository.releases.values()) if (each.tag === 'v4') each.immutable = true;
  await expect(attach('v4')).rejects.toThrow('immutable');
});

test('is not put by a token that may not write', async () => {
  await release('v5');
  github.people.grantRole({ repository, login: 'luis', role: 'read' });
  await expect(attach('v5', { by: as('luis') })).rejects.toThrow('contents: write');
  expect(await downloaded('v5')).toEqual([]);
});

test('goes to the tag that is named, or to the one by which the release was asked for', () => {
  expect(chooseTag({ release: '41' })).toBeNull();
  expect(chooseTag({ release: 'v1', attach: true })).toBe('v1');
  expect(chooseTag({ release: '41', attach: 'v1' })).toBe('v1');
  for (const release of ['41', '#41', '0123abc']) expect(() => chooseTag({ release, attach: true })).toThrow('is no tag');
  expect(() => chooseTag({ release: 'v1', replace: true })).toThrow('--attach');
});

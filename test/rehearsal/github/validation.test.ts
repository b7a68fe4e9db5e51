import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { githubDescription } from '../../../src/rehearsal/github/openapi/description.ts';
import { requirementOf } from '../../../src/rehearsal/github/auth/operation-permissions.ts';
import { handlers, repositoryScoped } from '../../../src/rehearsal/github/rest/all-handlers.ts';
import { at, startAcme } from './acme.ts';
import type { Acme } from './acme.ts';
import { refused } from './refused.ts';

let acme: Acme;

beforeEach(async () => {
  acme = await startAcme();
});

afterEach(async () => {
  await acme.github.close();
});

test.each([
  ['a key that GitHub does not know', 'POST /repos/{owner}/{repo}/issues', { title: 'x', milstone: 1 }, 'milstone'],
  ['a missing key', 'POST /repos/{owner}/{repo}/milestones', {}, 'title'],
  ['a wrong format', 'POST /repos/{owner}/{repo}/milestones', { title: 'x', due_on: 'tomorrow' }, 'due_on'],
  ['a wrong word', 'POST /repos/{owner}/{repo}/check-runs', { name: 'x', head_sha: 'y', conclusion: 'good' }, 'conclusion'],
  ['a nested missing key', 'POST /repos/{owner}/{repo}/check-runs', { name: 'x', head_sha: 'y', output: { title: 't' } }, 'summary'],
  ['an unknown query', 'GET /repos/{owner}/{repo}/issues', { author: 'ana' }, 'author'],
  ['a wrong query', 'GET /repos/{owner}/{repo}/issues', { state: 'opened' }, 'state'],
])('%s is refused and recorded', async (_name, route, body, word) => {
  const refusal = await refused(acme.bot.request(route, { ...at, ...body }));
  expect(refusal).toMatchObject({ status: 400, message: expect.stringContaining('Embedded GitHub') });
  expect(acme.github.violations).toEqual([expect.stringContaining(word)]);
  expect(() => acme.github.assertClean()).toThrow(word);
});

test('an unknown path is 404 and recorded', async () => {
  expect((await refused(acme.bot.request('GET /repos/{owner}/{repo}/sprints', at))).status).toBe(404);
  expect(acme.github.unimplemented).toEqual(['GET /repos/acme/shop/sprints']);
});

test('the description holds exactly the operations that are listed', () => {
  const lines = readFileSync(new URL('../../../src/rehearsal/github/openapi/operations.txt', import.meta.url), 'utf8').split('\n');
  const listed = lines.filter((line) => line !== '' && !line.startsWith('#'));
  const described = Object.values(githubDescription().paths).flatMap((methods) => Object.values(methods).map((operation) => operation.operationId));
  expect(described.toSorted()).toEqual(listed.toSorted());
});

test('every operation of the description has a handler', () => {
  const described = Object.values(githubDescription().paths).flatMap((methods) => Object.values(methods).map((operation) => operation.operationId));
  expect(described.filter((id) => handlers[id] === undefined && repositoryScoped[id] === undefined)).toEqual([]);
});

test('every operation in a repository has a permission', () => {
  expect(() => Object.keys(repositoryScoped).map(requirementOf)).not.toThrow();
});

test('the description records which package it was made from', () => {
  expect(githubDescription()['x-source']).toMatchObject({ package: '@octokit/openapi', version: '23.0.2', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
});

test('prose is stripped, properties of the same names are not', () => {
  const text = JSON.stringify(githubDescription());
  expect(text.length).toBeLessThan(1_000_000);
  expect(text).not.toContain('"description":"');
  expect(text).toContain('"summary":{"type":"string"');
});

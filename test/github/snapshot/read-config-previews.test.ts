import { afterEach, describe, expect, test } from 'vitest';
import { loadPlaybook } from '../../../src/engine/load-playbook.ts';
import { readConfigPreviews } from '../../../src/github/snapshot/read-config-previews.ts';
import type { PullFacts } from '../../../src/core/snapshot/facts.ts';
import { inForce, person, policyOf, repository as base } from '../../core/people/people-fixtures.ts';
import { tinyGitHub, type TinyGitHub } from '../authorities/tiny-github.ts';

const repository = { ...base, ownerType: 'User' as const };
const path = '.github/sprintgate.yml';
const state = inForce(policyOf());
const text = (tier: string) =>
  `playbook: construir@1\nlocale: en\ntier: ${tier}\nproduct: ml\nschedule: { start: 2027-01-11, sprint: 2w, timezone: America/Mexico_City, profile: standard }\n`;

function pull(number: number, files: readonly { path: string; previousPath?: string }[]): PullFacts {
  return {
    number,
    title: '',
    url: '',
    state: 'open',
    merged: false,
    author: person('dev'),
    head: { sha: 'b'.repeat(40), ref: 'work', repositoryId: 1 },
    base: { sha: 'a'.repeat(40), ref: 'main' },
    labels: [],
    milestone: null,
    closes: [],
    files: files.map((file) => ({ previousPath: null, status: 'modified', changedLines: [], ...file })),
  };
}

let server: TinyGitHub | null = null;
afterEach(() => server?.close());

async function previews(content: string | null, pulls: readonly PullFacts[]) {
  const answer =
    content === null
      ? {}
      : {
          [`GET /repos/acme/aval/contents/${encodeURIComponent(path)}`]: { body: { type: 'file', sha: 'x', content: Buffer.from(content).toString('base64') } },
        };
  server = await tinyGitHub(answer);
  return readConfigPreviews({ github: server.github, loadPlaybook, memory: null }, repository, { state, pulls });
}

describe('the configuration at a pull request’s head', () => {
  test('is not asked for while the pull request leaves the file alone', async () => {
    expect(await previews(text('1'), [pull(30, [{ path: 'src/a.ts' }])])).toEqual({});
    expect(server?.requests).toEqual([]);
  });

  test('is read once for each pull request that changes it, also with one head', async () => {
    const seen = await previews(text('4'), [pull(30, [{ path }]), pull(31, [{ path }]), pull(32, [])]);
    expect(Object.keys(seen)).toEqual(['30', '31']);
    expect(seen[30]?.weakenings.map(({ kind }) => kind)).toContain('tier-lower');
    expect(seen[30]).toEqual(seen[31]);
  });

  test('is read of a pull request with more files than GitHub lists, which may change it unseen', async () => {
    const seen = await previews(text('4'), [{ ...pull(30, [{ path: 'src/a.ts' }]), filesLeftOut: 1 }]);
    expect(seen[30]?.weakenings.map(({ kind }) => kind)).toContain('tier-lower');
  });

  test('shows what becomes of the plan', async () => {
    const plan = (await previews(text('4'), [pull(30, [{ path }])]))[30]?.plan;
    expect(plan?.issues.retired.count).toBeGreaterThan(0);
    expect(plan?.issues.retired.titles.length).toBeLessThanOrEqual(5);
  });

  test('has its errors with their lines', async () => {
    expect((await previews(text('9'), [pull(30, [{ path }])]))[30]?.problems).toMatchObject([{ file: path, line: 3 }]);
  });

  test.each([
    ['removed', { path }],
    ['moved away', { path: 'old.yml', previousPath: path }],
  ])('that is %s is an error', async (_name, file) => {
    expect((await previews(null, [pull(30, [file])]))[30]?.problems[0]?.message).toContain('removes the file');
  });
});

import { afterEach, beforeEach, expect, test } from 'vitest';
import { at, startAcme } from './acme.ts';
import type { Acme } from './acme.ts';

let acme: Acme;
const repository = 'acme/shop';

beforeEach(async () => {
  acme = await startAcme();
});

afterEach(async () => {
  acme.github.assertClean();
  await acme.github.close();
});

interface OfCommit<T> {
  readonly repository: { readonly object: T };
}

/** What a query tells of a commit. */
async function ofCommit<T>(sha: string, inner: string): Promise<T> {
  const query = `query ($sha: GitObjectID!) { repository(owner: "acme", name: "shop") { object(oid: $sha) { ... on Commit { ${inner} } } } }`;
  return (await acme.bot.graphql<OfCommit<T>>(query, { sha })).repository.object;
}

const suites = (inner: string) => `checkSuites(first: 10) { totalCount nodes { app { databaseId slug } status conclusion branch { name } ${inner} } }`;

function work() {
  const { sha } = acme.github.people.commit({ repository, as: 'luis', branch: 'work', files: { a: '1' } });
  return sha;
}

test('a commit has one suite of an app, but one of each workflow run (§2)', async () => {
  const sha = work();
  await acme.bot.rest.checks.create({ ...at, name: 'gate', head_sha: sha, status: 'in_progress', output: { title: 'Waiting', summary: 'for tests' } });
  for (const path of ['.github/workflows/a.yml', '.github/workflows/b.yml'])
    acme.github.people.runWorkflow({ repository, as: 'luis', path, headSha: sha, branch: 'work', event: 'push', jobs: ['test'] });
  const { checkSuites } = await ofCommit<{ checkSuites: { nodes: { app: { slug: string } }[] } }>(
    sha,
    suites('workflowRun { event file { path } } checkRuns(first: 10) { nodes { name status title summary } }'),
  );
  expect(checkSuites.nodes.filter(({ app }) => app.slug !== 'github-actions')).toMatchObject([
    {
      status: 'IN_PROGRESS',
      conclusion: null,
      workflowRun: null,
      checkRuns: { nodes: [{ name: 'gate', status: 'IN_PROGRESS', title: 'Waiting', summary: 'for tests' }] },
    },
  ]);
  expect(checkSuites.nodes.filter(({ app }) => app.slug === 'github-actions')).toMatchObject(
    ['a', 'b'].map((name) => ({
      status: 'COMPLETED',
      conclusion: 'SUCCESS',
      branch: { name: 'work' },
      workflowRun: { event: 'push', file: { path: `.github/workflows/${name}.yml` } },
      checkRuns: { nodes: [{ name: 'test' }] },
    })),
  );
});

test('the latest check runs of a suite are those of the newest attempt; all of them tell that there was another', async () => {
  const sha = work();
  const { run } = acme.github.people.runWorkflow({
    repository,
    as: 'luis',
    path: '.github/workflows/a.yml',
    headSha: sha,
    branch: 'work',
    event: 'push',
    jobs: ['test'],
  });
  acme.github.people.rerunWorkflow({ repository, as: 'luis', run, conclusion: null });
  const { checkSuites } = await ofCommit<{ checkSuites: { nodes: { app: { slug: string } }[] } }>(
    sha,
    suites(
      'all: checkRuns(first: 10, filterBy: { checkType: ALL }) { totalCount } latest: checkRuns(first: 10, filterBy: { checkType: LATEST }) { nodes { status permalink } }',
    ),
  );
  expect(checkSuites.nodes.find(({ app }) => app.slug === 'github-actions')).toMatchObject({
    all: { totalCount: 2 },
    latest: { nodes: [{ status: 'IN_PROGRESS', permalink: expect.stringMatching(/\/runs\/\d+$/) }] },
  });
});

test('a file of a commit comes with its mode, its text and whether that was cut', async () => {
  const { sha } = acme.github.people.commit({ repository, as: 'luis', branch: 'work', files: { 'dir/small': 'text', large: 'x'.repeat(600_000) } });
  const fields = 'mode oid object { ... on Blob { text byteSize isTruncated isBinary } }';
  const seen = await ofCommit<{ large: { object: { isTruncated: boolean } } }>(
    sha,
    `small: file(path: "dir/small") { ${fields} } large: file(path: "large") { ${fields} } none: file(path: "none") { mode } folder: file(path: "dir") { type }`,
  );
  expect(seen).toMatchObject({
    small: { mode: 0o100644, object: { text: 'text', byteSize: 4, isTruncated: false, isBinary: false } },
    none: null,
    folder: { type: 'tree' },
  });
  expect(seen.large.object.isTruncated).toBe(true);
});

test('a pull request tells its base branch as it is now, and the merge that GitHub tried', async () => {
  const sha = work();
  const pull = acme.github.people.openPull({ repository, as: 'luis', head: 'work' });
  const ask = () =>
    acme.bot.graphql<{ repository: { pullRequest: unknown } }>(
      'query ($number: Int!) { repository(owner: "acme", name: "shop") { pullRequest(number: $number) { mergeable baseRef { name target { oid } } potentialMergeCommit { oid tree { oid } parents(first: 3) { nodes { oid } } } } } }',
      { number: pull.number },
    );
  await ask();
  expect((await ask()).repository.pullRequest).toMatchObject({
    baseRef: { name: 'main', target: { oid: pull.pull.baseSha } },
    potentialMergeCommit: { parents: { nodes: [{ oid: pull.pull.baseSha }, { oid: sha }] } },
  });
});

test('what the app has no permission for is null, with an error that names where', async () => {
  const poor = await startAcme({ app: { permissions: { contents: 'read', metadata: 'read' }, events: [] } });
  const asked = poor.bot.graphql(
    'query { repository(owner: "acme", name: "shop") { defaultBranchRef { target { ... on Commit { oid checkSuites(first: 1) { totalCount } } } } milestones(first: 1) { totalCount } } }',
  );
  await expect(asked).rejects.toMatchObject({
    data: { repository: { defaultBranchRef: { target: { checkSuites: null } }, milestones: null } },
    errors: expect.arrayContaining([expect.objectContaining({ type: 'FORBIDDEN', path: ['repository', 'defaultBranchRef', 'target', 'checkSuites'] })]),
  });
  await poor.github.close();
});

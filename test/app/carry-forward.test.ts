import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { PullIssue } from '../../src/rehearsal/github/records/find.ts';
import type { Repository } from '../../src/rehearsal/github/records/repository.ts';
import { covered, openSmallPull, smallConfig, type Stage, startStage } from '../support/stage.ts';

const config = smallConfig
  .replace(
    '  api: { kind: api, paths: ["src/**"], uploads: [api] }',
    '  api: { kind: api, paths: ["src/api/**"], uploads: [api] }\n  web: { kind: api, paths: ["src/web/**"], uploads: [web] }',
  )
  .concat('coverage: { carryForward: { days: 7, commits: 20 } }\n');
const code = 'export const a = 1;\nexport const b = 2;\n';
const start = '2027-01-12T18:00:00Z';

let stage: Stage;
beforeAll(async () => {
  stage = await startStage();
});
beforeEach(() => {
  stage.github.now = start;
});
afterAll(async () => {
  stage.github.assertClean();
  await stage.close();
});

interface Run {
  readonly repository: Repository;
  /** Component and the report of its upload. */
  readonly uploads: Readonly<Record<string, string>>;
  readonly headSha: string;
  readonly event?: string;
  readonly conclusion?: string | null;
}

function run({ repository, uploads, headSha, event = 'push', conclusion = 'success' }: Run): void {
  stage.github.people.runWorkflow({
    repository,
    as: 'luis',
    path: `.github/workflows/${Object.keys(uploads).join('-')}.yml`,
    event,
    headSha,
    jobs: ['test'],
    conclusion,
    artifacts: Object.entries(uploads).map(([name, report]) => ({ name: `sprintgate-${name}`, files: { 'lcov.info': report } })),
  });
}

const main = (repository: Repository): string => repository.refs.get('refs/heads/main') ?? '';

/** A repository whose main branch was measured whole, on its own first commit. */
async function measured(name: string, text = config): Promise<{ repository: Repository; source: string }> {
  const repository = await stage.repository(name, { config: text, files: { 'src/api/a.ts': code, 'src/web/w.ts': code } });
  const source = main(repository);
  run({ repository, uploads: { web: covered('src/web/w.ts') }, headSha: source });
  await stage.settle();
  return { repository, source };
}

function open(repository: Repository, branch: string, path = `src/api/${branch}.ts`): PullIssue {
  return openSmallPull(stage, { repository, branch, files: { [path]: code } });
}

/** The workflow of `api` alone runs on a pull request, as path filters have it. */
async function runApi(repository: Repository, { headSha, event, path }: { headSha: string; event?: string; path: string }): Promise<void> {
  run({ repository, uploads: { api: covered('src/api/a.ts', path) }, headSha, ...(event === undefined ? {} : { event }) });
  await stage.settle();
}

function outcome(repository: Repository, sha: string): { conclusion: string | null; text: string } {
  const check = stage.check(repository, sha, 'coverage');
  return { conclusion: check?.conclusion ?? null, text: `${check?.output.title}\n${check?.output.summary}\n${check?.output.text}` };
}

function asked(mark: ReturnType<Stage['github']['requests']['mark']>): Record<string, number> {
  const { entries } = stage.github.requests.since(mark);
  const count = (operation: string) => entries.filter((entry) => entry.operation === operation).length;
  return {
    commits: count('repos/list-commits'),
    comparisons: count('repos/compare-commits-with-basehead'),
    runs: count('actions/list-workflow-runs-for-repo'),
  };
}

describe('a component of which a pull request has no evidence', () => {
  test('is carried from where the branch left its base, and then from what was kept of it', async () => {
    const { repository, source } = await measured('carried');
    const first = open(repository, 'one');
    await runApi(repository, { headSha: first.pull.headSha, path: 'src/api/one.ts' });
    const short = source.slice(0, 7);
    expect(outcome(repository, first.pull.headSha)).toMatchObject({
      conclusion: 'success',
      text: expect.stringContaining(`carried from \`${short}\`, 0 commits and less than a day old`),
    });
    stage.github.people.commit({ repository, as: 'ana', files: { 'docs/a.md': 'a\n' } });
    stage.github.people.commit({ repository, as: 'ana', files: { 'docs/b.md': 'b\n' } });
    const second = open(repository, 'two');
    stage.github.now = '2027-01-14T19:00:00Z';
    await runApi(repository, { headSha: second.pull.headSha, path: 'src/api/two.ts' });
    expect(outcome(repository, second.pull.headSha)).toMatchObject({
      conclusion: 'success',
      text: expect.stringContaining(`carried from \`${short}\`, 2 commits and 2 days old`),
    });
    const mark = stage.github.requests.mark();
    await stage.look(repository, second.number);
    expect(asked(mark)).toEqual({ commits: 1, comparisons: 0, runs: 0 });
    expect(stage.github.requests.since(mark).writes).toBe(0);
    expect(await stage.wakeOf(`${repository.id}/pull/${second.number}`)).toBe('2027-01-19T18:00:00.001Z');
    stage.github.now = '2027-01-20T19:00:00Z';
    await stage.look(repository, second.number);
    expect(outcome(repository, second.pull.headSha)).toMatchObject({
      conclusion: 'action_required',
      text: expect.stringContaining('within 20 commits and 7 days no commit'),
    });
  });

  test('is carried for a draft as for any other', async () => {
    const { repository } = await measured('draft');
    const pull = open(repository, 'one');
    stage.github.people.setDraft({ repository, as: 'luis', number: pull.number, draft: true });
    await runApi(repository, { headSha: pull.pull.headSha, path: 'src/api/one.ts' });
    expect(outcome(repository, pull.pull.headSha)).toMatchObject({ conclusion: 'success', text: expect.stringContaining('carried from') });
  });

  test('asks GitHub for nothing more when no evidence is missing', async () => {
    const { repository } = await measured('whole');
    const pull = open(repository, 'one');
    run({ repository, uploads: { web: covered('src/web/w.ts') }, headSha: pull.pull.headSha });
    await runApi(repository, { headSha: pull.pull.headSha, path: 'src/api/one.ts' });
    const mark = stage.github.requests.mark();
    await stage.look(repository, pull.number);
    expect(asked(mark)).toEqual({ commits: 0, comparisons: 0, runs: 0 });
  });

  test('is carried for a change of no code at all, also where nothing may fall against the base', async () => {
    const strict = config.replace('carryForward:', 'threshold: 0, carryForward:');
    const { repository, source } = await measured('documents', strict);
    run({ repository, uploads: { api: covered('src/api/a.ts') }, headSha: source });
    const pull = open(repository, 'one', 'docs/a.md');
    await stage.settle();
    const { conclusion, text } = outcome(repository, pull.pull.headSha);
    expect(text).toContain('±0');
    expect(text.match(/carried from `/g)?.length).toBeGreaterThanOrEqual(4);
    expect(conclusion).toBe('success');
  });

  test('is not carried when the change touches it', async () => {
    const { repository } = await measured('touched');
    const pull = open(repository, 'one', 'src/web/new.ts');
    run({ repository, uploads: { api: covered('src/api/a.ts') }, headSha: pull.pull.headSha });
    stage.github.now = '2027-01-12T20:00:00Z';
    await stage.settle();
    await stage.look(repository, pull.number);
    expect(outcome(repository, pull.pull.headSha)).toMatchObject({
      conclusion: 'action_required',
      text: expect.stringContaining('the change touches `src/web/new.ts`'),
    });
  });

  test('is not carried when it changed on the base since', async () => {
    const { repository, source } = await measured('since');
    await runApi(repository, { headSha: open(repository, 'zero').pull.headSha, path: 'src/api/zero.ts' });
    stage.github.people.commit({ repository, as: 'ana', files: { 'src/web/later.ts': code } });
    const pull = open(repository, 'one');
    run({ repository, uploads: { api: covered('src/api/a.ts', 'src/api/one.ts') }, headSha: pull.pull.headSha });
    stage.github.now = '2027-01-12T20:00:00Z';
    await stage.settle();
    await stage.look(repository, pull.number);
    expect(outcome(repository, pull.pull.headSha)).toMatchObject({
      conclusion: 'action_required',
      text: expect.stringContaining(`from \`${source.slice(0, 7)}\`: \`src/web/later.ts\` has changed since`),
    });
  });

  test('is not carried over an empty report of its own, nor while its workflow runs', async () => {
    const { repository } = await measured('own');
    const pull = open(repository, 'one');
    await runApi(repository, { headSha: pull.pull.headSha, path: 'src/api/one.ts' });
    run({ repository, uploads: { web: covered('src/web/w.ts') }, headSha: pull.pull.headSha, conclusion: null });
    await stage.settle();
    expect(stage.check(repository, pull.pull.headSha, 'coverage')?.status).toBe('in_progress');
    const other = open(repository, 'two');
    run({ repository, uploads: { web: 'TN:\n' }, headSha: other.pull.headSha });
    await runApi(repository, { headSha: other.pull.headSha, path: 'src/api/two.ts' });
    expect(outcome(repository, other.pull.headSha)).toMatchObject({ conclusion: 'action_required', text: expect.not.stringContaining('carried from') });
  });

  test('is not carried where the policy says nothing of it, or not for this component', async () => {
    for (const [name, text] of [
      ['off', config.replace('coverage: { carryForward: { days: 7, commits: 20 } }\n', '')],
      ['off-web', config.replace('uploads: [web]', 'uploads: [web], coverage: { carryForward: false }')],
    ] as const) {
      const { repository } = await measured(name, text);
      const pull = open(repository, 'one');
      const mark = stage.github.requests.mark();
      await runApi(repository, { headSha: pull.pull.headSha, path: 'src/api/one.ts' });
      expect(stage.check(repository, pull.pull.headSha, 'coverage')?.conclusion).not.toBe('success');
      // The one by which its files are known.
      expect(asked(mark)).toMatchObject({ commits: 0, comparisons: 1 });
    }
  });

  test('is carried in a merge group, unless a pull request before it in the queue changed it', async () => {
    const { repository, source } = await measured('grouped');
    const first = open(repository, 'one');
    const group = stage.github.people.enqueue({ repository, as: 'luis', number: first.number });
    await stage.settle();
    await runApi(repository, { headSha: group.headSha, event: 'merge_group', path: 'src/api/one.ts' });
    expect(outcome(repository, group.headSha)).toMatchObject({
      conclusion: 'success',
      text: expect.stringContaining(`carried from \`${source.slice(0, 7)}\``),
    });
    const second = open(repository, 'two', 'src/web/two.ts');
    stage.github.people.enqueue({ repository, as: 'luis', number: second.number });
    const third = open(repository, 'three');
    const last = stage.github.people.enqueue({ repository, as: 'luis', number: third.number });
    await stage.settle();
    run({ repository, uploads: { api: covered('src/api/a.ts', 'src/api/one.ts', 'src/api/three.ts') }, headSha: last.headSha, event: 'merge_group' });
    stage.github.advance(61 * 60_000);
    await stage.app.context.enqueue([{ key: { kind: 'group', repository: repository.id, sha: last.headSha }, priority: 'now' }]);
    await stage.settle();
    expect(outcome(repository, last.headSha)).toMatchObject({ conclusion: 'action_required', text: expect.stringContaining('src/web/two.ts') });
  });
});

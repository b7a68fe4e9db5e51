import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, test } from 'vitest';
import type { Repository } from '../../src/rehearsal/github/records/repository.ts';
import { covered, openSmallPull, readManifest, smallConfig, type Stage, startStage } from '../support/stage.ts';

const manifest = readManifest();
const path = '.github/workflows/ci.yml';
const teamConfig = smallConfig.replace('{ users: [ana] }', '{ teams: [acme/architects] }');

let stage: Stage | null = null;
afterEach(async () => {
  stage?.github.assertClean();
  await stage?.close();
  stage = null;
});

async function start(options: Parameters<typeof startStage>[0] = {}): Promise<Stage> {
  stage = await startStage(options);
  stage.github.people.addTeam({ organisation: 'acme', name: 'architects', members: ['carla'] });
  return stage;
}

function without(...names: readonly string[]) {
  return { permissions: Object.fromEntries(Object.entries(manifest.default_permissions).filter(([name]) => !names.includes(name))) };
}

function answers(repository: Repository, issue: number): string {
  return [...repository.comments.values()]
    .filter((comment) => comment.issueNumber === issue && comment.authorId === stage?.github.app.botId)
    .map(({ body }) => body)
    .join('\n');
}

function checkTexts({ github }: Stage, repository: Repository): Record<string, string> {
  const runs = [...repository.checkRuns.values()].filter((run) => run.appId === github.app.id);
  return Object.fromEntries(
    runs.map((run) => [run.name.replace('sprintgate/', ''), `${run.conclusion}: ${run.output.title} ${run.output.summary} ${run.output.text}`]),
  );
}

describe('with exactly the permissions and events of app.yml', () => {
  test('nothing on the way from installation to release is refused', async () => {
    const { github, settle, repository: create, check } = await start();
    const { people } = github;
    const repository = await create('shop', { config: teamConfig });
    people.commit({ repository, as: 'ana', branch: 'second', files: { 'README.md': '# again\n' } });
    const talk = people.openIssue({ repository, as: 'ana', title: 'Begin' });
    people.comment({ repository, as: 'ana', number: talk.number, body: '/sprintgate seed' });
    await settle();
    expect(repository.milestones.size).toBeGreaterThan(16);
    const signing = [...repository.issues.values()].find(
      (issue) => issue.body?.includes('id=checkpoint.architecture-review ') || issue.body?.includes('architecture-review'),
    );
    github.now = '2027-01-26T18:00:00Z';
    const pull = openSmallPull({ github }, { repository, branch: 'work' });
    people.runWorkflow({
      repository,
      as: 'luis',
      path,
      pull: pull.number,
      jobs: ['test'],
      artifacts: [{ name: 'sprintgate-api', files: { 'lcov.info': covered('src/work.ts') } }],
    });
    await settle();
    expect(check(repository, pull.pull.headSha, 'checkpoint')?.conclusion).toBe('failure');
    people.comment({ repository, as: 'carla', number: signing?.number ?? 0, body: '/sprintgate approve architecture-review' });
    await settle();
    expect(check(repository, pull.pull.headSha, 'checkpoint')?.conclusion).toBe('success');
    people.comment({ repository, as: 'luis', number: pull.number, body: '/sprintgate explain' });
    people.comment({ repository, as: 'luis', number: pull.number, body: '/sprintgate status' });
    const group = people.enqueue({ repository, as: 'luis', number: pull.number });
    await settle();
    expect(check(repository, group.headSha, 'policy')?.conclusion).toBe('success');
    people.dequeue({ repository, as: 'luis', number: pull.number, reason: 'merged' });
    people.commit({ repository, as: 'luis', branch: 'release/1', files: { 'CHANGELOG.md': '# 1\n' } });
    const release = people.openPull({ repository, as: 'luis', head: 'release/1', title: 'Release 1' });
    await settle();
    expect(answers(repository, release.number)).not.toBe('');
    expect(github.requests.entries.filter(({ status }) => status === 401 || status === 403)).toEqual([]);
    // Seeding alone brings some 780 deliveries, each with its rows: where others share the processors that takes its time.
  }, 180_000);

  test('every permission has its line in the table that gives the reason', () => {
    const page = readFileSync('docs/permissions.md', 'utf8');
    for (const [name, access] of Object.entries(manifest.default_permissions)) expect(page).toContain(`| \`${name}\` | ${access} |`);
  });
});

describe('where a permission is missing, nothing opens and its name is said', () => {
  test('members: a sign-off by team does not count', async () => {
    const opened = await start(without('members'));
    const { github, settle, repository: create, check } = opened;
    const repository = await create('shop', { config: teamConfig });
    github.now = '2027-01-26T18:00:00Z';
    const pull = openSmallPull({ github }, { repository, branch: 'work' });
    await settle();
    github.people.comment({ repository, as: 'carla', number: pull.number, body: '/sprintgate approve architecture-review' });
    await settle();
    expect(answers(repository, pull.number)).toContain('members: read');
    expect(check(repository, pull.pull.headSha, 'checkpoint')?.conclusion).not.toBe('success');
  });

  test.each([
    ['contents', 'contents: read', ['coverage', 'checkpoint', 'quality', 'readiness', 'policy']],
    ['actions', 'actions: read', ['coverage']],
    ['pull_requests', 'pull_requests: read', ['coverage', 'checkpoint', 'readiness', 'policy']],
  ] as const)('%s: its gates cannot be evaluated', async (permission, said, gates) => {
    const opened = await start(without(permission));
    const repository = await opened.repository('shop');
    openSmallPull(opened, { repository, branch: 'work' });
    await opened.settle();
    const texts = checkTexts(opened, repository);
    for (const gate of gates) expect(texts[gate]).toMatch(/^action_required/);
    for (const gate of gates) expect(texts[gate]).toContain(said);
  });
});

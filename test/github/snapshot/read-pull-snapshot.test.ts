import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { wrapMarked } from '../../../src/core/markers/marker.ts';
import type { Decision } from '../../../src/core/people/decision.ts';
import { configPath } from '../../../src/core/policy/config-path.ts';
import type { PullSnapshot } from '../../../src/core/snapshot/pull-snapshot.ts';
import { loadPlaybook } from '../../../src/engine/load-playbook.ts';
import type { ConfigText } from '../../../src/github/snapshot/config-text.ts';
import type { ConfigMemory } from '../../../src/github/snapshot/policy-sources.ts';
import { readKnownRepository, readRepository } from '../../../src/github/snapshot/read-repository.ts';
import { readPolicyState } from '../../../src/github/snapshot/read-policy-state.ts';
import { readEvidence } from '../../../src/github/artifacts/read-evidence.ts';
import { readPullSnapshot } from '../../../src/github/snapshot/read-pull-snapshot.ts';
import type { PullIssue } from '../../../src/rehearsal/github/records/find.ts';
import type { Repository } from '../../../src/rehearsal/github/records/repository.ts';
import { smallConfig } from '../../support/stage.ts';
import { decision } from '../../core/people/people-fixtures.ts';
import { type Acme, startAcme } from '../../rehearsal/github/acme.ts';

let acme: Acme;
let repository: Repository;
let count = 0;
beforeAll(async () => {
  acme = await startAcme();
});
beforeEach(() => {
  count += 1;
  repository = acme.github.people.createRepository({
    owner: 'acme',
    as: 'ana',
    name: `product-${count}`,
    files: {
      [configPath]: smallConfig,
      'README.md': '# Product\n',
      'src/a.ts': 'one\ntwo\nthree\n',
      'src/old.ts': 'moved as it is\n',
      'src/gone.ts': 'gone\n',
      'logo.png': 'png',
    },
  });
  acme.github.people.grantRole({ repository, login: 'luis', role: 'write' });
});
afterEach(() => acme.github.assertClean());
afterAll(async () => {
  await acme.github.close();
});

/** What a store remembers, in memory. */
function createMemory(): ConfigMemory {
  const good = new Map<number | string, ConfigText>();
  return {
    lastGood: async (id) => good.get(id) ?? null,
    remember: async (id, config) => {
      good.set(id, config);
    },
    lastOrganisation: async (owner) => good.get(owner) ?? null,
    rememberOrganisation: async (owner, config) => {
      good.set(owner, config);
    },
  };
}

const name = () => ({ owner: 'acme', repo: repository.name });

async function read(headSha: string, memory: ConfigMemory | null = null, decisions: readonly Decision[] = []): Promise<PullSnapshot | null> {
  return readPullSnapshot(
    {
      github: acme.bot,
      readEvidence,
      loadPlaybook,
      memory,
      now: acme.github.now,
      app: { id: acme.github.app.id, logins: ['sprintgate[bot]'] },
      decisions: async () => ({ decisions, unavailable: [] }),
      knownReleases: async () => [],
    },
    { repository: await readRepository(acme.bot, name()), headSha },
  );
}

async function state(memory: ConfigMemory | null) {
  return readPolicyState({ github: acme.bot, loadPlaybook, memory }, await readRepository(acme.bot, name()));
}

function commit(files: Readonly<Record<string, string | null>>, branch?: string) {
  return acme.github.people.commit({ repository, as: 'luis', files, ...(branch ? { branch } : {}) });
}

function open(branch: string, files: Readonly<Record<string, string | null>>, body?: string): PullIssue {
  commit(files, branch);
  return acme.github.people.openPull({ repository, as: 'luis', head: branch, title: `Work on ${branch}`, ...(body ? { body } : {}) });
}

describe('the snapshot of a pull request', () => {
  test('has what was merged since a sign-off that merges void, and asks for it only there', async () => {
    const signed = commit({ [configPath]: `${smallConfig}\ncheckpoints: { architecture-review: { void: on-merge } }\n` }).sha;
    const pull = open('work', { 'src/a.ts': 'one\n' });
    commit({ 'src/b.ts': 'later\n' });
    const snapshot = await read(pull.pull.headSha, null, [decision('approve', 'architecture-review', { commits: { from: null, to: signed } })]);
    expect(snapshot?.mergedSince).toEqual({ [signed]: { files: ['src/b.ts'], complete: true, pulls: [] } });
    expect((await read(pull.pull.headSha))?.mergedSince).toBeUndefined();
  });

  test('has its files with the lines they change, the tree, labels, milestone, and the issues that it closes', async () => {
    const { people } = acme.github;
    const milestone = people.createMilestone({ repository, as: 'luis', title: 'Sprint 3', due_on: '2027-03-07T08:00:00Z' });
    const closed = people.openIssue({ repository, as: 'eva', title: 'A bug' });
    const other = people.openIssue({ repository, as: 'eva', title: 'Another' });
    people.label({ repository, as: 'luis', number: closed.number, names: ['bug'] });
    const pull = open(
      'work',
      { 'src/a.ts': 'one\n2\nthree\nfour\n', 'src/new.ts': 'a\nb\n', 'src/old.ts': null, 'src/moved.ts': 'moved as it is\n', 'src/gone.ts': null },
      `Fixes #${closed.number}, see #${other.number}.`,
    );
    people.label({ repository, as: 'luis', number: pull.number, names: ['release'] });
    people.setMilestone({ repository, as: 'luis', number: pull.number, milestone: milestone.number });
    const mark = acme.github.requests.mark();
    const snapshot = await read(pull.pull.headSha);
    // 20 for one pull request: seven of them count open issues by label, one for each set that a criterion names.
    expect(acme.github.requests.since(mark).reads).toBeLessThanOrEqual(22);
    const [facts] = snapshot?.pulls ?? [];
    expect(facts).toMatchObject({
      number: pull.number,
      state: 'open',
      author: { login: 'luis', type: 'User' },
      labels: ['release'],
      base: { ref: 'main' },
      head: { sha: pull.pull.headSha, ref: 'work', repositoryId: repository.id },
    });
    expect(facts?.milestone).toMatchObject({ number: milestone.number, title: 'Sprint 3', dueOn: '2027-03-07' });
    expect(facts?.closes).toMatchObject([{ number: closed.number, title: 'A bug', state: 'open', author: { login: 'eva' }, labels: ['bug'], milestone: null }]);
    expect(Object.fromEntries((facts?.files ?? []).map((file) => [file.path, [file.status, file.previousPath, file.changedLines]]))).toEqual({
      'src/a.ts': ['modified', null, [2, 4]],
      'src/new.ts': ['added', null, [1, 2]],
      'src/moved.ts': ['renamed', 'src/old.ts', []],
      'src/gone.ts': ['removed', null, []],
    });
    expect(snapshot?.tree).toEqual(expect.arrayContaining([configPath, 'README.md', 'src/a.ts', 'src/moved.ts', 'src/new.ts']));
    expect(snapshot?.tree).not.toContain('src/gone.ts');
  });

  test('says how many files GitHub does not list', async () => {
    const files = Object.fromEntries(Array.from({ length: 3_002 }, (_, index) => [`many/${index}.txt`, `${index}\n`]));
    const facts = (await read(open('many', files).pull.headSha))?.pulls[0];
    expect([facts?.files.length, facts?.filesLeftOut]).toEqual([3_000, 2]);
  });

  test('counts open issues by label, and none where the label does not exist', async () => {
    const { people } = acme.github;
    const issue = people.openIssue({ repository, as: 'luis', title: 'It breaks' });
    people.label({ repository, as: 'luis', number: issue.number, names: ['bug:critical'] });
    const snapshot = await read(open('work', { 'src/new.ts': 'a\n' }).pull.headSha);
    expect(snapshot?.openIssuesByLabel).toMatchObject({ 'bug:critical': 1, 'bug:high': null });
    expect(snapshot?.absentLabels).toContain('bug:high');
    expect(snapshot?.absentLabels).not.toContain('bug:critical');
  });

  test('closes no issue of another repository, whose numbers are not ours', async () => {
    const { people } = acme.github;
    const other = people.createRepository({ owner: 'acme', as: 'ana', name: `other-${count}`, files: { 'README.md': '#' } });
    const theirs = people.openIssue({ repository: other, as: 'eva', title: 'Theirs' });
    const ours = people.openIssue({ repository, as: 'eva', title: 'An item of an early sprint, with the same number' });
    expect(theirs.number).toBe(ours.number);
    const pull = open('work', { 'src/new.ts': 'a\n' }, `Fixes acme/${other.name}#${theirs.number}`);
    expect((await read(pull.pull.headSha))?.pulls[0]?.closes).toEqual([]);
  });

  test('has the check runs of every app, and the issues that we seeded ourselves, whatever marker others paste', async () => {
    const { people } = acme.github;
    const body = wrapMarked('.', 's01.item.example', 'An item.');
    const { data: ours } = await acme.bot.rest.issues.create({ ...name(), title: 'An item', body });
    people.openIssue({ repository, as: 'luis', title: 'Not an item', body });
    const pull = open('work', { 'src/new.ts': 'a\n' });
    const other = acme.github.addApp({ slug: `linter-${count}` });
    people.reportCheck({ repository, appId: other.id, name: 'lint', headSha: pull.pull.headSha, status: 'completed', conclusion: 'success' });
    people.runWorkflow({ repository, as: 'luis', path: '.github/workflows/ci.yml', pull: pull.number, jobs: ['test'] });
    const snapshot = await read(pull.pull.headSha);
    expect(snapshot?.seeded.map(({ number }) => number)).toEqual([ours.number]);
    expect(snapshot?.checkRuns.map((run) => [run.name, run.appId, run.conclusion]).sort()).toEqual([
      ['lint', other.id, 'success'],
      ['test', 15_368, 'success'],
    ]);
    expect(snapshot?.rerequested).toBe(false);
  });

  test('holds every open pull request with that head, also one from a fork, and none that is closed or has moved on', async () => {
    const { people } = acme.github;
    const first = open('work', { 'src/new.ts': 'a\n' });
    const { headSha } = first.pull;
    const fork = people.fork({ repository, as: 'eva' });
    people.moveBranch({ repository: fork, as: 'eva', branch: 'copy', sha: headSha });
    const second = people.openPull({ repository, as: 'eva', head: 'copy', headRepository: fork, title: 'The same' });
    expect((await read(headSha))?.pulls.map((pull) => [pull.number, pull.head.repositoryId])).toEqual([
      [first.number, repository.id],
      [second.number, fork.id],
    ]);
    people.pushToPull({ repository, as: 'eva', number: second.number, files: { 'src/more.ts': 'b\n' } });
    expect((await read(headSha))?.pulls.map(({ number }) => number)).toEqual([first.number]);
    people.close({ repository, as: 'luis', number: first.number });
    expect(await read(headSha)).toBeNull();
  });

  test('leaves out a pull request that moved on between the list and the look at it', async () => {
    const { people } = acme.github;
    const pull = open('work', { 'src/new.ts': 'a\n' });
    const { headSha } = pull.pull;
    const target = { repository: await readRepository(acme.bot, name()), headSha };
    const listed = acme.bot.rest.pulls.list;
    const moving = {
      ...acme.bot,
      paginate: (async (...call: Parameters<typeof acme.bot.paginate>) => {
        const answer = await acme.bot.paginate(...call);
        if ((call[0] as unknown) === listed) people.pushToPull({ repository, as: 'luis', number: pull.number, files: { 'src/later.ts': 'c\n' } });
        return answer;
      }) as typeof acme.bot.paginate,
    };
    expect(
      await readPullSnapshot(
        {
          github: moving,
          readEvidence,
          loadPlaybook,
          memory: null,
          now: acme.github.now,
          app: { id: acme.github.app.id, logins: [] },
          decisions: async () => ({ decisions: [], unavailable: [] }),
          knownReleases: async () => [],
        },
        target,
      ),
    ).toBeNull();
  });
});

describe('the configuration in force', () => {
  test('is the default branch’s: what a pull request brings is previewed and rules nothing', async () => {
    const pull = open('work', { [configPath]: smallConfig.replace('tier: 4', 'tier: 1').replace('locale: en', 'locale: es') });
    const snapshot = await read(pull.pull.headSha);
    expect(snapshot?.policy).toMatchObject({ kind: 'in-force', policy: { tier: 4, locale: 'en' }, lastGood: false });
    expect(Object.keys(snapshot?.previews ?? {})).toEqual([String(pull.number)]);
  });

  test.each([
    ['broken', { [configPath]: 'playbook: construir@1\ntier: 9\n' }, configPath],
    ['deleted', { [configPath]: null }, configPath],
  ])('stays the last good one after it was %s, and says so; without a memory nothing rules', async (_how, files, file) => {
    const memory = createMemory();
    expect(await state(memory)).toMatchObject({ kind: 'in-force', lastGood: false });
    commit(files);
    const after = await state(memory);
    expect(after).toMatchObject({ kind: 'in-force', lastGood: true, policy: { tier: 4 } });
    expect('problems' in after && after.problems.map((problem) => problem.file)).toContain(file);
    // Whatever rule requires a gate of the playbook that it names, its check ends.
    expect(await state(null)).toMatchObject(
      files[configPath] === null ? { kind: 'absent' } : { kind: 'broken', gates: ['coverage', 'checkpoint', 'quality', 'readiness', 'policy'] },
    );
    commit({ [configPath]: smallConfig });
    expect(await state(memory)).toMatchObject({ kind: 'in-force', lastGood: false, problems: [] });
  });

  test('follows a repository to its new name by its number, also when another has taken the old one', async () => {
    const { people } = acme.github;
    const old = name();
    people.rename({ repository, as: 'ana', name: `${old.repo}-renamed` });
    expect(await readKnownRepository(acme.bot, repository.id, old)).toMatchObject({ id: repository.id, name: `${old.repo}-renamed` });
    const squatter = people.createRepository({ owner: 'acme', name: old.repo, files: { 'README.md': '# Other\n' } });
    expect(await readKnownRepository(acme.bot, repository.id, old)).toMatchObject({ id: repository.id, name: `${old.repo}-renamed` });
    expect(await readKnownRepository(acme.bot, squatter.id, old)).toMatchObject({ id: squatter.id });
    expect(await readKnownRepository(acme.bot, repository.id, { owner: 'acme', repo: 'never-was' })).toMatchObject({ id: repository.id });
    expect(await readKnownRepository(acme.bot, 424_242, old)).toBeNull();
  });
});

describe('the organisation’s layer', () => {
  let home: Repository;
  beforeAll(() => {
    home = acme.github.people.createRepository({ owner: 'acme', as: 'ana', name: '.github', files: { [configPath]: 'tier: 2\nlocked: [tier]\n' } });
  });
  beforeEach(() => {
    acme.github.faults.clear();
    acme.github.people.commit({ repository: home, as: 'ana', files: { [configPath]: `tier: 2 # ${count}\nlocked: [tier]\n` } });
  });
  const tier = (found: Awaited<ReturnType<typeof state>>) => (found.kind === 'in-force' ? found.policy.tier : found.kind);
  const told = (found: Awaited<ReturnType<typeof state>>) =>
    'problems' in found ? found.problems.map(({ file, message }) => `${file} ${message}`).join('\n') : '';

  test('comes before the repository’s, and a locked value stays', async () => {
    const found = await state(createMemory());
    expect(tier(found)).toBe(2);
    expect(told(found)).toContain('tier');
  });

  test.each([
    [
      'is gone',
      () => {
        acme.github.people.commit({ repository: home, as: 'ana', files: { [configPath]: null } });
      },
    ],
    [
      'has an error',
      () => {
        acme.github.people.commit({ repository: home, as: 'ana', files: { [configPath]: 'tier: 9\n' } });
      },
    ],
    [
      'is no YAML',
      () => {
        acme.github.people.commit({ repository: home, as: 'ana', files: { [configPath]: 'tier: [\n' } });
      },
    ],
  ])('keeps its last good version when it %s, and that is told', async (_what, break_) => {
    const memory = createMemory();
    expect(tier(await state(memory))).toBe(2);
    break_();
    const after = await state(memory);
    expect(tier(after)).toBe(2);
    expect(told(after)).toContain(`.github:${configPath}`);
  });

  test('that may not be read keeps its last good version; without one nothing can be judged', async () => {
    const memory = createMemory();
    expect(tier(await state(memory))).toBe(2);
    // The first look is at the repository's own file, the second at the organisation's.
    const refuseSecond = () => refusing(1);
    const kept = await readPolicyState({ github: refuseSecond(), loadPlaybook, memory }, await readRepository(acme.bot, name()));
    expect(tier(kept)).toBe(2);
    expect(told(kept)).toContain('stays in force');
    const unknown = await readPolicyState({ github: refuseSecond(), loadPlaybook, memory: createMemory() }, await readRepository(acme.bot, name()));
    expect(unknown.kind).toBe('broken');
    expect(told(unknown)).toContain('contents: read');
  });

  test('with an error from the start closes, rather than being left out', async () => {
    acme.github.people.commit({ repository: home, as: 'ana', files: { [configPath]: 'tier: 9\n' } });
    const found = await state(createMemory());
    expect(found.kind).toBe('broken');
    expect(told(found)).toContain(`.github:${configPath}`);
  });

  test('of later demands is not escaped by the repository’s own error', async () => {
    const memory = createMemory();
    expect(tier(await state(memory))).toBe(2);
    commit({ [configPath]: smallConfig.replace('tier: 4', 'tier: 12') });
    acme.github.people.commit({ repository: home, as: 'ana', files: { [configPath]: 'tier: 1\nlocked: [tier]\n' } });
    expect(tier(await state(memory))).toBe(1);
  });
});

/** GitHub as it answers an app without permission for the file that is read after `skip` others. */
function refusing(skip: number): typeof acme.bot {
  let seen = 0;
  const getContent = (async (...call: Parameters<typeof acme.bot.rest.repos.getContent>) => {
    seen += 1;
    if (seen <= skip) return acme.bot.rest.repos.getContent(...call);
    throw Object.assign(new Error('Resource not accessible by integration'), { status: 403, response: { status: 403, headers: {}, data: {} } });
  }) as typeof acme.bot.rest.repos.getContent;
  return { ...acme.bot, rest: { ...acme.bot.rest, repos: { ...acme.bot.rest.repos, getContent } } };
}

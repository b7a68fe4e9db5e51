import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, describe, expect, test } from 'vitest';
import { type Acme, at, startAcme } from '../rehearsal/github/acme.ts';

const run = promisify(execFile);
const config = (enforce = 'coverage: block, checkpoint: warn, quality: off, readiness: off, policy: block', branches = '[main]') => `playbook: construir@1
locale: es
tier: 2
product: ml
branches: ${branches}
schedule: { start: 2027-01-11, sprint: 2w, timezone: America/Mexico_City, profile: standard }
enforce: { ${enforce} }
`;

let acme: Acme | null = null;
afterEach(async () => {
  acme?.github.assertClean();
  await acme?.github.close();
  acme = null;
});

/** A repository with a configuration, and one pull request on which the app posted a check. */
async function repositoryWith(text = config()): Promise<Acme> {
  acme = await startAcme();
  const { people } = acme.github;
  people.commit({ repository: acme.repository, as: 'ana', files: { '.github/sprintgate.yml': text }, message: 'config' });
  people.commit({ repository: acme.repository, as: 'luis', branch: 'work', files: { 'src/api/b.ts': 'export const b = 1;\n' }, message: 'work' });
  const { data } = await acme.as('luis').rest.pulls.create({ ...at, title: 'work', head: 'work', base: 'main' });
  await acme.bot.rest.checks.create({ ...at, name: 'sprintgate/coverage', head_sha: data.head.sha });
  return acme;
}

async function enforce({ github }: Acme, login: string, ...args: string[]): Promise<{ code: number; out: string; problem: string }> {
  const env = { ...process.env, GITHUB_TOKEN: `ghp_${login}`, GITHUB_API_URL: github.apiUrl, NO_COLOR: '1' };
  return run(process.execPath, ['src/cli/sprintgate.ts', 'enforce', '--repo', 'acme/shop', ...args], { env }).then(
    ({ stdout }) => ({ code: 0, out: stdout, problem: '' }),
    (error: { code: number; stdout: string; stderr: string }) => ({ code: error.code, out: error.stdout, problem: error.stderr }),
  );
}

const rulesets = ({ repository }: Acme) => [...repository.rulesets.values()];

// Each run starts a process that loads the whole CLI.
describe('sprintgate enforce', { timeout: 60_000 }, () => {
  test('requires the gates that block, from the app that posted them, says so first, and writes nothing the second time', async () => {
    const world = await repositoryWith();
    const id = world.github.app.id;
    const planned = await enforce(world, 'ana', '--dry-run');
    expect([planned.code, rulesets(world).length]).toEqual([0, 0]);
    const { out } = await enforce(world, 'ana', '--dry-run', '--json');
    expect(JSON.parse(out)).toMatchObject({ app: id, ruleset: { name: 'Sprintgate' }, written: false, enforcement: null });
    expect(planned.out.split('\n').filter((line) => line.startsWith('+ '))).toEqual([
      '+ ruleset "Sprintgate", active',
      '+ branch refs/heads/main',
      `+ required check sprintgate/coverage, from app ${id}`,
      `+ required check sprintgate/policy, from app ${id}`,
      '+ strict_required_status_checks_policy: false',
    ]);
    const asked = await enforce(world, 'ana');
    expect([asked.code, asked.problem, rulesets(world).length]).toEqual([2, 'Nothing was written. To write it, run the same with --yes.\n', 0]);
    const written = await enforce(world, 'ana', '--yes');
    expect(written).toMatchObject({ code: 0, out: expect.stringContaining(`✓ every blocking gate is required on main, from app ${id}`) });
    const again = await enforce(world, 'ana', '--yes');
    expect(again).toMatchObject({ code: 0, out: expect.stringContaining('Nothing to do') });
    expect(rulesets(world)).toMatchObject([{ name: 'Sprintgate', enforcement: 'active', include: ['refs/heads/main'] }]);
  });

  test('brings a ruleset that people loosened back, and keeps what they added', async () => {
    const world = await repositoryWith();
    await enforce(world, 'ana', '--yes');
    const [ruleset] = rulesets(world);
    if (!ruleset) throw new Error('no ruleset was written');
    ruleset.enforcement = 'disabled';
    ruleset.rules = [{ type: 'deletion' }, ...ruleset.rules];
    ruleset.bypassActors = [{ actor_id: 5, actor_type: 'RepositoryRole', bypass_mode: 'always' }];
    expect((await enforce(world, 'luis', '--check')).code).toBe(1);
    const { code, out } = await enforce(world, 'ana', '--yes');
    expect([code, out]).toEqual([0, expect.stringContaining('One actor may go past this ruleset')]);
    expect(rulesets(world)).toMatchObject([{ enforcement: 'active', rules: [{ type: 'deletion' }, {}], bypassActors: [{ actor_id: 5 }] }]);
  });

  test('writes a ruleset of the organisation for the repositories that are named', async () => {
    const world = await repositoryWith();
    const { code } = await enforce(world, 'ana', '--org', 'acme', '--repositories', 'shop', '--yes');
    const written = [...world.github.state.organisationRulesets.values()].flatMap((each) => [...each.values()]);
    expect({ code, written }).toMatchObject({ code: 0, written: [{ name: 'Sprintgate', repositories: { include: ['shop'] } }] });
    expect(rulesets(world)).toEqual([]);
  });

  test.each<[string, string, (world: Acme) => unknown, readonly string[], string]>([
    ['a writer', 'luis', () => null, ['--yes'], 'Its user must be an administrator there'],
    ['no owner of the organisation', 'luis', () => null, ['--org', 'acme', '--repositories', 'shop', '--yes'], 'Its user must be an owner there'],
    ['an organisation’s ruleset for nobody', 'ana', () => null, ['--org', 'acme'], '--repositories is missing'],
    ['a plan without rulesets', 'ana', ({ repository }) => (repository.lacksRulesets = true), ['--yes'], 'private repositories need GitHub Pro'],
    ['a number that is none', 'ana', () => null, ['--app-id', 'x'], 'is not the number of an app'],
    ['no check of ours so far', 'ana', ({ repository }) => repository.checkRuns.clear(), [], 'open a pull request first'],
  ])('refuses %s, and says what is missing', async (_name, login, change, args, part) => {
    const world = await repositoryWith();
    change(world);
    const { code, problem } = await enforce(world, login, ...args);
    expect([code, problem]).toEqual([2, expect.stringContaining(part)]);
    expect(rulesets(world)).toEqual([]);
  });

  test('does not guess between two apps that use our names', async () => {
    const world = await repositoryWith();
    const other = world.github.addApp({ slug: 'impostor' });
    const head = [...world.repository.checkRuns.values()][0]?.headSha ?? '';
    world.github.people.reportCheck({ repository: 'acme/shop', appId: other.id, name: 'sprintgate/policy', headSha: head, conclusion: 'success' });
    expect(await enforce(world, 'ana')).toMatchObject({ code: 2, problem: expect.stringContaining('several apps') });
  });

  test.each<[string, (world: Acme) => unknown, string]>([
    ['is required by nothing', () => null, 'sprintgate/coverage is not required'],
    ['may be posted by anybody', ({ github }) => github.people.requireChecks({ ...where, appId: null }), 'sprintgate/coverage is required, but from anybody'],
    ['is expected of another app', ({ github }) => github.people.requireChecks({ ...where, appId: 15368 }), 'sprintgate/coverage is required from another app'],
    ['is on a plan without rules', ({ repository }) => (repository.lacksRulesets = true), 'nothing holds a merge back'],
  ])('--check fails where a gate %s', async (_name, change, part) => {
    const world = await repositoryWith();
    change(world);
    expect(await enforce(world, 'luis', '--check')).toMatchObject({ code: 1, out: expect.stringContaining(part) });
  });

  test('--check fails where a check is required whose gate is off, for it would never come', async () => {
    const world = await repositoryWith(config('coverage: off, checkpoint: warn, quality: off, readiness: off, policy: warn'));
    expect(await enforce(world, 'luis', '--check')).toMatchObject({ code: 0, out: expect.stringContaining('No gate blocks') });
    world.github.people.requireChecks(where);
    expect(await enforce(world, 'luis', '--check')).toMatchObject({
      code: 1,
      out: expect.stringMatching(/coverage is required, but its gate is off[^]*take these checks out/),
    });
  });

  test('--check takes the older branch protection for what it requires, and says that it is on', async () => {
    const world = await repositoryWith();
    const appId = world.github.app.id;
    world.repository.protectedChecks.set('main', [
      { context: 'sprintgate/coverage', appId },
      { context: 'sprintgate/policy', appId },
    ]);
    expect(await enforce(world, 'luis', '--check')).toMatchObject({ code: 0, out: expect.stringContaining('the older branch protection is on as well') });
  });

  test('prints the ruleset for GitHub’s import where there is no token, and the steps beside it', async () => {
    const env = { ...process.env, GITHUB_TOKEN: '' };
    const folder = await mkdtemp(join(tmpdir(), 'enforce-'));
    await writeFile(join(folder, 'config.yml'), config('coverage: block, checkpoint: off, quality: off, readiness: off, policy: off', '["**"]'));
    const { stdout, stderr } = await run(process.execPath, ['src/cli/sprintgate.ts', 'enforce', '--config', join(folder, 'config.yml'), '--app-id', '7'], {
      env,
    });
    await rm(folder, { recursive: true });
    expect(JSON.parse(stdout)).toEqual({
      name: 'Sprintgate',
      target: 'branch',
      enforcement: 'active',
      conditions: { ref_name: { include: ['~DEFAULT_BRANCH'], exclude: [] } },
      rules: [
        {
          type: 'required_status_checks',
          parameters: { strict_required_status_checks_policy: false, required_status_checks: [{ context: 'sprintgate/coverage', integration_id: 7 }] },
        },
      ],
    });
    expect(stderr).toMatch(/default branch only[^]*Import a ruleset/);
  });

  test.each([
    [['--yes'], 'GITHUB_TOKEN is not set'],
    [[], '--app-id is missing'],
  ])('without a token, %j is refused: %s', async (args, part) => {
    const env = { ...process.env, GITHUB_TOKEN: '' };
    const refusal = await run(process.execPath, ['src/cli/sprintgate.ts', 'enforce', ...args], { env }).catch(
      (error: { code: number; stderr: string }) => error,
    );
    expect(refusal).toMatchObject({ code: 2, stderr: expect.stringContaining(part) });
  });
});

const where = { repository: 'acme/shop', contexts: ['sprintgate/coverage', 'sprintgate/policy'] } as const;

import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Acme, at, startAcme } from './acme.ts';
import { refused } from './refused.ts';

let acme: Acme;
beforeEach(async () => {
  acme = await startAcme();
});
afterEach(async () => {
  acme.github.assertClean();
  await acme.github.close();
});

const ruleset = (name: string, include: string[]) =>
  ({
    name,
    target: 'branch',
    enforcement: 'active',
    conditions: { ref_name: { include, exclude: [] } },
    rules: [
      {
        type: 'required_status_checks',
        parameters: { strict_required_status_checks_policy: false, required_status_checks: [{ context: 'lint', integration_id: 7 }] },
      },
    ],
  }) as const;

const editable = (include: string[]) => structuredClone(ruleset('Rules', include)) as never;

async function rulesOf(branch: string): Promise<string[]> {
  const { data } = await acme.bot.rest.repos.getBranchRules({ ...at, branch });
  return data.map((rule) => `${'ruleset_source_type' in rule ? rule.ruleset_source_type : ''} ${rule.type}`);
}

describe('rulesets (§3)', () => {
  test('a ruleset of the repository and one of its organisation add up on a branch', async () => {
    const ana = acme.as('ana');
    await ana.request('POST /repos/{owner}/{repo}/rulesets', { ...at, ...(editable(['~DEFAULT_BRANCH']) as object) } as never);
    const conditions = { ref_name: { include: ['refs/heads/*'], exclude: [] }, repository_name: { include: ['sh*'], exclude: [] } };
    await ana.request('POST /orgs/{org}/rulesets', { org: 'acme', ...(editable([]) as object), conditions } as never);
    expect(await rulesOf('main')).toEqual(['Repository required_status_checks', 'Organization required_status_checks']);
    expect(await rulesOf('other')).toEqual(['Organization required_status_checks']);
    expect(await rulesOf('release/1')).toEqual([]);
  });

  test.each([
    ['release/**/*', 'release/1', true],
    ['release/**/*', 'release/a/b', true],
    ['release/*', 'release/a/b', false],
    ['main', 'main', true],
  ])('refs/heads/%s on %s: %s', async (pattern, branch, holds) => {
    await acme.as('ana').request('POST /repos/{owner}/{repo}/rulesets', { ...at, ...(editable([`refs/heads/${pattern}`]) as object) } as never);
    expect((await rulesOf(branch)).length > 0).toBe(holds);
  });

  test('only those who may write a ruleset see who may go past it', async () => {
    const bypass_actors = [{ actor_id: 5, actor_type: 'RepositoryRole', bypass_mode: 'always' }] as const;
    const { data } = await acme.as('ana').rest.repos.createRepoRuleset({ ...at, ...(editable(['~ALL']) as object), bypass_actors } as never);
    const read = async (login: string) => (await acme.as(login).rest.repos.getRepoRuleset({ ...at, ruleset_id: data.id })).data.bypass_actors;
    expect([await read('ana'), await read('luis')]).toEqual([bypass_actors, undefined]);
  });

  test('a writer is no administrator, neither of the repository nor of the organisation', async () => {
    expect((await refused(acme.as('luis').rest.repos.createRepoRuleset({ ...at, ...(editable(['~ALL']) as object) } as never))).status).toBe(403);
    expect((await refused(acme.as('luis').rest.repos.getOrgRulesets({ org: 'acme' }))).status).toBe(404);
  });

  test('a private repository on a plan without rulesets answers 403, for reading too', async () => {
    acme.repository.lacksRulesets = true;
    expect(await refused(acme.bot.rest.repos.getBranchRules({ ...at, branch: 'main' }))).toMatchObject({
      status: 403,
      message: expect.stringContaining('Upgrade to GitHub Pro'),
    });
  });

  test('the older branch protection shows what it requires on the branch, to those who read contents', async () => {
    acme.repository.protectedChecks.set('main', [{ context: 'lint', appId: null }]);
    const { data } = await acme.bot.rest.repos.getBranch({ ...at, branch: 'main' });
    expect(data.protection).toMatchObject({ enabled: true, required_status_checks: { checks: [{ context: 'lint', app_id: null }] } });
  });
});

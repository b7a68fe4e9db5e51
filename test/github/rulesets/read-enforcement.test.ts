import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readCheckApps } from '../../../src/github/rulesets/read-check-apps.ts';
import { readEnforcement } from '../../../src/github/rulesets/read-enforcement.ts';
import { requiredChecks } from '../../../src/core/enforce/required-checks.ts';
import { minimal, policyOf } from '../../core/policy/resolved.ts';
import { type Acme, at, startAcme } from '../../rehearsal/github/acme.ts';

const policy = policyOf(`${minimal}branches: [main, "release/**"]\n`);
const contexts = requiredChecks(policy);
let acme: Acme;
beforeEach(async () => {
  // Metadata and contents: what the app has anyway.
  acme = await startAcme({ app: { permissions: { contents: 'read', checks: 'write', pull_requests: 'read' } } });
});
afterEach(async () => {
  acme.github.assertClean();
  await acme.github.close();
});

const read = () => readEnforcement(acme.bot, at, { policy, appId: acme.github.app.id, defaultBranch: 'main' });

describe('whether GitHub waits for the gates', () => {
  test('is read with the permissions that the app has, for each branch that is named, by an example for a pattern', async () => {
    acme.github.people.requireChecks({ repository: 'acme/shop', contexts });
    const { branches, unenforced } = await read();
    expect(branches?.map(({ branch, required }) => [branch, required.length])).toEqual([
      ['main', contexts.length],
      ['release/x/x', 0],
    ]);
    expect(unenforced).toEqual(contexts.map((check) => ({ branch: 'release/x/x', check, why: 'not-required' })));
  });

  test('takes what the older branch protection requires, whose "any app" is -1 or nothing', async () => {
    const [first = '', ...others] = contexts;
    acme.repository.protectedChecks.set('main', [{ context: first, appId: -1 }, ...others.map((context) => ({ context, appId: acme.github.app.id }))]);
    const { unenforced, branches } = await read();
    expect(unenforced.filter(({ branch }) => branch === 'main')).toEqual([{ branch: 'main', check: first, why: 'from-anybody' }]);
    expect(branches?.map(({ classic }) => classic)).toEqual([true, false]);
  });

  test('is "no" everywhere on a plan without rules', async () => {
    acme.repository.lacksRulesets = true;
    expect(await read()).toMatchObject({ branches: null, unenforced: expect.arrayContaining([{ branch: 'main', check: contexts[0], why: 'not-required' }]) });
  });

  test('is not guessed when GitHub is in trouble', async () => {
    acme.github.faults.add({ kind: 'refuse', status: 429, where: 'repos/get-branch-rules', retryAfter: 60, times: 9 });
    await expect(read()).rejects.toMatchObject({ status: 429 });
  });

  test('costs two requests for each branch', async () => {
    await acme.bot.rest.repos.get(at);
    const mark = acme.github.requests.mark();
    await read();
    expect(acme.github.requests.since(mark)).toMatchObject({ reads: 4, writes: 0 });
  });
});

describe('the app that posted our checks', () => {
  test('is found on the pull requests of late, and a check of another name says nothing', async () => {
    acme.github.people.commit({ repository: acme.repository, as: 'luis', branch: 'work', files: { 'a.ts': '1' }, message: 'work' });
    const { data } = await acme.as('luis').rest.pulls.create({ ...at, title: 'work', head: 'work', base: 'main' });
    const other = acme.github.addApp({ slug: 'linter' });
    acme.github.people.reportCheck({ repository: 'acme/shop', appId: other.id, name: 'lint', headSha: data.head.sha });
    expect(await readCheckApps(acme.bot, at, contexts)).toEqual([]);
    await acme.bot.rest.checks.create({ ...at, name: contexts[0] ?? '', head_sha: data.head.sha });
    expect((await readCheckApps(acme.bot, at, contexts)).map(({ id }) => id)).toEqual([acme.github.app.id]);
  });
});

import { describe, expect, it } from 'vitest';
import { explainGate } from '../../../../src/core/explain/explain-gate.ts';
import { evaluateReadiness } from '../../../../src/core/gates/readiness/evaluate-readiness.ts';
import { isRelease } from '../../../../src/core/gates/readiness/is-release.ts';
import { releaseUnits } from '../../../../src/core/gates/readiness/release-units.ts';
import { unitNodes } from '../../../../src/core/gates/readiness/unit-nodes.ts';
import { deploymentSnapshot } from '../../../../src/core/deployments/deployment-snapshot.ts';
import type { PullFacts } from '../../../../src/core/snapshot/facts.ts';
import { changed, trace } from '../coverage/coverage-sample.ts';
import { headSha, playbookOf, tests, world, type WorldInput } from '../../rules/rule-world.ts';

const base = { category: 'quality', block: 's0', target: 'release' };
const release = {
  branches: ['main'],
  heads: ['release/**', 'changeset-release/**'],
  labels: ['release'],
  always: [],
  target: 'release',
  units: [
    { id: 'api', heads: ['release/api/**'], labels: ['release: api'], components: ['shop-api'] },
    { id: 'web', heads: ['web-v*'], labels: [], components: ['shop-web'] },
  ],
};
const model = { id: 'shop-model', kind: 'model', paths: ['src/model/**'], exclude: [], floor: 9500, uploads: [] };
const from = (ref: string, more: Partial<PullFacts> = {}) => ({ head: { sha: headSha, ref, repositoryId: 7 }, ...more });

function made(ref: string, more: Partial<PullFacts> = {}, changes: WorldInput = {}) {
  return world({ ...changes, policy: { release, ...changes.policy }, pull: from(ref, more) });
}

describe('the units that a release is of', () => {
  const three = world().policy.components.concat(model);
  it.each([
    ['release/api/1.2', {}, 'api'],
    ['web-v2', {}, 'web'],
    ['changeset-release/main', {}, 'api web .'],
    ['topic', { labels: ['Release: API'] }, 'api'],
    ['topic', { labels: ['release'] }, 'api web .'],
    // A label of one unit takes nothing away from what is a release of all of them.
    ['release/1', { labels: ['release: api'] }, 'api web .'],
    ['web-v2', { labels: ['release: api'] }, 'api web'],
    ['web-v2', { labels: ['release'] }, 'api web .'],
    // What it changes is judged, whatever it is called.
    ['release/api/1.2', { files: [changed('src/web/w.ts', [1])] }, 'api web'],
    ['release/api/1.2', { files: [changed('src/other/w.ts', [1], { previousPath: 'src/model/m.py', status: 'renamed' })] }, 'api .'],
    ['release/api/1.2', { filesLeftOut: 1 }, 'api web .'],
  ] satisfies [string, Partial<PullFacts>, string][])('from %s with %j: %s', (ref, more, units) => {
    const { policy, pull } = made(ref, more, { policy: { components: three } });
    expect(isRelease(policy, pull, [])).toBe(true);
    expect(
      releaseUnits(policy, pull)
        .map(({ id }) => id)
        .join(' '),
    ).toBe(units);
  });

  it('are none where none is configured, and a topic branch is still no release', () => {
    expect(releaseUnits(world().policy, world().pull)).toEqual([]);
    const { policy, pull } = made('topic');
    expect(isRelease(policy, pull, [])).toBe(false);
  });
});

describe('a release of one unit', () => {
  const criteria = [
    { id: 'api.covered', ...base, rule: { coverage: { of: 'api' } } },
    { id: 'web.covered', ...base, rule: { coverage: { of: 'web' } } },
    { id: 'total', ...base, rule: { coverage: { of: 'total' } } },
    { id: 'tests.unit', ...base, rule: { tests: { type: 'unit' } } },
    { id: 'runbook', ...base, category: 'operations', rule: { files: { paths: ['docs/runbook.md'] } } },
    { id: 'web.only', ...base, kinds: ['web'], rule: { files: { paths: ['nothing.md'] } } },
  ];
  const changes: WorldInput = {
    playbook: playbookOf({ criteria }),
    reports: [
      trace(['src/api/a.ts', 95, 100], ['src/web/w.ts', 10, 100]),
      tests('unit', { tests: 3, passed: 3 }, { component: 'shop-api' }),
      tests('unit', { tests: 3, passed: 2, failed: 1 }, { component: 'shop-web' }),
    ],
  };
  const judge = (ref: string, more: WorldInput = {}) => {
    const { policy, snapshot, pull } = made(ref, {}, { ...changes, ...more });
    return { policy, snapshot, verdict: evaluateReadiness({ policy, snapshot, pull, gate: 'readiness' }) };
  };
  const outcomes = (verdict: ReturnType<typeof judge>['verdict'], unit: string) =>
    Object.fromEntries(
      (unitNodes(verdict).find((each) => each.unit === unit)?.verdict.children ?? []).flatMap((group) => group.children.map((node) => [node.id, node.verdict])),
    );

  it('is judged by its components: their floors, the total, and their tests; all else is asked as ever', () => {
    const { verdict } = judge('release/api/1');
    expect(outcomes(verdict, 'api')).toEqual({
      'api.covered': 'pass',
      'web.covered': 'not-applicable',
      total: 'pass',
      'tests.unit': 'pass',
      runbook: 'pass',
      'web.only': 'not-applicable',
    });
    expect(verdict).toMatchObject({
      verdict: 'pass',
      code: 'readiness.pass',
      reason: expect.stringContaining('Release unit api: Ready for the release') as string,
    });
  });

  it('of several is as good as the worst of them', () => {
    const { verdict } = judge('changeset-release/main');
    expect(unitNodes(verdict).map(({ unit, verdict: { verdict: outcome } }) => `${unit} ${outcome}`)).toEqual(['api pass', 'web fail']);
    expect(outcomes(verdict, 'web')).toMatchObject({
      'api.covered': 'not-applicable',
      'web.covered': 'fail',
      total: 'fail',
      'tests.unit': 'fail',
      'web.only': 'fail',
    });
    expect(verdict).toMatchObject({ verdict: 'fail', brief: expect.stringMatching(/^Release unit web: /) as string });
  });

  it('says in the explanation which unit it is of, and by which components', () => {
    const { policy, verdict } = judge('changeset-release/main');
    const { restsOn } = explainGate(policy, verdict);
    expect(restsOn.filter(({ path }) => path.startsWith('release.units')).map(({ path, value }) => `${path} ${value}`)).toEqual([
      'release.units.api.components shop-api',
      'release.units.web.components shop-web',
    ]);
  });

  it('one of whose components is gone is judged by all of them', () => {
    const units = [{ id: 'api', heads: ['release/api/**'], labels: [], components: ['gone'] }];
    const { verdict } = judge('release/api/1', { policy: { release: { ...release, units } } });
    expect(outcomes(verdict, 'api')).toMatchObject({ 'web.covered': 'fail' });
  });

  it('takes no file of another component for its own', () => {
    const reports = [trace(['src/api/a.ts', 1, 100], ['src/web/w.ts', 100, 100])];
    expect(outcomes(judge('release/api/1', { reports }).verdict, 'api')).toMatchObject({ 'api.covered': 'fail', total: 'fail' });
  });

  it('is no matter for a deployment: that is of everything', () => {
    const { snapshot } = judge('release/api/1');
    const deployed = deploymentSnapshot(snapshot, 'release').policy;
    expect(deployed.kind === 'in-force' && deployed.policy.release.units).toBeUndefined();
  });
});

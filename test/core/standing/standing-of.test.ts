import { describe, expect, it } from 'vitest';
import { standingBlockers } from '../../../src/core/standing/standing-blockers.ts';
import { standingDay } from '../../../src/core/standing/standing-day.ts';
import { standingOf } from '../../../src/core/standing/standing-of.ts';
import type { Standing } from '../../../src/core/standing/standing.ts';
import { bundle as uploadOf, trace } from '../gates/coverage/coverage-sample.ts';
import { authorities, decision, issue, milestone, policyOf, team } from '../people/people-fixtures.ts';
import { decision as ruled, headSha, metrics, now, playbookOf, world, type WorldInput } from '../rules/rule-world.ts';
import { pullOf, snapshotOf } from '../gates/checkpoint/checkpoint-world.ts';

const holds = { files: { paths: ['docs/**'] } };
const lacks = { files: { paths: ['missing/**'] } };
const base = { category: 'quality', block: 's0', target: 'release' };
const playbook = (...criteria: readonly object[]) => playbookOf({ criteria: criteria.map((criterion, index) => ({ id: `c${index}`, ...base, ...criterion })) });

function stand(changes: WorldInput): Standing {
  const stood = standingOf(world(changes).snapshot);
  if (!stood) throw new Error('a configuration is in force');
  return stood.standing;
}

/** The method itself on 2027-03-01, in Sprint 3. */
function method(more: Parameters<typeof snapshotOf>[0]): Standing {
  const snapshot = snapshotOf({ under: policyOf(`${authorities}release: { branches: [main] }\n`), pulls: [pullOf()], now: '2027-03-01T18:00:00Z', ...more });
  const stood = standingOf(snapshot);
  if (!stood) throw new Error('a configuration is in force');
  return stood.standing;
}

describe('how a repository stands', () => {
  it('is judged as a release, whatever branch the commit is on and whether the gate is on', () => {
    const topic = { head: { sha: headSha, ref: 'topic', repositoryId: 7 }, base: { sha: headSha, ref: 'main' } };
    const standing = stand({ playbook: playbook({ rule: holds }, { rule: lacks }), pull: topic, policy: { enforce: {}, branches: ['elsewhere'] } });
    expect(standing).toMatchObject({
      outcome: 'fail',
      percent: 50,
      held: 1,
      waived: 0,
      binding: 2,
      headSha,
      at: now,
      target: 'release',
      block: 's1',
      sprint: 1,
    });
  });

  it('is none without a configuration in force', () => {
    const { snapshot } = world();
    expect(standingOf({ ...snapshot, policy: { kind: 'absent' } })).toBeNull();
    expect(standingOf({ ...snapshot, policy: { kind: 'broken', problems: [], locale: 'en' } })).toBeNull();
    expect(standingOf({ ...snapshot, pulls: [] })).toBeNull();
  });

  it('counts a waived criterion as held, says who waived it, and names nobody who would have to act', () => {
    const waiver = ruled('waive', 'c0', { until: '2027-03-01T00:00:00Z' });
    const standing = stand({ playbook: playbook({ rule: lacks }), snapshot: { decisions: [waiver] } });
    expect(standing).toMatchObject({ outcome: 'pass', percent: 100, held: 1, waived: 1, binding: 1 });
    expect(standing.criteria[0]).toMatchObject({ actor: null, waived: { by: waiver.by.login, until: waiver.until } });
  });

  it('tells of each criterion whether it binds, why it does not hold and who acts', () => {
    const standing = stand({
      playbook: playbook(
        { rule: lacks },
        { rule: { parameter: { set: 'sla.latency' } }, category: 'operations' },
        { rule: lacks, block: 's2' },
        { rule: lacks, target: 'beta' },
        { rule: lacks, tiers: [1] },
        { rule: holds },
      ),
    });
    expect(standing.criteria.map(({ id, category, binding, outcome, actor }) => [id, category, binding, outcome, actor])).toEqual([
      ['c0', 'quality', 'binds', 'fail', 'team'],
      ['c5', 'quality', 'binds', 'pass', null],
      ['c1', 'operations', 'binds', 'cannot-evaluate', 'configuration'],
      ['c2', null, 'not-yet', 'not-applicable', null],
      ['c3', null, 'later-target', 'not-applicable', null],
      ['c4', null, 'not-applicable', 'not-applicable', null],
    ]);
    expect(standing.criteria[0]?.next).not.toBeNull();
    expect(standingBlockers(standing).map(({ id }) => id)).toEqual(['c0', 'c1']);
    expect(standingDay(standing)).toMatchObject({ day: '2027-01-28', sprint: 1, percent: 33, blockers: 2 });
  });

  it('rounds the percentage down, so that 100 means all, and is 0 where nothing binds', () => {
    const criteria = Array.from({ length: 300 }, (_, index) => ({ rule: index === 0 ? lacks : holds }));
    expect(stand({ playbook: playbook(...criteria) }).percent).toBe(99);
    expect(stand({ playbook: playbook({ rule: holds, block: 's2' }) })).toMatchObject({ percent: 0, binding: 0, outcome: 'cannot-evaluate' });
  });

  it('has the coverage of each component and of all, with the day’s figures in basis points rounded down', () => {
    const bundles = [uploadOf([trace(['src/api/a.ts', 2, 3])])];
    const standing = stand({ snapshot: { evidence: { bundles, runningWorkflows: [], refused: [] } } });
    expect(standing.coverage.map(({ component, covered, total, floor, outcome }) => [component, covered, total, floor, outcome])).toEqual([
      ['shop-api', 2, 3, 9000, 'fail'],
      ['shop-web', null, null, 8000, 'cannot-evaluate'],
      ['total', null, null, 8500, 'cannot-evaluate'],
    ]);
    expect(standingDay(standing).coverage).toEqual({ 'shop-api': 6666 });
  });

  it('says of a figure that is carried forward from when it is', () => {
    const carry = { days: 7, commits: 20 };
    const { policy, snapshot, pull } = world();
    const sha = 'e'.repeat(40);
    const at = '2027-01-27T10:00:00Z';
    const components = policy.components.map((component) => ({ ...component, uploads: [component.id], carryForward: carry }));
    const upload = (path: string, of: string) => uploadOf([trace([path, 95, 100])], { repositoryId: 7, headSha, uploadName: `sprintgate-${of}` });
    const state = (...bundles: ReturnType<typeof upload>[]) => ({ bundles, runningWorkflows: [], refused: [] });
    const earlier = { sha, committedAt: at, commits: 3, changed: ['src/api/a.ts'] };
    const stood = standingOf({
      ...snapshot,
      policy: { kind: 'in-force', policy: { ...policy, components }, commit: null, problems: [], lastGood: false },
      evidence: state(upload('src/api/a.ts', 'shop-api')),
      earlier: [{ sha, evidence: state({ ...upload('src/web/w.ts', 'shop-web'), completedAt: at }) }],
      pulls: [{ ...pull, mergeBase: sha, earlier: [earlier] }],
    });
    expect(stood?.standing.coverage.map(({ component, covered, carriedFrom }) => [component, covered, carriedFrom])).toEqual([
      ['shop-api', 95, null],
      ['shop-web', 95, at],
      ['total', 190, at],
    ]);
  });

  it('has the newest figure of each name, with its unit and when it was measured', () => {
    const reports = [
      metrics({ 'model.accuracy': 0.9, 'latency.p95': 120, 'card.signed': true }, { madeAt: '2027-01-27T10:00:00Z' }),
      metrics({ 'model.accuracy': 0.8 }, { madeAt: '2027-01-26 10:00' }),
      metrics({ 'business.roi': 1.4 }),
    ];
    const standing = stand({ reports });
    expect(standing.metrics).toEqual([
      { id: 'business.roi', value: 1.4, unit: null, at: null },
      { id: 'card.signed', value: 1, unit: null, at: '2027-01-27T10:00:00.000Z' },
      { id: 'latency.p95', value: 120, unit: 'ms', at: '2027-01-27T10:00:00.000Z' },
      { id: 'model.accuracy', value: 0.9, unit: null, at: '2027-01-27T10:00:00.000Z' },
    ]);
    expect(standingDay(standing).metrics).toMatchObject({ 'business.roi': 1.4, 'model.accuracy': 0.9 });
  });
});

describe('the plan in a standing', () => {
  const milestones = [milestone(1, 's00'), milestone(2, 's01'), milestone(3, 'pilot-alpha')];
  const closed = { state: 'closed' as const, stateReason: 'completed', closedAt: '2027-02-02T12:00:00Z' };

  it('counts the work that has an issue, in the sprint where people have it now', () => {
    const seeded = [
      issue(1, 's00.block'),
      issue(2, 's00.checkpoint'),
      issue(3, 's01.deliverable.base-model', { milestone: 1, ...closed }),
      issue(4, 's01.deliverable.feature-pipeline', { milestone: 2 }),
      issue(5, 's01.model.data-validation', { ...closed, stateReason: 'not_planned', milestone: 2 }),
      issue(6, 'pilot.alpha.functionality-validated', { milestone: 3 }),
      issue(7, 'nothing.of.this.plan'),
      issue(8, 'risk.scope-creep', closed),
    ];
    const standing = method({ seeded, milestones });
    expect(standing.items).toEqual([
      { id: 's01.deliverable.base-model', issue: 3, sprint: 0, closedAt: closed.closedAt },
      { id: 's01.deliverable.feature-pipeline', issue: 4, sprint: 1, closedAt: null },
      { id: 'pilot.alpha.functionality-validated', issue: 6, sprint: null, closedAt: null },
    ]);
    expect(standing.sprints[0]).toMatchObject({ sprint: 0, block: 's00', start: '2027-01-11', end: '2027-01-24', open: 0, closed: 1 });
    expect(standing.sprints[1]).toMatchObject({ sprint: 1, open: 1, closed: 0 });
    expect(standingDay(standing).items).toEqual({ all: 3, closed: 1 });
  });

  it('tells the open one of an item that has two issues', () => {
    const seeded = [issue(3, 's01.deliverable.base-model', closed), issue(9, 's01.deliverable.base-model')];
    expect(method({ seeded }).items).toMatchObject([{ issue: 9, closedAt: null }]);
  });

  it('has the method’s risks with their likelihood and gravity, and which of them are settled', () => {
    const { risks } = method({ seeded: [issue(8, 'risk.scope-creep', closed)] });
    expect(risks.map(({ id, probability, impact, issue: number, open }) => [id, probability, impact, number, open])).toEqual([
      ['risk.scope-creep', 'high', 'high', 8, false],
      ['risk.technical-debt', 'medium', 'high', null, true],
      ['risk.talent-shortage', 'medium', 'high', null, true],
      ['risk.integration-issues', 'high', 'medium', null, true],
      ['risk.compliance-delays', 'low', 'high', null, true],
      ['risk.performance-issues', 'medium', 'medium', null, true],
    ]);
  });

  it('has the pilot phases, each with what must hold in it', () => {
    const { phases } = method({});
    expect(phases.map(({ id }) => id)).toEqual(['alpha', 'beta-closed', 'beta-open', 'rollout']);
    expect(phases.every(({ criteria }) => criteria.length > 0)).toBe(true);
    expect(phases[0]).toMatchObject({ criteria: ['adoption.plan', 'pilot.alpha.functionality'] });
  });
});

describe('what people decided in a standing', () => {
  const signed = decision('approve', 'architecture-review');
  const checkpoint = (more: Parameters<typeof snapshotOf>[0]) => method(more).checkpoints[0];

  it.each([
    ['signed by one who may', [signed], 'signed', ['ana']],
    [
      'signed under conditions',
      [{ ...signed, kind: 'approve-with-conditions' as const, conditions: ['A test'], due: '2027-04-01T06:00:00Z' }],
      'conditions',
      ['ana'],
    ],
    ['rejected', [decision('reject', 'architecture-review')], 'rejected', []],
    ['revoked', [signed, decision('revoke', signed.id)], 'open', []],
    ['open', [], 'open', []],
  ])('a checkpoint is %s', (_name, decisions, state, logins) => {
    const found = checkpoint({ decisions });
    expect(found).toMatchObject({ id: 'architecture-review', block: 's00', due: '2027-01-24', state, issue: 7 });
    expect(found?.signed.map(({ login }) => login)).toEqual(logins);
  });

  it('shows the signatures of a checkpoint that still lacks one', () => {
    const partial = decision('approve', 'sre-review', { login: 'rut', via: [team('sre')] });
    const found = method({ decisions: [partial] }).checkpoints.find(({ id }) => id === 'sre-review');
    expect(found).toMatchObject({ state: 'open', signed: [{ login: 'rut' }] });
  });

  it('lists promises as the register does, and says which are over', () => {
    const proof = { authority: 'compliance', rule: { users: ['lawyer'], count: 1 }, via: [{ kind: 'user' as const, name: 'lawyer' }], checkedAt: now };
    const waiver = decision('waive', 'tests.api.load', { until: '2027-03-16T06:00:00Z', reason: 'Later', proof });
    const over = decision('waive', 'tests.ui.e2e', { until: '2027-02-16T06:00:00Z', reason: 'Once', proof });
    const revoked = decision('waive', 'tests.ui.unit', { until: '2027-06-16T06:00:00Z', proof });
    const half = decision('waive', 'tests.model.unit', { until: '2027-06-16T06:00:00Z', proof: { ...proof, rule: { users: ['lawyer', 'boss'], count: 2 } } });
    const reserved = decision('approve-with-conditions', 'architecture-review', { conditions: ['A test', 'A plan'], due: '2027-04-01T06:00:00Z' });
    const met = issue(40, `condition.${reserved.id}.1`, { state: 'closed', stateReason: 'completed', closedAt: '2027-02-20T12:00:00Z' });
    const decisions = [waiver, over, revoked, decision('revoke', revoked.id), half, reserved, decision('hold', 'pull/12', { proof })];
    const { promises } = method({ decisions, seeded: [issue(7, 's00.checkpoint'), met] });
    expect(promises.map(({ kind, subject, until, reason, state }) => [kind, subject, until, reason, state])).toEqual([
      ['waiver', 'tests.api.load', '2027-03-16T06:00:00.000Z', 'Later', 'in-force'],
      ['condition', 'architecture-review', '2027-04-01T06:00:00Z', 'A plan', 'in-force'],
      ['waiver', 'tests.ui.e2e', '2027-02-16T06:00:00.000Z', 'Once', 'expired'],
      ['waiver', 'tests.ui.unit', '2027-06-16T06:00:00.000Z', '', 'revoked'],
    ]);
  });
});

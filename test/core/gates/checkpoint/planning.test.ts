import { describe, expect, test } from 'vitest';
import { evaluateCheckpoint } from '../../../../src/core/gates/checkpoint/evaluate-checkpoint.ts';
import type { PullFacts } from '../../../../src/core/snapshot/facts.ts';
import type { PullSnapshot } from '../../../../src/core/snapshot/pull-snapshot.ts';
import { authorities, decision, issue, milestone, person, policyOf } from '../../people/people-fixtures.ts';
import { inSprint, pullOf, snapshotOf } from './checkpoint-world.ts';

const policyFor = (planning: string, locale = 'en') => policyOf(`${authorities}${planning === '' ? '' : `planning: ${planning}\n`}`, locale);
const milestones = [milestone(1, 's01'), { ...milestone(2, 's01'), description: 'Ours no more' }];
const item = policyFor('').playbook.items.find(({ sprint }) => sprint === 1)?.id ?? '';
const seeded = [issue(7, 's00.checkpoint'), issue(41, item)];
const signed = [decision('approve', 'architecture-review')];

function judge(planning: string, pull: PullFacts, more: Omit<Partial<PullSnapshot>, 'policy'> = {}) {
  const under = policyFor(planning);
  return evaluateCheckpoint({ policy: under, pull, gate: 'checkpoint', snapshot: snapshotOf({ under, milestones, seeded, decisions: signed, ...more }) });
}

const plain = pullOf();
const by = (author: PullFacts['author']): PullFacts => ({ ...plain, author });
/** Workflow runs on the branch of the pull request, or where one is `queue` on another branch. */
function startedBy(...actors: readonly string[]): Pick<PullSnapshot, 'evidence'> {
  const branch = actors.includes('queue') ? 'gh-readonly-queue/main/pr-12' : plain.head.ref;
  return { evidence: { bundles: [], runningWorkflows: [], refused: [], startedBy: actors.map((login) => ({ branch, actor: person(login).id })) } };
}
const bot = (login: string) => by(person(login, 'Bot'));

describe('work without a plan', () => {
  test.each<[string, string, PullFacts, Omit<Partial<PullSnapshot>, 'policy'>, string, string]>([
    ['passes when nothing is said of it', '', plain, {}, 'pass', 'checkpoint.all-signed'],
    ['passes where it is allowed', '{ unplanned: allow }', plain, {}, 'pass', 'checkpoint.all-signed'],
    ['passes with a note where it is warned of', '{ unplanned: warn }', plain, {}, 'pass', 'checkpoint.all-signed'],
    ['fails where it is blocked', '{ unplanned: block }', plain, {}, 'fail', 'checkpoint.planning.unplanned'],
    ['fails in the first block, too', '{ unplanned: block }', plain, { now: inSprint[0] }, 'fail', 'checkpoint.planning.unplanned'],
    ['is planned by a milestone of ours', '{ unplanned: block }', { ...plain, milestone: milestone(1, 's01') }, {}, 'pass', 'checkpoint.all-signed'],
    [
      'is not planned by a milestone of others',
      '{ unplanned: block }',
      { ...plain, milestone: milestones[1] ?? null },
      {},
      'fail',
      'checkpoint.planning.unplanned',
    ],
    ['is planned by an open item that it closes', '{ unplanned: block }', { ...plain, closes: [issue(41, item)] }, {}, 'pass', 'checkpoint.all-signed'],
    [
      'is planned by an issue of the team in a milestone of ours',
      '{ unplanned: block }',
      { ...plain, closes: [issue(50, null, { milestone: 1 })] },
      {},
      'pass',
      'checkpoint.all-signed',
    ],
    [
      'is not planned by an issue in no milestone',
      '{ unplanned: block }',
      { ...plain, closes: [issue(50, null)] },
      {},
      'fail',
      'checkpoint.planning.unplanned',
    ],
    [
      'is not planned by an issue that only bears a copy of our marker',
      '{ unplanned: block }',
      { ...plain, closes: [issue(60, item)] },
      {},
      'fail',
      'checkpoint.planning.unplanned',
    ],
    ['of Dependabot needs no plan', '{ unplanned: block }', bot('dependabot[bot]'), {}, 'pass', 'checkpoint.all-signed'],
    [
      'of Dependabot needs none that it pushed and somebody labelled',
      '{ unplanned: block }',
      bot('dependabot[bot]'),
      startedBy('dependabot[bot]', 'ana'),
      'pass',
      'checkpoint.all-signed',
    ],
    [
      'of Dependabot needs one that somebody else pushed to',
      '{ unplanned: block }',
      bot('dependabot[bot]'),
      startedBy('ana'),
      'fail',
      'checkpoint.planning.unplanned',
    ],
    [
      'of Dependabot needs none in the merge queue, whose branch others make',
      '{ unplanned: block }',
      bot('dependabot[bot]'),
      startedBy('ana', 'queue'),
      'pass',
      'checkpoint.all-signed',
    ],
    ['of another bot needs one', '{ unplanned: block }', bot('copilot-swe-agent[bot]'), {}, 'fail', 'checkpoint.planning.unplanned'],
    [
      'of a bot that the configuration exempts needs none',
      '{ unplanned: block, exempt: ["Copilot-swe-agent[bot]"] }',
      bot('copilot-swe-agent[bot]'),
      {},
      'pass',
      'checkpoint.all-signed',
    ],
    ['of Dependabot needs one when the list is empty', '{ unplanned: block, exempt: [] }', bot('dependabot[bot]'), {}, 'fail', 'checkpoint.planning.unplanned'],
    [
      'of a person who bears the name of a bot needs one',
      '{ unplanned: block }',
      by(person('dependabot[bot]', 'User')),
      {},
      'fail',
      'checkpoint.planning.unplanned',
    ],
    ['is no release: that brings what was planned before', '{ unplanned: block }', { ...plain, labels: ['release'] }, {}, 'pass', 'checkpoint.all-signed'],
    ['is no commit that stands for itself', '{ unplanned: block }', { ...plain, number: 0 }, {}, 'pass', 'checkpoint.all-signed'],
    ['waits behind a checkpoint that is not signed', '{ unplanned: block }', plain, { decisions: [] }, 'fail', 'checkpoint.calendar-moved-on'],
    [
      'cannot be told where issues are not read',
      '{ unplanned: block }',
      plain,
      { unavailable: [{ what: 'issues', why: '403: issues: read' }] },
      'cannot-evaluate',
      'checkpoint.planning.unknown',
    ],
  ])('%s', (_name, ...[planning, pull, more, verdict, code]) => {
    expect(judge(planning, pull, more)).toMatchObject({ verdict, code });
  });

  test('of an exempt author says that somebody else pushed', () => {
    expect(judge('{ unplanned: block }', bot('dependabot[bot]'), startedBy('ana')).reason).toContain(
      '`dependabot[bot]` would need no plan, but somebody else pushed to its branch.',
    );
  });

  test('that is blocked says what to do', () => {
    expect(judge('{ unplanned: block }', plain)).toMatchObject({
      next: expect.stringContaining('`Closes #N`'),
      brief: 'it is not planned: no milestone, and it closes no item',
    });
  });

  test('that is warned of is told in the reason, and not in the first line', () => {
    const { reason, brief } = judge('{ unplanned: warn }', plain);
    expect(reason).toMatch(/signed .*\. This work is not planned: .*`Closes #N`/);
    expect(brief).not.toContain('planned');
  });

  test('is told in Spanish', () => {
    const under = policyFor('{ unplanned: block }', 'es');
    const verdict = evaluateCheckpoint({
      policy: under,
      pull: plain,
      gate: 'checkpoint',
      snapshot: snapshotOf({ under, milestones, seeded, decisions: signed }),
    });
    expect(verdict.reason).toBe('Este trabajo no está planeado: no tiene un milestone del plan ni cierra un issue del plan.');
  });
});

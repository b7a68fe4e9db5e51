import { describe, expect, it } from 'vitest';
import { evaluateQuality } from '../../../../src/core/gates/quality/evaluate-quality.ts';
import { playbookOf, seededIssue, world, type WorldInput } from '../../rules/rule-world.ts';

const base = { category: 'quality', block: 's0', target: 'release', gate: 'quality' };
const holds = { files: { paths: ['docs/**'] } };
const lacks = { files: { paths: ['missing/**'] } };

function quality(criteria: readonly object[], changes: WorldInput = {}) {
  const playbook = playbookOf({ criteria: criteria.map((criterion, index) => ({ id: `c${index}`, ...base, ...criterion })) });
  const { policy, snapshot, pull } = world({ ...changes, playbook });
  return evaluateQuality({ policy, snapshot, pull, gate: 'quality' });
}

describe('a criterion before its block', () => {
  it.each([
    ['says that it already holds', holds, 'en', 'Not yet: it binds from Sprint 2 (Ship) on. It already holds'],
    ['says what would be missing', lacks, 'en', 'Not yet: it binds from Sprint 2 (Ship) on. As of now it would not hold: No file found: `missing/**`'],
    ['says so in Spanish', lacks, 'es', 'Aún no: obliga a partir de Sprint 2 (Ship). Por ahora no se cumpliría: No hay ningún archivo: `missing/**`'],
  ] as const)('%s', (_name, rule, locale, reason) => {
    const { verdict, children } = quality([{ rule: holds }, { rule, block: 's2' }], { locale });
    expect(verdict).toBe('pass');
    expect(children.map(({ id }) => id)).toEqual(['c0', 'left-out:not-yet']);
    expect(children[1]?.children[0]).toMatchObject({ verdict: 'not-applicable', reason });
  });

  it('binds from its block on', () => expect(quality([{ rule: lacks, block: 's1' }]).verdict).toBe('fail'));

  it('says nothing of how it stands where it is not asked of this tier', () => {
    const { children } = quality([{ rule: holds }, { rule: lacks, block: 's2', tiers: [1] }]);
    expect(children[1]?.children[0]?.reason).toBe('Not asked of this tier');
  });
});

describe('open bugs on a pull request', () => {
  const rule = { issues: { labels: ['bug:critical'], open: { fewerThan: 1 } } };
  const bug = { ...seededIssue('x', 5, 'open'), labels: ['Bug:Critical'], assignees: [1] };
  const topic = { sha: 'c'.repeat(40), ref: 'topic', repositoryId: 7 };
  const verdictOf = (open: number, closes: WorldInput['pull'], head = topic) => {
    const { children } = quality([{ rule }], { snapshot: { openIssuesByLabel: { 'bug:critical': open } }, pull: { head, ...closes } });
    return `${children[0]?.verdict} ${children[0]?.code}`;
  };

  it.each([
    ['one fails a change that has nothing to do with it', verdictOf(1, {}), 'fail issues.too-many'],
    ['one lets in the change that closes it', verdictOf(1, { closes: [bug] }), 'pass issues.fewer'],
    ['of several, one may be mended after the other', verdictOf(3, { closes: [bug] }), 'pass issues.fewer'],
    ['an issue without the label mends none', verdictOf(1, { closes: [{ ...bug, labels: ['docs'] }] }), 'fail issues.too-many'],
    ['an issue that is closed already mends none', verdictOf(1, { closes: [{ ...bug, state: 'closed' }] }), 'fail issues.too-many'],
    ['a release is held against what is open', verdictOf(1, { closes: [bug] }, { ...topic, ref: 'release/1' }), 'fail issues.too-many'],
    ['none at all pass', verdictOf(0, {}), 'pass issues.few'],
  ])('%s', (_name, found, expected) => expect(found).toBe(expected));
});

import { describe, expect, it } from 'vitest';
import { evaluateReadiness } from '../../../src/core/gates/readiness/evaluate-readiness.ts';
import { readAreas } from '../../../src/core/report/areas/read-areas.ts';
import { readCriteria } from '../../../src/core/report/read-criteria.ts';
import { renderReadinessReport } from '../../../src/core/report/readiness-report.ts';
import { byteLength } from '../../../src/core/report/truncate-bytes.ts';
import { decision, playbookOf, seededIssue, world, type WorldInput } from '../rules/rule-world.ts';

const base = { category: 'operations', block: 's0', target: 'release' };

function report(changes: WorldInput, previous: string | null = null): string {
  const made = world({ locale: 'en', ...changes });
  return renderReadinessReport({ ...made, evaluation: { headSha: made.snapshot.headSha, policy: made.policy, gates: [], outside: [] }, previous });
}

describe('the areas of the readiness report', () => {
  const criteria = [
    { id: 'tests.unit', ...base, category: 'quality', rule: { files: { paths: ['docs/runbook.md'] } } },
    { id: 'ops.backup', ...base, rule: { attestation: { authority: 'architects' } } },
    { id: 'ops.drill', ...base, block: 's2', rule: { attestation: { authority: 'architects' } } },
    { id: 'law.consent', ...base, rule: { attestation: { authority: 'sponsor' } } },
    { id: 'nps', ...base, target: 'beta', rule: { metric: { name: 'nps', is: '>', than: 30 } } },
    { id: 'own.demand', ...base, category: 'quality', rule: { files: { paths: ['missing.md'] } } },
  ];
  const playbook = playbookOf({
    criteria,
    checklists: [{ id: 'done', groups: [{ id: 'all', criteria: ['tests.unit', 'ops.backup'] }] }],
    phases: [{ id: 'closed', weeks: 4, target: 'beta', facts: { users: 50 } }],
    items: [
      { id: 's0.deliverable.one', kind: 'deliverable', block: 's0' },
      { id: 's0.deliverable.two', kind: 'deliverable', block: 's0' },
      { id: 's0.law', kind: 'compliance', block: 's0', regulations: ['LFPDPPP'], criteria: ['law.consent'] },
      { id: 's0.law.other', kind: 'compliance', block: 's0', regulations: ['GDPR'], criteria: ['law.consent'] },
    ],
    areas: [
      { id: 'done', checklist: 'done' },
      { id: 'tests', criteria: ['tests.*'] },
      { id: 'operations', categories: ['operations'] },
      { id: 'laws', items: ['compliance'], each: 'regulation' },
      { id: 'pilot', each: 'phase' },
      { id: 'deliverables', items: ['deliverable'], count: 'issues' },
      { id: 'nothing', gates: ['coverage'] },
    ],
  });
  const { policy, snapshot, pull } = world({ playbook, policy: { regulations: ['LFPDPPP'] } });
  const readiness = evaluateReadiness({ policy, snapshot, pull, gate: 'readiness' });
  const areas = readAreas(readCriteria(readiness, policy), policy, [
    seededIssue('s0.deliverable.one', 4, 'closed'),
    seededIssue('s0.deliverable.two', 5, 'open'),
  ]);
  const area = (id: string) => areas.find((each) => each.id === id);

  it('count a criterion in each row that names it', () => {
    expect(area('done')).toMatchObject({ binding: 2, counts: { held: 1, failed: 1 } });
    expect(area('tests')).toMatchObject({ binding: 1, counts: { held: 1 } });
  });

  it('tell what is asked later apart from what is asked now', () => {
    expect(area('operations')).toMatchObject({ binding: 2, later: 2 });
    expect(area('pilot.closed')).toMatchObject({ binding: 0, later: 1, figures: 'users: 50' });
  });

  it('have a row for each regulation that applies, and none for others', () => {
    expect(areas.map(({ id }) => id).filter((id) => id.startsWith('laws'))).toEqual(['laws.LFPDPPP']);
  });

  it('count issues of the plan that are closed', () => {
    expect(area('deliverables')?.issues).toEqual({ closed: 1, all: 2 });
  });

  it('leave out a row of which nothing is ever asked, and never a criterion that no row names', () => {
    expect(area('nothing')).toBeUndefined();
    expect(areas.at(-1)).toMatchObject({ id: 'quality', binding: 1, counts: { failed: 1 } });
  });
});

describe('a box that somebody ticks by hand', () => {
  const criteria = [
    { id: 'ops.backup', ...base, rule: { attestation: { authority: 'architects' } } },
    { id: 'ops.plan', ...base, rule: { files: { paths: ['plan.md'] } } },
  ];
  const small: WorldInput = {
    playbook: playbookOf({ criteria, checklists: [{ id: 'done', groups: [{ id: 'all', criteria: ['ops.backup', 'ops.plan'] }] }] }),
    titles: { 'ops.backup': 'Backup tried', 'ops.plan': 'A plan is there' },
  };
  const first = report(small);
  const ticked = first.replace('- [ ] ❌ Backup tried', '- [x] ❌ Backup tried').replace('- [ ] ❌ A plan', '* [X] ❌ A plan');

  it('is set back, and the report says what does tick it', () => {
    const text = report(small, ticked);
    expect(text).toContain('- [ ] ❌ Backup tried');
    expect(text).toContain('> ✋ A box was ticked by hand.');
    expect(text).toContain('> - Backup tried: `/sprintgate attest ops.backup LINK`');
    expect(text).toContain('> - A plan is there: ');
  });

  it('is told of until the next commit, and the text stays the same meanwhile', () => {
    const text = report(small, ticked);
    expect(report(small, text)).toBe(text);
    expect(report({ ...small, snapshot: { headSha: 'c'.repeat(40) } }, text)).not.toContain('✋');
  });

  it('is told of no more once the criterion holds', () => {
    const held = { ...small, snapshot: { decisions: [decision('attest', 'ops.backup')] } };
    expect(report(held, report(small, ticked))).not.toContain('> - Backup tried');
  });

  it('cannot be invented by what a title says', () => {
    const text = report({ ...small, titles: { ...small.titles, 'ops.backup': '- [x] ❌ A plan is there' } });
    expect(report({ ...small, titles: { ...small.titles, 'ops.backup': '- [x] ❌ A plan is there' } }, text)).not.toContain('✋');
  });
});

describe('the checkpoints in the report', () => {
  it('say who signed and when, and which one is next', () => {
    const proof = {
      authority: 'architects',
      rule: { teams: ['acme/architects'], count: 1 },
      via: [{ kind: 'team' as const, name: 'acme/architects' }],
      checkedAt: '2027-01-20T00:00:00Z',
    };
    const signed = decision('approve', 'plan-review', { at: '2027-01-21T17:00:00Z', proof });
    const text = report({ snapshot: { decisions: [signed] } });
    expect(text).toContain('<summary><b>Checkpoints</b>: 1 of 3 · next: The make-review, due 2027-02-07</summary>');
    expect(text).toContain('| ✅ The plan-review | signed | `zoe`, 2027-01-21 | 2027-01-24 |');
  });
});

describe('a report that would be too long', () => {
  const many = Array.from({ length: 2_000 }, (_, index) => ({ id: `c${index}`, ...base, rule: { parameter: { set: `p${index}` } } }));
  const playbook = playbookOf({
    criteria: many,
    parameters: many.map((_, index) => ({ id: `p${index}`, value: null })),
    checklists: [{ id: 'all', groups: [{ id: 'g', criteria: many.map(({ id }) => id) }] }],
  });
  const titles = Object.fromEntries(many.map(({ id }, index) => [id, `${id} ${'ñ'.repeat(index % 200)}`]));

  it('counts where it listed, keeps what blocks, and links to the whole', () => {
    const text = report({ playbook, titles, snapshot: { pagesUrl: 'https://gate.example/r/acme/shop' } });
    expect(byteLength(text)).toBeLessThan(60_500);
    expect(text).toContain('**The all**: 0 of 2000');
    expect(text).toContain('What blocks, and who acts (2000)');
    expect(text).toContain('[All of it on its page](https://gate.example/r/acme/shop/pull/12)');
  });
});

import { describe, expect, it } from 'vitest';
import { renderReadinessReport } from '../../../src/core/report/readiness-report.ts';
import { trace } from '../gates/coverage/coverage-sample.ts';
import { bundle, playbookOf, seededIssue, tests, world, type WorldInput } from '../rules/rule-world.ts';

const base = { category: 'quality', block: 's0', target: 'release' };
const abc = 'abc1234'.padEnd(40, '0');
const component = { exclude: [], floor: 8000 };
const ran = tests('unit', { tests: 4, passed: 4 });

/** `shop-web` is not touched, and has the coverage of three commits and two days ago. */
const carried: WorldInput = {
  playbook: playbookOf({
    criteria: [
      { id: 'web.covered', ...base, rule: { coverage: { of: 'web' } } },
      { id: 'api.covered', ...base, rule: { coverage: { of: 'api' } } },
      { id: 'tests.unit', ...base, rule: { tests: { type: 'unit' } } },
      { id: 'ops.plan', ...base, category: 'operations', rule: { files: { paths: ['plan.md'] } } },
      { id: 'plan.signed', ...base, category: 'operations', rule: { checkpoint: 'plan-review' } },
    ],
    checklists: [{ id: 'done', groups: [{ id: 'all', criteria: ['web.covered', 'api.covered', 'tests.unit'] }] }],
    items: [
      { id: 's0.plan', kind: 'task', block: 's0', criteria: ['ops.plan'] },
      { id: 's0.plan.again', kind: 'task', block: 's0', criteria: ['ops.plan'] },
      { id: 's0.checkpoint', kind: 'checkpoint', block: 's0' },
    ],
  }),
  policy: {
    components: [
      { id: 'shop-api', kind: 'api', paths: ['src/api/**'], ...component, uploads: ['api'] },
      { id: 'shop-web', kind: 'web', paths: ['src/web/**'], ...component, uploads: ['web'], carryForward: { days: 7, commits: 20 } },
    ],
  },
  pull: { earlier: [{ sha: abc, committedAt: '2027-01-26T18:00:00Z', commits: 3, changed: ['src/api/a.ts'] }] },
  snapshot: {
    evidence: {
      bundles: [
        bundle([trace(['src/api/a.ts', 9, 10])], { uploadName: 'sprintgate-api' }),
        {
          ...bundle([ran], { uploadName: 'sprintgate-tests' }),
          provenance: { kind: 'verified', jobWorkflowRef: 'acme/ci/.github/workflows/test.yml@refs/heads/main' },
        },
      ],
      runningWorkflows: [],
      refused: [],
    },
    earlier: [
      {
        sha: abc,
        evidence: {
          bundles: [{ ...bundle([trace(['src/web/w.ts', 7, 10])], { uploadName: 'sprintgate-web' }), completedAt: '2027-01-26T18:10:00Z' }],
          runningWorkflows: [],
          refused: [],
        },
      },
    ],
    seeded: [seededIssue('s0.plan', 5, 'closed'), seededIssue('s0.plan.again', 6, 'open'), seededIssue('s0.checkpoint', 7, 'open')],
  },
};

function report(changes: WorldInput, previous: string | null = null): string {
  const made = world({ locale: 'en', ...changes });
  return renderReadinessReport({ ...made, evaluation: { headSha: made.snapshot.headSha, policy: made.policy, gates: [], outside: [] }, previous });
}

describe('evidence in the report', () => {
  const text = report(carried);

  it('says which components stand on an earlier commit, how old it is, and until when that counts', () => {
    expect(text).toContain('<summary><b>Evidence</b>: 2 uploads · 1 of verified origin · 1 self-reported ° · 1 component carried forward ↺</summary>');
    expect(text).toContain('| `shop-web` | `abc1234` of 2027-01-26, 3 commits ago | 2027-02-02 |');
  });

  it('says where each upload is from', () => {
    expect(text).toContain('| `sprintgate-api` | `ci.yml` | self-reported |');
    expect(text).toContain('| `sprintgate-tests` | `ci.yml` | verified: `acme/ci/.github/workflows/test.yml@refs/heads/main` |');
  });

  it('marks the rows that it touches, and no other', () => {
    expect(text).toMatch(/- \[ \] ❌ The web\.covered: .* ↺°$/m);
    expect(text).toMatch(/- \[x\] ✅ The api\.covered °$/m);
    expect(text).toMatch(/- \[x\] ✅ The tests\.unit$/m);
    expect(text).toMatch(/^\| ❌ \*\*The web\.covered\*\* ↺ \|/m);
    expect(text).toMatch(/^\| The quality \| .* · ↺ 1 \|$/m);
  });

  it('knows a box that somebody ticked beside such a mark', () => {
    expect(report(carried, text.replace('- [ ] ❌ The web.covered', '- [x] ❌ The web.covered'))).toContain('> - The web.covered: ');
  });
});

describe('what blocks, in the report', () => {
  it('is one click away from the issue in which it is worked at, or in which it is signed', () => {
    const text = report(carried);
    expect(text).toContain('| ❌ **The ops.plan** #6 |');
    expect(text).toContain('| ❌ **The plan.signed** #7 |');
  });

  it('has no link where nothing of it is seeded', () => {
    expect(report({ ...carried, snapshot: { ...carried.snapshot, seeded: [] } })).toContain('| ❌ **The ops.plan** |');
  });
});

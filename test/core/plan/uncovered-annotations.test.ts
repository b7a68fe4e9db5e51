import { describe, expect, test } from 'vitest';
import { evaluateCoverage } from '../../../src/core/gates/coverage/evaluate-coverage.ts';
import { uncoveredAnnotations } from '../../../src/core/plan/uncovered-annotations.ts';
import type { Policy } from '../../../src/core/policy/policy.ts';
import type { PullFacts } from '../../../src/core/snapshot/facts.ts';
import { changed, component, sample, trace, type Sample } from '../gates/coverage/coverage-sample.ts';

const headSha = 'a'.repeat(40);
const from = (first: number, last: number): number[] => Array.from({ length: last - first + 1 }, (_, index) => first + index);

function noted(change: Sample, others: readonly Partial<PullFacts>[] = []) {
  const input = sample({ ...change, pull: { head: { sha: headSha, ref: 'work', repositoryId: 1 }, ...change.pull } });
  const snapshot = { ...input.snapshot, headSha };
  const pulls = [input.pull, ...others.map((other) => ({ ...input.pull, ...other }))];
  const judged = pulls.map((pull) => ({ pull, verdict: evaluateCoverage({ ...input, snapshot, pull }) }));
  const gate = { gate: 'coverage', checkName: 'sprintgate/coverage', enforcement: 'block', verdict: 'fail', pulls: judged } as const;
  return uncoveredAnnotations({ policy: input.policy, snapshot, gate }).map((note) => `${note.level} ${note.path} ${note.startLine}-${note.endLine}`);
}

const two = { components: [component('api', 9000), component('web', 1000)], tree: ['src/api/a.ts', 'src/api/b.ts', 'src/web/w.ts'] };

describe('uncovered changed lines', () => {
  test('are annotated range by range; those that are covered, cannot be covered or were not changed are not', () => {
    const report = trace(['src/api/a.ts', 60, 100]);
    expect(noted({ reports: [report], files: [changed('src/api/a.ts', [50, 70, 71, 72, 90, 400])] })).toEqual([
      'warning src/api/a.ts 70-72',
      'warning src/api/a.ts 90-90',
    ]);
  });

  test('come worst first: where the change fails, then the file with most of them, then the longest range', () => {
    const reports = [trace(['src/api/a.ts', 10, 100], ['src/api/b.ts', 10, 100], ['src/web/w.ts', 90, 100])];
    const files = [changed('src/web/w.ts', from(1, 100)), changed('src/api/a.ts', from(20, 40)), changed('src/api/b.ts', [20, ...from(30, 60)])];
    expect(noted({ ...two, reports, files })).toEqual([
      'warning src/api/b.ts 30-60',
      'warning src/api/b.ts 20-20',
      'warning src/api/a.ts 20-40',
      'notice src/web/w.ts 91-100',
    ]);
  });

  test('are at most as many as GitHub takes with one request', () => {
    const odd = from(1, 300).filter((line) => line % 2 === 1);
    expect(noted({ reports: [trace(['src/api/a.ts', 0, 300])], files: [changed('src/api/a.ts', odd)] })).toHaveLength(50);
  });

  test.each<[string, Sample]>([
    ['nothing while no report is there', { files: [changed('src/api/a.ts', [1])] }],
    [
      'nothing while a workflow runs, whose report may cover them',
      {
        reports: [trace(['src/api/a.ts', 1, 9])],
        files: [changed('src/api/a.ts', [5])],
        evidence: { runningWorkflows: [{ path: 'ci.yml', startedAt: '2027-03-01T11:59:00Z' }] },
      },
    ],
    [
      'nothing where the base changed the file too, so that lines stand elsewhere',
      { reports: [trace(['src/api/a.ts', 1, 9])], files: [changed('src/api/a.ts', [5])], pull: { baseChanges: ['src/api/a.ts'] } },
    ],
    [
      'nothing on the commit of a merge queue',
      { reports: [trace(['src/api/a.ts', 1, 9])], files: [changed('src/api/a.ts', [5])], pull: { head: { sha: 'b'.repeat(40), ref: 'x', repositoryId: 1 } } },
    ],
  ])('%s', (_, change) => {
    expect(noted(change)).toEqual([]);
  });

  test('that two pull requests of one head have in common are told once', () => {
    expect(noted({ reports: [trace(['src/api/a.ts', 1, 9])], files: [changed('src/api/a.ts', [5])] }, [{ number: 4 }])).toHaveLength(1);
  });

  test('are told in the language of the repository', () => {
    const input = sample({ reports: [trace(['src/api/a.ts', 1, 99])], files: [changed('src/api/a.ts', [5, 6])], policy: { locale: 'es' } as Partial<Policy> });
    const pull = { ...input.pull, head: { sha: headSha, ref: 'work', repositoryId: 1 } };
    const gate = {
      gate: 'coverage',
      checkName: 'sprintgate/coverage',
      enforcement: 'block',
      verdict: 'fail',
      pulls: [{ pull, verdict: evaluateCoverage(input) }],
    } as const;
    const [note] = uncoveredAnnotations({ policy: input.policy, snapshot: { ...input.snapshot, headSha }, gate });
    expect(note).toMatchObject({ title: 'Sin cubrir', message: 'Ninguna prueba ejecuta estas 2 líneas del cambio (componente api).' });
  });
});

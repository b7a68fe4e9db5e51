import { describe, expect, it } from 'vitest';
import type { EvidenceBundle } from '../../../../src/core/evidence/bundle/bundle.ts';
import { evaluateCoverage } from '../../../../src/core/gates/coverage/evaluate-coverage.ts';
import type { Policy } from '../../../../src/core/policy/policy.ts';
import { whole } from '../whole-node.ts';
import { bundle, component, find, reportOf, sample, trace, type Sample } from './coverage-sample.ts';

const good = trace(['src/api/a.ts', 95, 100]);
const other = (name: string) => reportOf(name, '<testsuite/>');
const expecting = (...uploads: readonly string[]) => ({ components: [component('api', 9000, { uploads })] });
const upload = (name: string) =>
  `Add to the workflow, after the tests: \`uses: actions/upload-artifact@v4\` with \`name: ${name}\` and the report's path as \`path:\` (lcov, Cobertura or JaCoCo XML).`;
const ci = (startedAt: string, path = '.github/workflows/ci.yml') => ({ path, startedAt });
const waits = (until: string) => ({ next: `Nothing to do: the workflows are waited for until ${until}.`, deadline: until });
const again = (file: string) => `Look at the step that writes \`${file}\`, see that it ends well, and run the workflow again.`;
const trusting = (trusted: string): Partial<Policy> => ({ evidence: { workflows: [], uploads: 'sprintgate', trusted, sourceRoots: [], reports: [] } });
const named = (uploadName: string, change: Partial<EvidenceBundle> = {}) => ({ ...bundle([good], { uploadName }), ...change });

type Row = readonly [name: string, change: Sample, said: Readonly<Record<string, string>>];

const rows: readonly Row[] = [
  ['nothing came', {}, { code: 'no-report', reason: 'No coverage report of this commit came.', next: upload('sprintgate-api') }],
  [
    'only reports of other kinds came',
    { reports: [other('b.xml'), other('a.xml'), other('c.xml'), other('d.xml')] },
    { code: 'no-report', reason: 'No readable coverage report came; what came is `b.xml`, `a.xml`, `c.xml` and 1 more.', next: upload('sprintgate-api') },
  ],
  [
    'an upload that it expects did not come',
    expecting('unit', 'e2e'),
    { code: 'incomplete', reason: 'These did not come: `unit`, `e2e`.', next: upload('sprintgate-unit') },
  ],
  [
    'an upload that it expects under its full name did not come',
    expecting('sprintgate-unit'),
    { code: 'incomplete', reason: 'These did not come: `sprintgate-unit`.', next: upload('sprintgate-unit') },
  ],
  [
    'half of what it expects came, and more may follow',
    { ...expecting('unit', 'e2e'), evidence: { bundles: [named('sprintgate-unit')] } },
    { verdict: 'pending', code: 'awaited', reason: 'Still to come: `e2e`.', ...waits('2027-03-01T12:55:00.000Z') },
  ],
  [
    'the rest of what it expects is overdue at the very moment of its deadline',
    { ...expecting('unit', 'e2e'), coverage: { deadlineMinutes: 5 }, evidence: { bundles: [named('sprintgate-unit')] } },
    { code: 'overdue', reason: '`e2e` did not come in time; the wait ended at 2027-03-01T12:00:00.000Z.', next: upload('sprintgate-e2e') },
  ],
  [
    'the rest of what it expects was refused, which nobody waits for',
    {
      ...expecting('unit', 'e2e'),
      evidence: { bundles: [named('sprintgate-unit')], refused: [{ uploadName: 'sprintgate-e2e', runId: 3, reason: 'it has expired' }] },
    },
    {
      code: 'refused',
      reason: 'The artifact `sprintgate-e2e` was refused: it has expired.',
      next: 'Mend the cause and run the workflow that uploads it again.',
    },
  ],
  [
    'a workflow runs, waited for from the start of the last that runs',
    { evidence: { runningWorkflows: [ci('2027-03-01T11:50:00Z'), ci('2027-03-01T11:40:00Z'), ci('never')] } },
    { verdict: 'pending', code: 'awaited', reason: 'Workflows of this commit have not ended yet.', ...waits('2027-03-01T12:50:00.000Z') },
  ],
  [
    'a workflow runs too long and nothing came',
    { evidence: { runningWorkflows: [ci('2027-03-01T10:00:00Z')] } },
    { code: 'overdue', reason: 'The workflows did not end in time; the wait ended at 2027-03-01T11:00:00.000Z.', next: upload('sprintgate-api') },
  ],
  [
    'a workflow runs too long beside what came',
    { evidence: { bundles: [bundle([good])], runningWorkflows: [ci('2027-03-01T10:00:00Z')] } },
    {
      code: 'overdue',
      reason: 'The workflows did not end in time; the wait ended at 2027-03-01T11:00:00.000Z.',
      next: 'Name the workflows that bring evidence in `evidence.workflows`, or the expected artifacts in `components.<name>.uploads`, so that the others are not waited for.',
    },
  ],
  [
    'the reason of a refusal has line breaks, backticks and a full stop',
    { evidence: { refused: [{ uploadName: 'sprintgate-web', runId: 1, reason: 'bad `zip`\n\n  at 3. ' }] } },
    {
      code: 'refused',
      reason: "The artifact `sprintgate-web` was refused: bad 'zip' at 3.",
      next: 'Mend the cause and run the workflow that uploads it again.',
    },
  ],
  [
    'the reason of a refusal is long',
    { evidence: { refused: [{ uploadName: 'sprintgate-web', runId: 1, reason: 'x'.repeat(400) }] } },
    {
      code: 'refused',
      reason: `The artifact \`sprintgate-web\` was refused: ${'x'.repeat(300)}.`,
      next: 'Mend the cause and run the workflow that uploads it again.',
    },
  ],
  [
    'a refused upload is newer than the one that came',
    { evidence: { bundles: [bundle([good])], refused: [{ uploadName: 'sprintgate-coverage', runId: 11, reason: 'it has expired' }] } },
    {
      code: 'refused',
      reason: 'The artifact `sprintgate-coverage` was refused: it has expired.',
      next: 'Mend the cause and run the workflow that uploads it again.',
    },
  ],
  [
    'a report is empty',
    { reports: [good, reportOf('shard`1.info', 'TN:\n')] },
    { code: 'report-empty', reason: "`shard'1.info` is empty: it proves nothing.", next: again("shard'1.info") },
  ],
  [
    'evidence is self-reported where a trusted workflow is demanded',
    { reports: [good], policy: trusting('acme/ci.yml@main') },
    {
      code: 'unverified',
      reason: 'Verified evidence of `acme/ci.yml@main` is demanded, and what came is self-reported.',
      next: 'A maintainer runs `acme/ci.yml@main` again on this commit.',
    },
  ],
  [
    'reports mention none of its two sources',
    { tree: ['src/api/a.ts', 'src/api/b.ts', 'lib/c.ts'], reports: [trace(['lib/c.ts', 1, 1])] },
    {
      code: 'not-reported',
      reason: 'No report mentions any of the 2 source files of `api`.',
      next: 'Have `src/api/a.ts` measured; if the report uses other paths, write `evidence.sourceRoots`.',
    },
  ],
  [
    'its only report has nothing that can be covered',
    { reports: [trace(['src/api/a.ts', 0, 0], ['lib/c.ts', 1, 1])], tree: ['src/api/a.ts', 'lib/c.ts'] },
    {
      code: 'nothing-coverable',
      reason: 'The reports find nothing in `api` that can be covered.',
      next: 'Have `src/api/a.ts` measured, or leave out what holds no code in `components.api.exclude`.',
    },
  ],
  [
    'its reports share no unit',
    {
      tree: ['src/api/a.ts', 'src/api/b.ts'],
      reports: [
        good,
        reportOf(
          'j.xml',
          '<report name="r"><package name="src/api"><sourcefile name="b.ts"><counter type="INSTRUCTION" missed="1" covered="9"/></sourcefile></package></report>',
        ),
      ],
    },
    {
      code: 'mixed-metrics',
      reason: 'The reports of `api` share no unit (lines, statements or instructions).',
      next: 'Make the reports of the component with one tool, or split it into two components.',
    },
  ],
];

describe('a component has no figure where', () => {
  it.each(rows)('%s', (_, change, said) => {
    const id = 'coverage.component.api';
    expect(whole(find(evaluateCoverage(sample(change)), id))).toEqual({
      id,
      title: '`api` (API)',
      children: [],
      verdict: 'cannot-evaluate',
      ...said,
      code: `coverage.${said.code}`,
    });
  });

  it('the list of files is short and no report mentions it', () => {
    const input = sample({ tree: [], reports: [good] });
    const verdict = evaluateCoverage({ ...input, snapshot: { ...input.snapshot, treeIsPartial: true } });
    expect(find(verdict, 'coverage.component.api')).toMatchObject({
      code: 'coverage.not-reported',
      reason: 'No report mentions a file of `api`, and the list of the repository’s files is not at hand.',
      next: 'Add the report that is missing, or name the repository’s folder with `--root`.',
    });
  });
});

describe('what is no obstacle to a figure', () => {
  it.each<[string, Sample]>([
    [
      'an older bundle of the same upload that was not readable',
      { evidence: { bundles: [bundle([reportOf('coverage.xml', 'x')], { runId: 9 }), bundle([good])] } },
    ],
    ['a scanner that found nothing', { reports: [good, reportOf('findings.json', '[]')] }],
    [
      'a workflow that brings uploads of others alone',
      { ...expecting('unit'), evidence: { bundles: [named('sprintgate-unit')], runningWorkflows: [ci('2027-03-01T11:59:00Z', 'docs.yml')] } },
    ],
    [
      'a refused upload of another component',
      { ...expecting('unit'), evidence: { bundles: [named('sprintgate-unit')], refused: [{ uploadName: 'sprintgate-web', runId: 99, reason: 'no' }] } },
    ],
    [
      'a refused upload of the same run as the one that came',
      { evidence: { bundles: [bundle([good])], refused: [{ uploadName: 'sprintgate-coverage', runId: 10, reason: 'no' }] } },
    ],
  ])('%s', (_, change) => {
    expect(find(evaluateCoverage(sample(change)), 'coverage.component.api')).toMatchObject({ verdict: 'pass', code: 'coverage.reached' });
  });
});

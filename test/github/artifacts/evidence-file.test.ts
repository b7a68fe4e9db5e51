import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { type EvidenceFile, writeEvidenceFile } from '../../../src/core/evidence/bundle/evidence-file.ts';
import type { RefusalCause } from '../../../src/core/evidence/bundle/refusal-cause.ts';
import { sayRefusal } from '../../../src/core/evidence/bundle/refusal-words.ts';
import { readReport } from '../../../src/core/evidence/read-report.ts';
import { sha256 } from '../../../src/core/markers/digest.ts';
import { buildBundle } from '../../../src/github/artifacts/build-bundle.ts';
import type { Artifact, WorkflowRun } from '../../../src/github/artifacts/evidence-artifacts.ts';
import { Refusal } from '../../../src/github/artifacts/refusal.ts';

const headSha = 'a'.repeat(40);
const junit = '<testsuite name="s"><testcase classname="c" name="t"/></testsuite>';
const run = {
  id: 5,
  head_sha: headSha,
  path: '.github/workflows/ci.yml',
  event: 'pull_request',
  run_attempt: 2,
  updated_at: '2027-01-11T10:00:00Z',
} as WorkflowRun;
const artifact = { id: 9, name: 'sprintgate-api' } as Artifact;
const evidence: EvidenceFile = {
  tool: { name: 'sprintgate-action', version: '0.1.0' },
  repository: { id: 77, name: 'acme/shop' },
  run: { id: 5, attempt: 2 },
  checkout: { testedSha: 'b'.repeat(40), testedTree: 'c'.repeat(40), baseSha: 'd'.repeat(40), headSha },
  job: 'test',
  uploadName: 'sprintgate-api',
  labels: { type: 'unit', component: 'api', scan: null },
  files: [{ path: 'junit.xml', sha256: sha256(junit), bytes: junit.length }],
  reports: [readReport('junit.xml', strToU8(junit))],
};

function build(change: Partial<EvidenceFile> = {}, more: Record<string, string> = {}) {
  const files = { 'evidence.json': writeEvidenceFile({ ...evidence, ...change }), ...more };
  return buildBundle({ repositoryId: 77, run, artifact, files: Object.entries(files).map(([path, text]) => ({ path, bytes: strToU8(text) })) });
}

function refusal(make: () => unknown): RefusalCause {
  try {
    make();
  } catch (error) {
    if (error instanceof Refusal) return error.cause;
    throw error;
  }
  throw new Error('it was taken');
}

describe('an upload with evidence.json', () => {
  it('is taken with the run’s identity, the file’s commits, labels and digests, and what was read', () => {
    expect(build()).toEqual({
      identity: {
        repositoryId: 77,
        headSha,
        testedSha: 'b'.repeat(40),
        testedTree: 'c'.repeat(40),
        baseSha: 'd'.repeat(40),
        workflowPath: '.github/workflows/ci.yml',
        event: 'pull_request',
        job: 'test',
        uploadName: 'sprintgate-api',
        runId: 5,
        runAttempt: 2,
      },
      provenance: { kind: 'self-reported' },
      files: evidence.files,
      reports: evidence.reports,
      labels: evidence.labels,
      completedAt: '2027-01-11T10:00:00Z',
    });
  });

  it('keeps the attempt that made it: a re-run of other jobs leaves it there', () => {
    expect(build({ run: { id: 5, attempt: 1 } }).identity.runAttempt).toBe(1);
  });

  it('counts under no other name than it was made for', () => {
    expect(() => build({ uploadName: 'sprintgate-other' })).toThrow('it was made for the upload sprintgate-other, not for sprintgate-api');
  });

  it('may have an identity token and the reports themselves beside it', () => {
    expect(build({}, { 'identity.jwt': 'x.y.z', 'junit.xml': junit }).reports).toHaveLength(1);
  });

  it.each([
    ['another repository', { repository: { id: 78, name: 'acme/shop' } }, ['other-repository']],
    ['another run', { run: { id: 6, attempt: 1 } }, ['other-run', 6, 5]],
    ['an attempt that is not yet', { run: { id: 5, attempt: 3 } }, ['other-attempt', 3, 2]],
    ['another commit', { checkout: { ...evidence.checkout, headSha: 'e'.repeat(40) } }, ['other-commit', 'e'.repeat(40), headSha]],
  ] as const)('is refused when it is of %s', (_what, change, [code, ...values]) => {
    expect(refusal(() => build(change as Partial<EvidenceFile>))).toEqual({ code, values });
  });

  it('is refused when a report beside it is not the one that it was made from, or is not listed', () => {
    expect(refusal(() => build({}, { 'junit.xml': `${junit} ` }))).toEqual({ code: 'files-differ', values: ['"junit.xml"'] });
    expect(refusal(() => build({}, { 'more.xml': junit }))).toEqual({ code: 'files-differ', values: ['"more.xml"'] });
  });

  it('is refused when it is broken, with the place, in both languages', () => {
    const broken = { path: 'evidence.json', bytes: strToU8('{"sprintgate":2,"tool":') };
    const cause = refusal(() => buildBundle({ repositoryId: 77, run, artifact, files: [broken] }));
    expect(sayRefusal('en', cause)).toBe('its evidence.json cannot be read (it is not JSON, or is cut off)');
    expect(sayRefusal('es', cause)).toMatch(/^su evidence\.json no se puede leer \(detalle: /);
    expect(sayRefusal('es', { code: 'other-attempt', values: [3, 2] })).toBe('dice ser el intento 3 de su ejecución, que va en el intento 2');
  });
});

it('an upload of raw reports is read as before, even where one is named evidence.json', () => {
  const files = [
    { path: 'evidence.json', bytes: strToU8('{"results": []}') },
    { path: 'junit.xml', bytes: strToU8(junit) },
  ];
  const bundle = buildBundle({ repositoryId: 77, run, artifact, files });
  expect(bundle.reports.map(({ file }) => file)).toEqual(['evidence.json', 'junit.xml']);
  expect(bundle.identity).toMatchObject({ testedSha: headSha, runAttempt: 2, job: '' });
});

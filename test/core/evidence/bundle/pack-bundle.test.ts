import { expect, it } from 'vitest';
import type { EvidenceBundle } from '../../../../src/core/evidence/bundle/bundle.ts';
import { packBundle, unpackBundle } from '../../../../src/core/evidence/bundle/pack-bundle.ts';
import { readReport } from '../../../../src/core/evidence/read-report.ts';
import { readerVersion } from '../../../../src/core/evidence/reader-version.ts';

const bundle: EvidenceBundle = {
  identity: {
    repositoryId: 1,
    headSha: 'a'.repeat(40),
    testedSha: 'b'.repeat(40),
    testedTree: null,
    baseSha: null,
    workflowPath: '.github/workflows/ci.yml',
    event: 'pull_request',
    job: '',
    uploadName: 'sprintgate-api',
    runId: 5,
    runAttempt: 1,
  },
  provenance: { kind: 'verified', jobWorkflowRef: 'acme/ci/.github/workflows/test.yml@main' },
  files: [{ path: 'lcov.info', sha256: 'c'.repeat(64), bytes: 40 }],
  reports: [readReport('lcov.info', new TextEncoder().encode('SF:a.ts\nDA:1,1\nDA:2,0\nend_of_record\n')), readReport('x.bin', new Uint8Array([1, 2, 3]))],
  completedAt: '2027-01-01T00:00:00Z',
};

const kept = (): Record<string, unknown> => JSON.parse(JSON.stringify(packBundle(bundle))) as Record<string, unknown>;

it('gives the same bundle back, with the version of its readers', () => {
  expect(unpackBundle(kept())).toEqual({ ...bundle, readerVersion });
});

it('keeps the version of older readers', () => {
  expect(packBundle({ ...bundle, readerVersion: 0 }).readerVersion).toBe(0);
});

it.each([
  ['of an older packing', JSON.parse(JSON.stringify(bundle))],
  ['with one broken report', { ...kept(), reports: [{}] }],
  ['of another packing', { ...kept(), packing: 2 }],
  ['that is none', []],
])('is null for a bundle %s', (_, value) => {
  expect(unpackBundle(value)).toBeNull();
});

import { createHash } from 'node:crypto';
import type { EvidenceBundle } from '../../core/evidence/bundle/bundle.ts';
import { manifestFile, readBundleManifest } from '../../core/evidence/bundle/bundle-manifest.ts';
import type { BundleManifest } from '../../core/evidence/bundle/bundle-manifest.ts';
import { readReport } from '../../core/evidence/read-report.ts';
import type { Artifact, WorkflowRun } from './evidence-artifacts.ts';
import { workflowPath } from './evidence-artifacts.ts';
import type { UnpackedFile } from './unpack-artifact.ts';

/**
 * Reads the files of an upload. Repository, commit, event, workflow, run and attempt are the run's own; the manifest adds
 * only what GitHub does not tell. Whatever the files say of their origin proves nothing, so the provenance is self-reported.
 */
export function buildBundle(input: {
  readonly repositoryId: number;
  readonly run: WorkflowRun;
  readonly artifact: Artifact;
  readonly files: readonly UnpackedFile[];
}): EvidenceBundle {
  const { run, artifact, files } = input;
  const own = files.find((file) => file.path === manifestFile);
  const manifest = own ? readBundleManifest(own.bytes) : null;
  const reports = files.filter((file) => file !== own || !manifest);
  return {
    identity: identityOf(input, manifest),
    provenance: { kind: 'self-reported' },
    files: files.map((file) => ({ path: file.path, sha256: createHash('sha256').update(file.bytes).digest('hex'), bytes: file.bytes.length })),
    reports: reports.map((file) => readReport(file.path, file.bytes)),
    completedAt: run.updated_at ?? artifact.created_at ?? run.created_at,
  };
}

function identityOf(
  input: { readonly repositoryId: number; readonly run: WorkflowRun; readonly artifact: Artifact },
  manifest: BundleManifest | null,
): EvidenceBundle['identity'] {
  const { run, artifact } = input;
  return {
    repositoryId: input.repositoryId,
    headSha: run.head_sha,
    testedSha: manifest?.testedSha ?? run.head_sha,
    testedTree: manifest?.testedTree ?? null,
    baseSha: manifest?.baseSha ?? null,
    workflowPath: workflowPath(run),
    event: run.event,
    // GitHub does not tell which job uploaded an artifact; upload names are unique in a run anyway.
    job: manifest?.job ?? '',
    uploadName: artifact.name,
    runId: run.id,
    runAttempt: run.run_attempt ?? 1,
  };
}

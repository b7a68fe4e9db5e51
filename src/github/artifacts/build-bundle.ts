import type { EvidenceBundle } from '../../core/evidence/bundle/bundle.ts';
import { manifestFile, readBundleManifest } from '../../core/evidence/bundle/bundle-manifest.ts';
import type { BundleManifest } from '../../core/evidence/bundle/bundle-manifest.ts';
import { evidenceFileName, identityFileName, isEvidenceFile } from '../../core/evidence/bundle/evidence-file.ts';
import { readReport } from '../../core/evidence/read-report.ts';
import { sha256 } from '../../core/markers/digest.ts';
import { workflowPath } from './evidence-artifacts.ts';
import { openEvidenceFile } from './open-evidence-file.ts';
import type { UnpackedFile } from './unpack-artifact.ts';
import type { Upload } from './upload.ts';

/**
 * Reads the files of an upload: our Action's `evidence.json`, or the reports themselves. Repository, commit, event,
 * workflow and run are the run's own; what stands in the files adds only what GitHub does not tell, and is refused where
 * it disagrees. Whatever the files say of their origin proves nothing, so the provenance is self-reported.
 */
export function buildBundle(upload: Upload): EvidenceBundle {
  const own = upload.files.find((file) => file.path === evidenceFileName && isEvidenceFile(file.bytes));
  return own ? ofEvidenceFile(upload, own) : ofReports(upload);
}

function ofEvidenceFile(upload: Upload, own: UnpackedFile): EvidenceBundle {
  const evidence = openEvidenceFile(upload, own);
  const { checkout, job, run, files, reports, labels } = evidence;
  return {
    // A re-run of failed jobs leaves the uploads of the others in the attempt that made them.
    identity: { ...identityOf(upload, { ...checkout, job }), runAttempt: run.attempt },
    provenance: { kind: 'self-reported' },
    files,
    reports,
    labels,
    completedAt: completedAt(upload),
  };
}

function ofReports(upload: Upload): EvidenceBundle {
  const { files } = upload;
  const own = files.find((file) => file.path === manifestFile);
  const manifest = own ? readBundleManifest(own.bytes) : null;
  const reports = files.filter((file) => (file !== own || !manifest) && file.path !== identityFileName);
  return {
    identity: identityOf(upload, manifest),
    provenance: { kind: 'self-reported' },
    files: files.map((file) => ({ path: file.path, sha256: sha256(file.bytes), bytes: file.bytes.length })),
    reports: reports.map((file) => readReport(file.path, file.bytes)),
    completedAt: completedAt(upload),
  };
}

function completedAt({ run, artifact }: Upload): string {
  return run.updated_at ?? artifact.created_at ?? run.created_at;
}

function identityOf(upload: Upload, said: Pick<BundleManifest, 'testedSha' | 'testedTree' | 'baseSha' | 'job'> | null): EvidenceBundle['identity'] {
  const { run, artifact } = upload;
  return {
    repositoryId: upload.repositoryId,
    headSha: run.head_sha,
    testedSha: said?.testedSha ?? run.head_sha,
    testedTree: said?.testedTree ?? null,
    baseSha: said?.baseSha ?? null,
    workflowPath: workflowPath(run),
    event: run.event,
    // GitHub does not tell which job uploaded an artifact; upload names are unique in a run anyway.
    job: said?.job ?? '',
    uploadName: artifact.name,
    runId: run.id,
    runAttempt: run.run_attempt ?? 1,
  };
}

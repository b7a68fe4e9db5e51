import { evidenceFileName, type EvidenceFile, identityFileName, parseEvidenceFile } from '../../core/evidence/bundle/evidence-file.ts';
import { sha256 } from '../../core/markers/digest.ts';
import { Refusal } from './refusal.ts';
import type { UnpackedFile } from './unpack-artifact.ts';
import type { Upload } from './upload.ts';

/**
 * Reads `evidence.json` and holds it against the run that uploaded it. Throws a `Refusal` when it cannot be read, or was
 * made in another repository, run or attempt, or for another commit: a file that was copied there is nobody's evidence.
 */
export function openEvidenceFile(upload: Upload, own: UnpackedFile): EvidenceFile {
  const parsed = parseEvidenceFile(own.bytes);
  if ('problem' in parsed) throw new Refusal('bundle-broken', parsed.problem);
  checkRun(upload, parsed.evidence);
  checkFiles(upload, parsed.evidence);
  return parsed.evidence;
}

function checkRun({ repositoryId, run, artifact }: Upload, { repository, run: said, checkout, uploadName }: EvidenceFile): void {
  const attempt = run.run_attempt ?? 1;
  if (repository.id !== null && repository.id !== repositoryId) throw new Refusal('other-repository');
  if (said.id !== run.id) throw new Refusal('other-run', said.id, run.id);
  if (said.attempt > attempt) throw new Refusal('other-attempt', said.attempt, attempt);
  // Under another name it would stand for what another job measures.
  if (uploadName !== artifact.name) throw new Refusal('other-upload', uploadName, artifact.name);
  if (checkout.headSha !== null && checkout.headSha !== run.head_sha) throw new Refusal('other-commit', checkout.headSha, run.head_sha);
}

/** Reports may lie beside it, as they were; then they must be those that it lists. */
function checkFiles({ files }: Upload, evidence: EvidenceFile): void {
  const listed = new Map(evidence.files.map((file) => [file.path, file]));
  for (const { path, bytes } of files) {
    if (path === evidenceFileName || path === identityFileName) continue;
    const file = listed.get(path);
    if (file?.bytes !== bytes.length || file.sha256 !== sha256(bytes)) throw new Refusal('files-differ', JSON.stringify(path.slice(0, 120)));
  }
}

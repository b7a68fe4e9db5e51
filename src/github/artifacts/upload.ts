import type { Artifact, WorkflowRun } from './evidence-artifacts.ts';
import type { UnpackedFile } from './unpack-artifact.ts';

/** An artifact and the run that it was found in. */
export interface UploadOrigin {
  readonly repositoryId: number;
  readonly run: WorkflowRun;
  readonly artifact: Artifact;
}

/** An artifact that was downloaded and unpacked, with the run that it was found in. */
export interface Upload extends UploadOrigin {
  readonly files: readonly UnpackedFile[];
}

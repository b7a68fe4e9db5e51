import type { Artifact, WorkflowRun } from './evidence-artifacts.ts';
import type { UnpackedFile } from './unpack-artifact.ts';

/** An artifact that was downloaded and unpacked, with the run that it was found in. */
export interface Upload {
  readonly repositoryId: number;
  readonly run: WorkflowRun;
  readonly artifact: Artifact;
  readonly files: readonly UnpackedFile[];
}

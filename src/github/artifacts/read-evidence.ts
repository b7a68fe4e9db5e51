import type { EvidenceBundle, EvidenceState } from '../../core/evidence/bundle/bundle.ts';
import type { GitHub } from '../client.ts';
import { openUpload } from './open-upload.ts';
import { readUploads, type ReadUploadsInput } from './read-uploads.ts';

export type ReadEvidenceInput = Omit<ReadUploadsInput<EvidenceBundle>, 'open'>;

/** Reads the evidence of a commit in this process: for a command or a job, which serve nobody else meanwhile. */
export function readEvidence(github: GitHub, input: ReadEvidenceInput): Promise<EvidenceState> {
  return readUploads(github, { ...input, open: openUpload });
}

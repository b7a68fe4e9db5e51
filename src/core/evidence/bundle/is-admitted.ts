import type { Provenance } from './bundle.ts';

/**
 * Whether evidence of this origin counts. Where a trusted workflow is demanded, only what a job of that workflow proved to
 * be its own; its ref may be written in full (`…@refs/heads/main`) or short (`…@main`, `…@v1`).
 */
export function isAdmitted(trusted: string | null, provenance: Provenance): boolean {
  if (trusted === null) return true;
  if (provenance.kind !== 'verified') return false;
  const [workflow, ref = ''] = trusted.split('@');
  return [ref, `refs/heads/${ref}`, `refs/tags/${ref}`].some((full) => provenance.jobWorkflowRef === `${workflow}@${full}`);
}

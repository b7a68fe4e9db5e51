import type { EvidenceFile } from '../../../src/core/evidence/bundle/evidence-file.ts';
import manifest from '../../../package.json' with { type: 'json' };
import type { Inputs } from '../read-inputs.ts';
import type { Job } from '../read-job.ts';
import type { Checkout } from './describe-checkout.ts';
import type { CollectedReport } from './read-reports.ts';

export interface Collecting {
  readonly inputs: Inputs;
  readonly job: Job;
  readonly checkout: Checkout;
  readonly reports: readonly CollectedReport[];
}

/** What is uploaded: the reports with what they were made on. */
export function describeEvidence({ inputs, job, checkout, reports }: Collecting): EvidenceFile {
  const { owner, repo } = job.repository;
  return {
    tool: { name: 'sprintgate-action', version: manifest.version },
    repository: { id: job.repositoryId, name: `${owner}/${repo}` },
    run: { id: job.runId, attempt: job.runAttempt },
    checkout: { ...checkout, headSha: headOf(job) },
    job: job.jobName || null,
    uploadName: inputs.uploadName,
    labels: inputs.labels,
    files: reports.map(({ file }) => file),
    reports: reports.map(({ report }) => report),
  };
}

/** The head that GitHub names for the run, where it is known to be this one; of other events nothing is said. */
function headOf({ eventName, event, sha }: Job): string | null {
  if (eventName === 'pull_request') return event.pull_request?.head?.sha ?? null;
  return ['push', 'merge_group', 'schedule', 'workflow_dispatch'].includes(eventName) ? sha : null;
}

import type { Job } from '../read-job.ts';

/** GitHub takes the workflow of these events from the default branch; of all others, from the ref that they are about. */
const ofDefaultBranch: ReadonlySet<string> = new Set(['workflow_run', 'issue_comment', 'schedule', 'pull_request_target']);

/** Whether the workflow that runs is the default branch's. Any other may have been edited by whoever is judged. */
export function runsDefaultBranch({ eventName, event, ref }: Pick<Job, 'eventName' | 'event' | 'ref'>): boolean {
  if (ofDefaultBranch.has(eventName)) return true;
  const branch = event.repository?.default_branch;
  return branch !== undefined && ref === `refs/heads/${branch}` && !eventName.startsWith('pull_request');
}

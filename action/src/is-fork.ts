import type { Job } from './read-job.ts';

/** Whether the job runs for a fork's pull request, where its token may only read, whatever the workflow asks for. */
export function isFork({ eventName, event, repositoryId }: Pick<Job, 'eventName' | 'event' | 'repositoryId'>): boolean {
  const head = event.pull_request?.head;
  if (eventName !== 'pull_request' || head === undefined) return false;
  // Without a repository the fork was deleted meanwhile.
  return head.repo === null || (head.repo !== undefined && head.repo.id !== repositoryId);
}

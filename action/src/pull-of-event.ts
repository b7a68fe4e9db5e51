import { InputError } from '../../src/core/errors/input-error.ts';
import type { GitHub } from '../../src/github/client.ts';
import { readPullsOfHead } from '../../src/github/snapshot/read-pulls-of-head.ts';
import type { Job } from './read-job.ts';

/**
 * The pull request that the event is about. A `workflow_run` names none where the branch is a fork's, so it is then found
 * by its head. None at all is an error: a gate that judged nothing must not be green.
 */
export async function pullOfEvent(github: GitHub, job: Job): Promise<number> {
  const { pull_request: pull, issue, workflow_run: run } = job.event;
  if (pull) return pull.number;
  if (issue?.pull_request) return issue.number;
  const named = run?.pull_requests?.[0]?.number;
  if (named !== undefined) return named;
  const [found] = run ? await readPullsOfHead(github, job.repository, run.head_sha) : [];
  if (found !== undefined) return found;
  throw new InputError(`the event ${job.eventName} is about no open pull request; give its number as \`pull\`, or run this step for pull requests only.`);
}

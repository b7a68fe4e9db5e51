import type { Write } from '../../core/plan/write.ts';
import { createOnce, type GitHub, type RepositoryName, statusOf } from '../client.ts';

type Decision = Extract<Write, { do: 'decide-deployment' }>;

/**
 * Approves or rejects for good at our own rule. GitHub answers nothing, so the run's id stands for it. Where an earlier
 * answer was unclear, GitHub may have had it: a second decision is refused with 422, and then it is asked what it knows.
 */
export async function decideDeployment(github: GitHub, repository: RepositoryName, write: Decision): Promise<number> {
  try {
    await github.request('POST /repos/{owner}/{repo}/actions/runs/{run_id}/deployment_protection_rule', {
      ...repository,
      ...createOnce,
      run_id: write.run,
      environment_name: write.environment,
      state: write.state,
      comment: write.body,
    });
  } catch (error) {
    if (!write.again || statusOf(error) !== 422 || !(await isKnown(github, repository, write))) throw error;
  }
  return write.run;
}

/** Whether GitHub has this decision: it lists it, or no longer waits at the environment. */
async function isKnown(github: GitHub, repository: RepositoryName, { run, environment, state, body }: Decision): Promise<boolean> {
  const at = { ...repository, run_id: run };
  const { data: decided } = await github.rest.actions.getReviewsForRun(at);
  const same = decided.filter((review) => review.state === state && review.comment === body);
  if (same.some(({ environments }) => environments.some(({ name }) => name === environment))) return true;
  const { data: pending } = await github.rest.actions.getPendingDeploymentsForRun(at);
  return pending.every((each) => each.environment.name !== environment);
}

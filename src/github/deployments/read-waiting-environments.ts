import { type GitHub, type RepositoryName, statusOf } from '../client.ts';

/** The environments at which a run waits and which an app guards. A run that is gone waits nowhere. */
export async function readWaitingEnvironments(
  github: GitHub,
  repository: RepositoryName,
  { run, appSlug }: { run: number; appSlug: string },
): Promise<string[]> {
  const guarded: string[] = [];
  for (const environment of await readPending(github, repository, run)) {
    const { data } = await github.rest.repos.getAllDeploymentProtectionRules({ ...repository, environment_name: environment });
    if (data.custom_deployment_protection_rules?.some(({ enabled, app }) => enabled && app.slug === appSlug)) guarded.push(environment);
  }
  return guarded;
}

async function readPending(github: GitHub, repository: RepositoryName, run: number): Promise<string[]> {
  try {
    const { data } = await github.rest.actions.getPendingDeploymentsForRun({ ...repository, run_id: run });
    return data.flatMap(({ environment }) => environment.name ?? []);
  } catch (error) {
    if (statusOf(error) === 404) return [];
    throw error;
  }
}

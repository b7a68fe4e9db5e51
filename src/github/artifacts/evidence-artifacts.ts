import type { RestEndpointMethodTypes } from '@octokit/rest';
import type { GitHub, RepositoryName } from '../client.ts';

export type WorkflowRun = RestEndpointMethodTypes['actions']['listWorkflowRunsForRepo']['response']['data']['workflow_runs'][number];
export type Artifact = RestEndpointMethodTypes['actions']['listWorkflowRunArtifacts']['response']['data']['artifacts'][number];

/** All workflow runs of a commit. */
export async function listRuns(github: GitHub, name: RepositoryName, headSha: string): Promise<WorkflowRun[]> {
  return github.paginate(github.rest.actions.listWorkflowRunsForRepo, { ...name, head_sha: headSha, per_page: 100 });
}

/** A run's artifacts with our prefix, each name once: a re-run's upload of equal name has the greater id and replaces the older. */
export async function listUploads(github: GitHub, name: RepositoryName, run: { readonly id: number; readonly prefix: string }): Promise<Artifact[]> {
  const all: Artifact[] = await github.paginate(github.rest.actions.listWorkflowRunArtifacts, { ...name, run_id: run.id, per_page: 100 });
  const newest = new Map<string, Artifact>();
  for (const artifact of all) {
    const known = newest.get(artifact.name);
    if (artifact.name.startsWith(run.prefix) && (!known || artifact.id > known.id)) newest.set(artifact.name, artifact);
  }
  return [...newest.values()];
}

/** The path of a run's workflow file; GitHub appends `@ref` to that of a reusable or required workflow. */
export function workflowPath(run: Pick<WorkflowRun, 'path'>): string {
  return run.path.split('@', 1)[0] ?? run.path;
}

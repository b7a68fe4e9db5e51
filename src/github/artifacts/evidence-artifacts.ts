import type { RestEndpointMethodTypes } from '@octokit/rest';
import type { GitHub, RepositoryName } from '../client.ts';

type ListedRun = RestEndpointMethodTypes['actions']['listWorkflowRunsForRepo']['response']['data']['workflow_runs'][number];
type ListedArtifact = RestEndpointMethodTypes['actions']['listWorkflowRunArtifacts']['response']['data']['artifacts'][number];

/** What we need of a workflow run, in GitHub's words. */
export type WorkflowRun = Pick<
  ListedRun,
  'id' | 'path' | 'event' | 'status' | 'conclusion' | 'head_sha' | 'head_branch' | 'run_attempt' | 'run_started_at' | 'created_at' | 'updated_at'
> & { readonly repository: { readonly id: number }; readonly actor?: { readonly id: number } | null };

/** What we need of an artifact, in GitHub's words. */
export type Artifact = Pick<ListedArtifact, 'id' | 'name' | 'size_in_bytes' | 'expired' | 'created_at' | 'expires_at' | 'digest' | 'workflow_run'>;

/** All workflow runs of a commit. */
export async function listRuns(github: GitHub, name: RepositoryName, headSha: string): Promise<WorkflowRun[]> {
  const runs = await github.paginate(github.rest.actions.listWorkflowRunsForRepo, { ...name, head_sha: headSha, per_page: 100 });
  return runs.map((run) => ({
    id: run.id,
    path: run.path,
    event: run.event,
    status: run.status,
    conclusion: run.conclusion,
    head_sha: run.head_sha,
    head_branch: run.head_branch,
    ...(run.run_attempt === undefined ? {} : { run_attempt: run.run_attempt }),
    ...(run.run_started_at === undefined ? {} : { run_started_at: run.run_started_at }),
    created_at: run.created_at,
    updated_at: run.updated_at,
    repository: { id: run.repository.id },
    actor: run.actor ? { id: run.actor.id } : null,
  }));
}

/** A run's artifacts with our prefix, each name once: a re-run's upload of equal name has the greater id and replaces the older. */
export async function listUploads(github: GitHub, name: RepositoryName, run: { readonly id: number; readonly prefix: string }): Promise<Artifact[]> {
  const all = await github.paginate(github.rest.actions.listWorkflowRunArtifacts, { ...name, run_id: run.id, per_page: 100 });
  const newest = new Map<string, Artifact>();
  for (const artifact of all.map(toArtifact)) {
    const known = newest.get(artifact.name);
    if (artifact.name.startsWith(run.prefix) && (!known || artifact.id > known.id)) newest.set(artifact.name, artifact);
  }
  return [...newest.values()];
}

function toArtifact({ id, name, size_in_bytes, expired, created_at, expires_at, digest, workflow_run }: ListedArtifact): Artifact {
  return {
    id,
    name,
    size_in_bytes,
    expired,
    created_at,
    expires_at,
    ...(digest === undefined ? {} : { digest }),
    ...(workflow_run === undefined ? {} : { workflow_run }),
  };
}

/** The path of a run's workflow file; GitHub appends `@ref` to that of a reusable or required workflow. */
export function workflowPath(run: Pick<WorkflowRun, 'path'>): string {
  return run.path.split('@', 1)[0] ?? run.path;
}

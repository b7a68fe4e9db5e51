import type { CheckRunFacts } from '../../core/snapshot/facts.ts';
import type { GitHub, RepositoryName } from '../client.ts';

/** Every check run on a commit, of every app. GitHub lists those of the newest 1,000 suites. */
export async function readCheckRuns(github: GitHub, repository: RepositoryName, ref: string): Promise<CheckRunFacts[]> {
  const runs = await github.paginate(github.rest.checks.listForRef, { ...repository, ref, per_page: 100, filter: 'latest' });
  return runs.map((run) => ({
    id: run.id,
    name: run.name,
    appId: run.app?.id ?? 0,
    ...(run.app?.slug ? { appSlug: run.app.slug } : {}),
    status: run.status,
    conclusion: run.conclusion,
    externalId: run.external_id,
    title: run.output.title,
    summary: run.output.summary,
    annotations: run.output.annotations_count,
  }));
}

import type { FreezeIssue } from '../../core/snapshot/facts.ts';
import { type GitHub, type RepositoryName, statusOf } from '../client.ts';
import { refusalOf } from '../refusal-of.ts';

/** The open issues with this label. Null where GitHub does not let us read them, or the repository has issues switched off. */
export async function readFreezeIssues(github: GitHub, repository: RepositoryName, label: string): Promise<FreezeIssue[] | null> {
  try {
    const issues = await github.paginate(github.rest.issues.listForRepo, { ...repository, state: 'open', labels: label, per_page: 100 });
    return issues.filter(({ pull_request }) => !pull_request).map(({ number, title, html_url }) => ({ number, title, url: html_url }));
  } catch (error) {
    if (statusOf(error) === 410) return null;
    refusalOf(error);
    return null;
  }
}

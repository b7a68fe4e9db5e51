import { commitsToCompare } from '../../core/people/commits-to-compare.ts';
import type { Decision } from '../../core/people/decision.ts';
import type { MergedSince, MergedSinceCommits } from '../../core/people/merged-since.ts';
import type { Policy } from '../../core/policy/policy.ts';
import type { GitHub, RepositoryName } from '../client.ts';
import { refusalOf } from '../refusal-of.ts';
import { listedFiles } from './listed-files.ts';

export interface MergedSinceInput {
  readonly policy: Policy;
  readonly decisions: readonly Decision[];
  readonly now: string;
  readonly defaultBranch: string;
  /** The newest commit of the default branch, where it is known: who signs it signs all that was merged. */
  readonly tip?: string;
}

const nothing: MergedSince = { files: [], complete: true, pulls: [] };

/**
 * Reads what was merged into the default branch since each sign-off that a merge voids: one comparison for each commit that
 * was signed, and one page of pull requests where any of them is behind. Nothing is asked where the policy does not ask.
 */
export async function readMergedSince(
  github: GitHub,
  repository: RepositoryName,
  { policy, decisions, now, defaultBranch, tip }: MergedSinceInput,
): Promise<{ readonly mergedSince?: MergedSinceCommits }> {
  const atTip = tip === undefined ? {} : { [tip]: nothing };
  const commits = commitsToCompare(policy, decisions, now).filter((sha) => sha !== tip);
  if (commits.length === 0) return policy.voids && tip !== undefined ? { mergedSince: atTip } : {};
  const compared = await Promise.all(commits.map(async (sha) => [sha, await compare(github, repository, `${sha}...${defaultBranch}`)] as const));
  const merged = compared.some(([, since]) => 'shas' in since && since.shas.length > 0) ? await listMerged(github, repository, defaultBranch) : [];
  const numbersIn = (shas: readonly string[]): number[] =>
    merged.flatMap(({ number, sha }) => (sha !== null && shas.includes(sha) ? [number] : [])).sort((a, b) => a - b);
  const entries = compared.map(([sha, since]) => {
    if ('unavailable' in since) return [sha, since] as const;
    const { shas, ...known } = since;
    return [sha, { ...known, pulls: numbersIn(shas) }] as const;
  });
  return { mergedSince: { ...Object.fromEntries(entries), ...atTip } };
}

type Compared = { readonly files: readonly string[]; readonly complete: boolean; readonly shas: readonly string[] } | { readonly unavailable: string };

async function compare(github: GitHub, repository: RepositoryName, basehead: string): Promise<Compared> {
  try {
    const { data } = await github.rest.repos.compareCommitsWithBasehead({ ...repository, basehead });
    const { files = [] } = data;
    return {
      files: files.flatMap(({ filename, previous_filename: previous }) => [filename, ...(previous === undefined ? [] : [previous])]),
      // A branch that was moved away from what was signed differs in more than this comparison tells.
      complete: files.length < listedFiles && data.behind_by === 0,
      shas: data.commits.map(({ sha }) => sha),
    };
  } catch (error) {
    return { unavailable: refusalOf(error) === 'forbidden' ? '403: contents: read' : `404: ${basehead.slice(0, 12)}` };
  }
}

/** The numbers are shown only; without the permission the sign-off is void all the same. */
async function listMerged(github: GitHub, { owner, repo }: RepositoryName, base: string): Promise<{ readonly number: number; readonly sha: string | null }[]> {
  try {
    const { data } = await github.rest.pulls.list({ owner, repo, state: 'closed', base, sort: 'updated', direction: 'desc', per_page: 100 });
    return data.flatMap(({ number, merged_at, merge_commit_sha }) => (merged_at === null ? [] : [{ number, sha: merge_commit_sha }]));
  } catch (error) {
    refusalOf(error);
    return [];
  }
}

import { InputError } from '../../core/errors/input-error.ts';
import type { DecisionPayload } from '../../core/ledger/decision-payload.ts';
import type { GitHub, RepositoryName } from '../../github/client.ts';
import { statusOf } from '../../github/client.ts';
import type { Database } from '../../store/database.ts';
import { githubClient, repositoryName } from '../github-client.ts';
import type { LedgerRepository } from '../ledger/ledger-repository.ts';

// Checks are written on the head that was judged.
const sql = `
  select p.payload from sprintgate.ledger l join sprintgate.ledger_payloads p on p.repository = l.repository and p.seq = l.seq
  where l.repository = $1 and l.kind = 'decision' and position('"headSha":"' || $2 in p.payload) > 0`;

/** The pull request of a release: by its number, by the commit that was judged, else by a tag, branch or merge commit that GitHub knows. */
export async function findRelease(db: Database, repository: LedgerRepository, asked: string): Promise<number> {
  const number = /^#?([1-9]\d{0,8})$/.exec(asked)?.[1];
  if (number !== undefined) return Number(number);
  const judged = /^[0-9a-f]{7,64}$/.test(asked) ? await judgedOn(db, repository.id, asked) : [];
  return oneOf(judged.length > 0 ? judged : await askGitHub(db, repository, asked), asked);
}

/** The pull requests that were judged as releases on a commit. */
async function judgedOn(db: Database, repository: number, sha: string): Promise<number[]> {
  const rows = await db.query<{ payload: string }>(sql, [repository, sha]);
  const gates = rows.flatMap(({ payload }) => (JSON.parse(payload) as DecisionPayload).decision.gates ?? []);
  return gates.flatMap(({ pulls }) => pulls.flatMap(({ pull, verdict }) => (isReadiness(verdict.code) ? [pull.number] : [])));
}

function isReadiness(code: string): boolean {
  return code.startsWith('readiness.') && code !== 'readiness.not-a-release';
}

async function askGitHub(db: Database, { id, name }: LedgerRepository, asked: string): Promise<number[]> {
  if (name === null) throw new InputError('the name of this repository is not known any more; give the number of the release pull request.');
  if (!process.env['GITHUB_TOKEN'])
    throw new InputError(
      `the ledger knows no release on "${asked}"; give GITHUB_TOKEN to have GitHub asked what it is, or the number of the release pull request.`,
    );
  const github = githubClient(process.env);
  const sha = await commitOf(github, repositoryName(name), asked);
  const judged = await judgedOn(db, id, sha);
  if (judged.length > 0) return judged;
  const { data } = await github.rest.repos.listPullRequestsAssociatedWithCommit({ ...repositoryName(name), commit_sha: sha });
  const merged = data.filter((pull) => pull.merge_commit_sha === sha);
  return (merged.length > 0 ? merged : data).map((pull) => pull.number);
}

async function commitOf(github: GitHub, name: RepositoryName, ref: string): Promise<string> {
  try {
    return (await github.rest.repos.getCommit({ ...name, ref })).data.sha;
  } catch (error) {
    if (statusOf(error) === 404 || statusOf(error) === 422) throw new InputError(`GitHub knows no tag, branch or commit "${ref}".`, { cause: error });
    throw error;
  }
}

function oneOf(numbers: readonly number[], asked: string): number {
  const [first, ...others] = [...new Set(numbers)];
  if (first === undefined) throw new InputError(`no release pull request leads to "${asked}"; give its number.`);
  if (others.length > 0)
    throw new InputError(
      `several release pull requests lead to "${asked}" (${[first, ...others].map((each) => `#${each}`).join(', ')}); give the number of one.`,
    );
  return first;
}

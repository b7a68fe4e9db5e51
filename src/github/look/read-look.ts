import { configPath } from '../../core/policy/config-path.ts';
import type { RepositoryFacts } from '../../core/snapshot/facts.ts';
import type { GitHub, RepositoryName } from '../client.ts';
import type { ConfigText } from '../snapshot/config-text.ts';
import { type Answered, askGraphql } from './ask-graphql.ts';
import { toConfigFile } from './config-file.ts';
import type { LookAnswer } from './look-answer.ts';
import { lookQuery } from './look-query.ts';
import type { Look, Told } from './look.ts';
import { toLookedBacklog } from './to-looked-backlog.ts';
import { toLookedCommit } from './to-looked-commit.ts';
import { toLookedPull } from './to-looked-pull.ts';
import { toLookedSuites } from './to-looked-suites.ts';
import { whole } from './whole.ts';

export interface LookAt {
  readonly name: RepositoryName;
  /** Null, like `headSha`, where only the repository is looked at. */
  readonly number: number | null;
  readonly headSha: string | null;
  /** Further pull requests to be told of, at most `mostOthers`. */
  readonly others?: readonly number[];
  readonly appId: number;
  /** Issues that changed from then on are told of. */
  readonly since: string;
  /** Labels of which the open issues are counted. */
  readonly counted: readonly string[];
}

/** Each costs half a point more, and a query must be answered within ten seconds. What is beyond is asked by itself. */
export const mostOthers = 10;

type Repository = NonNullable<LookAnswer['repository']>;

/**
 * Looks at a pull request and at a commit that may be its head, with one request. Null where GitHub tells nothing of the
 * repository in this way; whatever else it does not tell, or only in part, is null in the look.
 */
export async function readLook(github: GitHub, { name, others: asked = [], since, ...question }: LookAt): Promise<Look | null> {
  const others = asked.slice(0, mostOthers);
  const answer = await askGraphql<LookAnswer>(github, lookQuery({ ...question, others }), { ...name, config: configPath, since });
  const repository = answer?.data.repository;
  const target = repository?.defaultBranchRef?.target;
  if (!answer || !repository || repository.databaseId === null || !target?.oid || !target.tree) return null;
  const isWhole = (at: string): boolean => !answer.failed.some((each) => each.at === at || each.at.startsWith(`${at}.`));
  const head = toLookedCommit(repository.head ?? null);
  return {
    repository: toRepository(repository, repository.databaseId),
    tip: { sha: target.oid, tree: target.tree.oid },
    config: isWhole('repository.defaultBranchRef') ? toConfigFile(target.file) : null,
    organisation: isOwner(repository, name) ? toOrganisation(answer, isWhole) : null,
    open: isWhole('repository.open') ? told(whole(repository.open)?.map((pull) => ({ number: pull.number, headSha: pull.headRefOid }))) : null,
    pull: isWhole('repository.pullRequest') && repository.pullRequest ? told(toLookedPull(repository.pullRequest, repository.id)) : null,
    others: others.flatMap((_, index) => {
      const other = repository[`other${index}`];
      return (isWhole(`repository.other${index}`) && other ? toLookedPull(other, repository.id) : null) ?? [];
    }),
    head: told(head),
    backlog:
      backlogParts.every((part) => isWhole(`repository.${part}`)) && repository.hasIssuesEnabled ? told(toLookedBacklog(repository, question.counted)) : null,
    suites: isWhole('repository.head') && repository.head ? told(toLookedSuites(repository.head)) : null,
  };
}

const backlogParts = ['milestones', 'labels', 'last', 'newest', 'changed'];

function told<T>(value: T | null | undefined): Told<T> {
  return value === null || value === undefined ? null : { value };
}

function toRepository(seen: Repository, id: number): RepositoryFacts {
  return {
    id,
    owner: seen.owner.login,
    name: seen.name,
    ownerType: seen.owner.__typename === 'Organization' ? 'Organization' : 'User',
    defaultBranch: seen.defaultBranchRef?.name ?? '',
    fork: seen.isFork,
    archived: seen.isArchived,
    hasIssues: seen.hasIssuesEnabled,
    htmlUrl: seen.url,
  };
}

/** GitHub follows the name of a repository that was given away; its former owner's configuration is none of its own. */
function isOwner({ owner }: Repository, asked: RepositoryName): boolean {
  return owner.login.toLowerCase() === asked.owner.toLowerCase();
}

/** Without a repository of that name, or with an empty one, there is no file; REST answers 404 for it just the same. */
function toOrganisation({ data, failed }: Answered<LookAnswer>, isWhole: (at: string) => boolean): Told<ConfigText | null> {
  if (failed.some(({ at, type }) => at === 'organisation' && type === 'NOT_FOUND')) return { value: null };
  if (!data.organisation || !isWhole('organisation')) return null;
  const branch = data.organisation.defaultBranchRef;
  return branch === null ? { value: null } : toConfigFile(branch.target?.file);
}

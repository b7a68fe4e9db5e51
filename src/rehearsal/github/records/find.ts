import type { Account, AppRecord, Installation, Team } from './account.ts';
import { notFound } from './api-error.ts';
import type { CheckSuite } from './checks.ts';
import type { Comment, Issue, Pull } from './issue.ts';
import type { Repository } from './repository.ts';
import type { World } from './world.ts';

function orNotFound<T>(found: T | undefined): T {
  if (found === undefined) throw notFound();
  return found;
}

export function accountById(world: World, id: number): Account {
  return orNotFound(world.accounts.get(id));
}

/** Logins are compared as GitHub does: case does not matter. */
export function accountByLogin(world: World, login: string): Account {
  const wanted = login.toLowerCase();
  return orNotFound([...world.accounts.values()].find((account) => account.login.toLowerCase() === wanted));
}

export function appById(world: World, id: number): AppRecord {
  return orNotFound(world.apps.get(id));
}

export function ownerOf(world: World, repository: Repository): Account {
  return accountById(world, repository.ownerId);
}

export function fullName(world: World, repository: Repository): string {
  return `${ownerOf(world, repository).login}/${repository.name}`;
}

export function repositoryByName(world: World, owner: string, name: string): Repository | undefined {
  const found = namesOf(world).get(`${owner}/${name}`.toLowerCase());
  return found !== undefined && world.repositories.has(found.id) ? found : undefined;
}

// Every request names a repository, and thousands may be there.
const names = new WeakMap<World, Map<string, Repository>>();

function namesOf(world: World): Map<string, Repository> {
  const known = names.get(world) ?? new Map([...world.repositories.values()].map((repository) => [fullName(world, repository).toLowerCase(), repository]));
  names.set(world, known);
  return known;
}

const forks = new WeakMap<World, Repository[]>();

/** To be called when a repository is made. */
export function noteRepository(world: World, repository: Repository): void {
  namesOf(world).set(fullName(world, repository).toLowerCase(), repository);
  if (repository.forkOf !== null) forks.set(world, [...(forks.get(world) ?? []), repository]);
}

/** All repositories that were forked from one another with this one, itself among them: those between which there may be pull requests. */
export function networkOf(world: World, repository: Repository): Repository[] {
  const all = forks.get(world) ?? [];
  const root = rootOf(world, repository);
  return [root, ...all.filter((fork) => fork.id !== root.id && rootOf(world, fork).id === root.id)];
}

function rootOf(world: World, repository: Repository): Repository {
  const parent = repository.forkOf === null ? undefined : world.repositories.get(repository.forkOf);
  return parent === undefined ? repository : rootOf(world, parent);
}

/** To be called when a repository gets another name or owner. */
export function forgetNames(world: World): void {
  names.delete(world);
}

export function repositoryById(world: World, id: number): Repository {
  return orNotFound(world.repositories.get(id));
}

export function issueByNumber(repository: Repository, number: number): Issue {
  return orNotFound(repository.issues.get(number));
}

export interface PullIssue extends Issue {
  pull: Pull;
}

export function isPull(issue: Issue): issue is PullIssue {
  return issue.pull !== null;
}

export function pullByNumber(repository: Repository, number: number): PullIssue {
  const issue = issueByNumber(repository, number);
  if (!isPull(issue)) throw notFound();
  return issue;
}

/** An issue anywhere by its database id, as sub-issues name it. */
export function issueById(world: World, id: number): { readonly repository: Repository; readonly issue: Issue } | null {
  return world.issuesById.get(id) ?? null;
}

export function commentById(repository: Repository, id: number): Comment {
  return orNotFound(repository.comments.get(id));
}

export function suiteById(repository: Repository, id: number): CheckSuite {
  return orNotFound(repository.checkSuites.get(id));
}

export function teamsOf(world: World, organisationId: number): Team[] {
  return [...world.teams.values()].filter((team) => team.organisationId === organisationId);
}

export function teamBySlug(world: World, organisationId: number, slug: string): Team {
  return orNotFound(teamsOf(world, organisationId).find((team) => team.slug === slug));
}

/** The installation of an app that covers a repository, or null. */
export function installationFor(world: World, appId: number, repository: Repository): Installation | null {
  return [...world.installations.values()].find((candidate) => candidate.appId === appId && covers(candidate, repository)) ?? null;
}

export function covers(installation: Installation, repository: Repository): boolean {
  return installation.accountId === repository.ownerId && (installation.selection === 'all' || installation.repositoryIds.has(repository.id));
}

export function installedRepositories(world: World, installation: Installation): Repository[] {
  return [...world.repositories.values()].filter((repository) => covers(installation, repository));
}

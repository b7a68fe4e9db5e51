import { ApiError, notFound } from '../records/api-error.ts';
import type { Actor, Permissions } from '../records/account.ts';
import { covers, fullName, installationFor, repositoryByName } from '../records/find.ts';
import type { Repository } from '../records/repository.ts';
import { atLeast, roleOn } from '../records/role.ts';
import type { World } from '../records/world.ts';
import type { Call, Caller, RepositoryCall } from '../http/call.ts';
import { requirementOf } from './operation-permissions.ts';
import type { Requirement } from './operation-permissions.ts';

const levels = ['read', 'write', 'admin'];

export function holds(permissions: Permissions, wanted: string): boolean {
  const [name = '', level = 'read'] = wanted.split(':');
  const held = name === 'metadata' ? (permissions[name] ?? 'read') : permissions[name];
  return held !== undefined && levels.indexOf(held) >= levels.indexOf(level);
}

function forbidden(): ApiError {
  return new ApiError(403, 'Resource not accessible by integration');
}

/** Finds a repository under its name; one that was renamed answers 301, as GitHub does. */
export function locateRepository(call: Call): Repository {
  const { owner = '', repo = '' } = call.params;
  const found = repositoryByName(call.world, owner, repo);
  if (found !== undefined) return found;
  const moved = [...call.world.repositories.values()].find(
    (candidate) => candidate.formerNames.includes(repo) && fullName(call.world, candidate).toLowerCase().startsWith(`${owner.toLowerCase()}/`),
  );
  if (moved === undefined) throw notFound();
  const location = call.url.replace(`/repos/${owner}/${repo}`, `/repositories/${moved.id}`);
  throw new ApiError(301, 'Moved Permanently', { headers: { location } });
}

function reaches(caller: Caller, repository: Repository): boolean {
  if (caller.kind === 'actions') return caller.repositoryId === repository.id;
  if (caller.kind !== 'installation') return false;
  return covers(caller.installation, repository) && (caller.repositoryIds === null || caller.repositoryIds.has(repository.id));
}

/** Null actor: an anonymous visitor or an app itself, who may only read what is public. */
export function actorOf(caller: Caller): Actor | null {
  return caller.kind === 'anonymous' || caller.kind === 'app' ? null : caller.actor;
}

function authorizeApp(call: Call, input: { repository: Repository; requirement: Requirement; permissions: Permissions; writes: boolean }): void {
  const { repository, requirement, permissions, writes } = input;
  if (!reaches(call.caller, repository)) {
    if (repository.private) throw notFound();
    if (writes) throw forbidden();
    return;
  }
  if (!requirement.anyOf.some((wanted) => holds(permissions, wanted))) throw forbidden();
}

function authorizePerson(world: World, input: { repository: Repository; requirement: Requirement; actor: Actor; writes: boolean }): void {
  const { repository, requirement, actor, writes } = input;
  const role = roleOn(world, repository, actor.user.id);
  // Through an app a person reaches what is public and what the app is installed on.
  if (role === 'none' || (actor.app !== null && repository.private && installationFor(world, actor.app.id, repository) === null)) throw notFound();
  if (requirement.role === 'none') throw new ApiError(403, 'You must authenticate via a GitHub App.');
  if (!atLeast(role, requirement.role)) throw writes ? new ApiError(403, 'Must have admin rights to Repository.') : notFound();
}

/** Lets a call into a repository, or says no the way GitHub does: 404 for what one may not see, 403 for what one may not do. */
export function authorize(call: Call, input: { repository: Repository; writes: boolean }): RepositoryCall {
  const { repository, writes } = input;
  const requirement = requirementOf(call.operationId);
  const { caller } = call;
  const actor = actorOf(caller);
  if (caller.kind === 'installation' || caller.kind === 'actions') authorizeApp(call, { repository, requirement, permissions: caller.permissions, writes });
  else if (caller.kind === 'user') authorizePerson(call.world, { repository, requirement, actor: caller.actor, writes });
  else if (caller.kind === 'app') throw new ApiError(401, 'A JSON web token could not be decoded');
  else if (repository.private) throw notFound();
  else if (writes) throw new ApiError(401, 'Requires authentication');
  if (writes && repository.archived) throw new ApiError(403, 'Repository was archived so is read-only.');
  // Anonymous visitors only read; the owner stands in where a handler wants somebody.
  return { ...call, repository, actor: actor ?? { user: anonymous, app: null } };
}

const anonymous = { id: 0, login: '', type: 'User', name: null, createdAt: '1970-01-01T00:00:00Z' } as const;

/** Whether the caller has push-level access: without it labels, milestone and assignees are dropped in silence. */
export function hasPush(call: RepositoryCall): boolean {
  if (call.caller.kind === 'user') return atLeast(roleOn(call.world, call.repository, call.actor.user.id), 'write');
  return call.caller.kind === 'installation' || call.caller.kind === 'actions';
}

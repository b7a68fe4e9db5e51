import type { Actor } from '../records/account.ts';
import { invalid } from '../records/api-error.ts';
import { accountById, accountByLogin, forgetNames, noteRepository, ownerOf, repositoryByName } from '../records/find.ts';
import type { Repository } from '../records/repository.ts';
import type { World } from '../records/world.ts';
import { renderOrganisation, renderUser } from '../render/account.ts';
import { announce } from '../webhooks/announce.ts';

export interface RepositoryInput {
  readonly ownerId: number;
  readonly name: string;
  readonly description?: string;
  readonly private?: boolean;
  readonly hasIssues?: boolean;
  readonly archived?: boolean;
  readonly defaultBranch?: string;
  readonly forkOf?: Repository;
}

/** An empty repository; files come by pushing. */
export function createRepository(world: World, actor: Actor, input: RepositoryInput): Repository {
  const owner = accountById(world, input.ownerId);
  if (repositoryByName(world, owner.login, input.name) !== undefined)
    throw invalid({ resource: 'Repository', code: 'custom', field: 'name', message: 'name already exists on this account' });
  const now = world.now();
  const repository: Repository = {
    id: world.nextId('repository'),
    ownerId: owner.id,
    name: input.name,
    formerNames: [],
    description: input.description ?? null,
    private: input.private ?? false,
    forkOf: input.forkOf?.id ?? null,
    archived: input.archived ?? false,
    hasIssues: input.hasIssues ?? true,
    defaultBranch: input.defaultBranch ?? 'main',
    topics: [],
    refs: new Map(),
    collaborators: new Map(),
    teamRoles: new Map(),
    activities: [],
    issues: new Map(),
    comments: new Map(),
    labels: new Map(),
    milestones: new Map(),
    checkSuites: new Map(),
    checkRuns: new Map(),
    statuses: [],
    workflows: new Map(),
    runs: new Map(),
    artifacts: new Map(),
    deployments: new Map(),
    releases: new Map(),
    rulesets: new Map(),
    lacksRulesets: false,
    protectedChecks: new Map(),
    analyses: [],
    alerts: [],
    lacksCodeScanning: false,
    queue: [],
    environments: new Map(),
    createdAt: now,
    updatedAt: now,
    pushedAt: now,
    counters: { issue: 0, milestone: 0, run: 0 },
  };
  world.repositories.set(repository.id, repository);
  noteRepository(world, repository);
  announce(world, actor, { repository, event: 'repository', action: 'created', body: {} });
  return repository;
}

/** A fork shares the objects of its parent and starts with the parent's branches. */
export function forkRepository(world: World, actor: Actor, parent: Repository): Repository {
  const fork = createRepository(world, actor, {
    ownerId: actor.user.id,
    name: parent.name,
    private: parent.private,
    hasIssues: false,
    defaultBranch: parent.defaultBranch,
    forkOf: parent,
  });
  for (const [ref, sha] of parent.refs) if (ref.startsWith('refs/heads/')) fork.refs.set(ref, sha);
  return fork;
}

export function renameRepository(world: World, actor: Actor, input: { repository: Repository; name: string }): void {
  const { repository, name } = input;
  const from = repository.name;
  repository.formerNames.push(from);
  repository.name = name;
  forgetNames(world);
  announce(world, actor, { repository, event: 'repository', action: 'renamed', body: { changes: { repository: { name: { from } } } } });
}

/** Another owner, the same id: an app acts on it only where that owner installed it, too. Its former address is not kept. */
export function transferRepository(world: World, actor: Actor, input: { repository: Repository; to: string }): void {
  const { repository, to } = input;
  const from = ownerOf(world, repository);
  repository.ownerId = accountByLogin(world, to).id;
  forgetNames(world);
  const changes = { owner: { from: from.type === 'Organization' ? { organization: renderOrganisation(world, from) } : { user: renderUser(world, from) } } };
  announce(world, actor, { repository, event: 'repository', action: 'transferred', body: { changes } });
}

export function setDefaultBranch(world: World, actor: Actor, input: { repository: Repository; branch: string }): void {
  const { repository, branch } = input;
  const from = repository.defaultBranch;
  repository.defaultBranch = branch;
  announce(world, actor, { repository, event: 'repository', action: 'edited', body: { changes: { default_branch: { from } } } });
}

/** An archived repository is read-only, for apps too. */
export function archiveRepository(world: World, actor: Actor, repository: Repository): void {
  repository.archived = true;
  announce(world, actor, { repository, event: 'repository', action: 'archived', body: {} });
}

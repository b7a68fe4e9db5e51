import { accountByLogin } from '../records/find.ts';
import type { Repository } from '../records/repository.ts';
import type { World } from '../records/world.ts';
import { writeFiles } from '../state/commits.ts';
import type { FileEdits } from '../state/commits.ts';
import { push } from '../state/push.ts';
import { renameBranch } from '../state/rename-branch.ts';
import { archiveRepository, createRepository, forkRepository, renameRepository, transferRepository } from '../state/repositories.ts';
import type { RepositoryInput } from '../state/repositories.ts';
import { ensureUser } from './account-actions.ts';
import { locate, person } from './locate.ts';
import type { RepositoryRef } from './locate.ts';
import { somebodyOf } from './somebody-of.ts';

export interface NewRepository extends Omit<RepositoryInput, 'ownerId' | 'forkOf'> {
  readonly owner: string;
  /** Who makes it and signs the first commit; an owner by default. */
  readonly as?: string;
  readonly files?: FileEdits;
}

function addRepository(world: World, input: NewRepository): Repository {
  const owner = accountByLogin(world, input.owner);
  const actor = { user: input.as === undefined ? somebodyOf(world, owner) : accountByLogin(world, input.as), app: null };
  const { owner: _owner, as: _as, files, ...rest } = input;
  const repository = createRepository(world, actor, { ...rest, ownerId: owner.id });
  if (files === undefined) return repository;
  const first = writeFiles(world, actor.user, { parent: null, files, message: 'First commit' });
  push(world, actor, { repository, ref: `refs/heads/${repository.defaultBranch}`, sha: first.sha });
  return repository;
}

export function createRepositoryActions(world: World) {
  return {
    createRepository: (input: NewRepository): Repository => addRepository(world, input),
    fork: (input: { readonly repository: RepositoryRef; readonly as: string }): Repository =>
      forkRepository(world, { user: ensureUser(world, input.as), app: null }, locate(world, input.repository)),
    rename: (input: { readonly repository: RepositoryRef; readonly as: string; readonly name: string }): void =>
      renameRepository(world, person(world, input.as), { repository: locate(world, input.repository), name: input.name }),
    transfer: (input: { readonly repository: RepositoryRef; readonly as: string; readonly to: string }): void =>
      transferRepository(world, person(world, input.as), { repository: locate(world, input.repository), to: input.to }),
    renameBranch: (input: { readonly repository: RepositoryRef; readonly as: string; readonly from: string; readonly to: string }): void =>
      renameBranch(world, person(world, input.as), { ...input, repository: locate(world, input.repository) }),
    archive: (input: { readonly repository: RepositoryRef; readonly as: string }): void =>
      archiveRepository(world, person(world, input.as), locate(world, input.repository)),
  };
}

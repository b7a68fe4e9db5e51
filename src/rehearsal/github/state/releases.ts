import { ApiError, invalid, notFound } from '../records/api-error.ts';
import type { Actor } from '../records/account.ts';
import type { Release, ReleaseAsset, Repository } from '../records/repository.ts';
import type { World } from '../records/world.ts';
import { resolveCommit } from './commits.ts';
import { push } from './push.ts';

export interface ReleaseInput {
  readonly tag_name: string;
  readonly target_commitish?: string;
  readonly name?: string;
  readonly body?: string;
  readonly draft?: boolean;
  readonly prerelease?: boolean;
}

/** Makes a release, and the tag too where it is not there; a draft makes none. */
export function createRelease(world: World, actor: Actor, { repository, input }: { repository: Repository; input: ReleaseInput }): Release {
  const { tag_name: tag, target_commitish: target = repository.defaultBranch, name, body = '', draft = false, prerelease = false } = input;
  if ([...repository.releases.values()].some((release) => !release.draft && !draft && release.tag === tag))
    throw invalid({ resource: 'Release', code: 'already_exists', field: 'tag_name' });
  const ref = `refs/tags/${tag}`;
  if (!draft && !repository.refs.has(ref)) push(world, actor, { repository, ref, sha: resolveCommit(world, repository, target).sha });
  const release: Release = {
    id: world.nextId('release'),
    tag,
    target,
    name: name ?? tag,
    body,
    draft,
    prerelease,
    immutable: false,
    authorId: actor.user.id,
    at: world.now(),
    assets: new Map(),
  };
  repository.releases.set(release.id, release);
  return release;
}

/** The published release of a tag: drafts are not found by theirs. */
export function releaseByTag(repository: Repository, tag: string): Release {
  const found = [...repository.releases.values()].find((release) => !release.draft && release.tag === tag);
  if (found === undefined) throw notFound();
  return found;
}

export function releaseById(repository: Repository, id: number): Release {
  const found = repository.releases.get(id);
  if (found === undefined) throw notFound();
  return found;
}

export function assetById(repository: Repository, id: number): { readonly release: Release; readonly asset: ReleaseAsset } {
  for (const release of repository.releases.values()) {
    const asset = release.assets.get(id);
    if (asset !== undefined) return { release, asset };
  }
  throw notFound();
}

/** GitHub puts a dot for what it does not take in names, and no two assets of a release have the same. */
export function uploadAsset(world: World, actor: Actor, given: { release: Release; name: string; label: string | null; bytes: Uint8Array }): ReleaseAsset {
  const { release, label, bytes } = given;
  refuseImmutable(release);
  const name = given.name.replaceAll(/[^\w.+-]+/g, '.');
  if (bytes.length === 0) throw new ApiError(400, 'Bad Content-Length');
  if ([...release.assets.values()].some((asset) => asset.name === name)) throw invalid({ resource: 'ReleaseAsset', code: 'already_exists', field: 'name' });
  const asset: ReleaseAsset = { id: world.nextId('asset'), name, label, bytes, uploaderId: actor.user.id, at: world.now() };
  release.assets.set(asset.id, asset);
  return asset;
}

export function deleteAsset(repository: Repository, id: number): void {
  const { release } = assetById(repository, id);
  refuseImmutable(release);
  release.assets.delete(id);
}

function refuseImmutable(release: Release): void {
  if (release.immutable) throw new ApiError(422, 'Cannot change the assets of an immutable release.');
}

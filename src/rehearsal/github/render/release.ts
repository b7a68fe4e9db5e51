import { createHash } from 'node:crypto';
import type { Release, ReleaseAsset, Repository } from '../records/repository.ts';
import type { Json, World } from '../records/world.ts';
import { renderUserById } from './account.ts';
import { nodeId } from './node-id.ts';
import { repositoryApiUrl, repositoryHtmlUrl } from './repository.ts';

interface Of {
  readonly repository: Repository;
  readonly release: Release;
}

export function renderAsset(world: World, { repository, release }: Of, asset: ReleaseAsset): Json {
  return {
    url: `${repositoryApiUrl(world, repository)}/releases/assets/${asset.id}`,
    browser_download_url: `${repositoryHtmlUrl(world, repository)}/releases/download/${encodeURIComponent(release.tag)}/${asset.name}`,
    id: asset.id,
    node_id: nodeId('ReleaseAsset', asset.id),
    name: asset.name,
    label: asset.label,
    state: 'uploaded',
    content_type: 'application/octet-stream',
    size: asset.bytes.length,
    digest: `sha256:${createHash('sha256').update(asset.bytes).digest('hex')}`,
    download_count: 0,
    created_at: asset.at,
    updated_at: asset.at,
    uploader: renderUserById(world, asset.uploaderId),
  };
}

export function renderRelease(world: World, { repository, release }: Of): Json {
  const api = `${repositoryApiUrl(world, repository)}/releases/${release.id}`;
  const archive = (kind: string) => (release.draft ? null : `${repositoryApiUrl(world, repository)}/${kind}/${release.tag}`);
  return {
    url: api,
    html_url: `${repositoryHtmlUrl(world, repository)}/releases/tag/${encodeURIComponent(release.tag)}`,
    assets_url: `${api}/assets`,
    // Another host on github.com, another path on GitHub Enterprise Server.
    upload_url: `${api.replace(world.urls.api, `${world.urls.api}/api/uploads`)}/assets{?name,label}`,
    tarball_url: archive('tarball'),
    zipball_url: archive('zipball'),
    id: release.id,
    node_id: nodeId('Release', release.id),
    tag_name: release.tag,
    target_commitish: release.target,
    name: release.name,
    body: release.body,
    draft: release.draft,
    prerelease: release.prerelease,
    immutable: release.immutable,
    created_at: release.at,
    updated_at: release.at,
    published_at: release.draft ? null : release.at,
    author: renderUserById(world, release.authorId),
    assets: [...release.assets.values()].map((asset) => renderAsset(world, { repository, release }, asset)),
  };
}

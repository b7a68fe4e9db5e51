import { hasPush } from '../auth/authorize.ts';
import { notFound } from '../records/api-error.ts';
import type { Release } from '../records/repository.ts';
import { renderAsset, renderRelease } from '../render/release.ts';
import { assetById, createRelease, deleteAsset, releaseByTag, releaseById, uploadAsset, type ReleaseInput } from '../state/releases.ts';
import { created, noContent, ok } from '../http/call.ts';
import type { Answer, RepositoryCall, RepositoryHandler } from '../http/call.ts';
import { paginate } from '../http/paginate.ts';

function rendered(call: RepositoryCall, release: Release) {
  return renderRelease(call.world, { repository: call.repository, release });
}

/** A draft is there for those who may push. */
function releaseOf(call: RepositoryCall): Release {
  const release = releaseById(call.repository, Number(call.params['release_id']));
  if (release.draft && !hasPush(call)) throw notFound();
  return release;
}

function upload(call: RepositoryCall): Answer {
  const release = releaseOf(call);
  const given = { release, name: call.query['name'] ?? '', label: call.query['label'] ?? null, bytes: call.bytes };
  return created(renderAsset(call.world, { repository: call.repository, release }, uploadAsset(call.world, call.actor, given)));
}

function getAsset(call: RepositoryCall): Answer {
  const { release, asset } = assetById(call.repository, Number(call.params['asset_id']));
  if (release.draft && !hasPush(call)) throw notFound();
  if (/octet-stream/.test(call.accept)) return { status: 200, bytes: asset.bytes, headers: { 'content-type': 'application/octet-stream' } };
  return ok(renderAsset(call.world, { repository: call.repository, release }, asset));
}

export const releaseHandlers: Readonly<Record<string, RepositoryHandler>> = {
  'repos/list-releases': (call) => {
    const seen = [...call.repository.releases.values()].filter(({ draft }) => !draft || hasPush(call));
    return paginate(call, seen.toReversed(), (release) => rendered(call, release));
  },
  'repos/create-release': (call) => {
    const input = call.body as unknown as ReleaseInput;
    return created(rendered(call, createRelease(call.world, call.actor, { repository: call.repository, input })));
  },
  'repos/get-release-by-tag': (call) => ok(rendered(call, releaseByTag(call.repository, call.params['tag'] ?? ''))),
  'repos/list-release-assets': (call) => {
    const release = releaseOf(call);
    return paginate(call, [...release.assets.values()], (asset) => renderAsset(call.world, { repository: call.repository, release }, asset));
  },
  'repos/upload-release-asset': upload,
  'repos/get-release-asset': getAsset,
  'repos/delete-release-asset': (call) => {
    deleteAsset(call.repository, Number(call.params['asset_id']));
    return noContent;
  },
};

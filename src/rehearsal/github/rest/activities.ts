import type { Activity, Repository } from '../records/repository.ts';
import type { World } from '../records/world.ts';
import { accountById } from '../records/find.ts';
import { renderUserById } from '../render/account.ts';
import { nodeId } from '../render/node-id.ts';
import type { Answer, RepositoryCall, RepositoryHandler } from '../http/call.ts';

const none = '0'.repeat(40);

/** Who moved which branch, newest first. GitHub pages it by a cursor in the Link header, not by numbers. */
function list(call: RepositoryCall): Answer {
  const { world, repository, query } = call;
  const wanted = query['ref']?.replace(/^(?!refs\/)/, 'refs/heads/');
  const found = repository.activities.filter(
    (activity) =>
      (wanted === undefined || activity.ref === wanted) &&
      (query['activity_type'] === undefined || activity.type === query['activity_type']) &&
      (query['actor'] === undefined || accountById(world, activity.actorId).login === query['actor']),
  );
  const ordered = query['direction'] === 'asc' ? found : found.toReversed();
  const start = query['after'] === undefined ? 0 : ordered.findIndex(({ id }) => String(id) === query['after']) + 1;
  const page = ordered.slice(start, start + Math.min(100, Math.max(1, Number(query['per_page'] ?? 30))));
  return {
    status: 200,
    body: page.map((activity) => render(world, repository, activity)),
    headers: start + page.length < ordered.length ? linkTo(call, page.at(-1)) : {},
  };
}

function linkTo(call: RepositoryCall, last: Activity | undefined): Readonly<Record<string, string>> {
  const url = new URL(call.url);
  url.searchParams.set('after', String(last?.id));
  return { link: `<${url.href}>; rel="next"` };
}

function render(world: World, repository: Repository, activity: Activity) {
  const { id, ref, before, after, type, actorId, at } = activity;
  return {
    id,
    node_id: nodeId('PSH', id),
    before: before ?? none,
    after: after ?? none,
    ref,
    timestamp: at,
    activity_type: type,
    actor: renderUserById(world, actorId),
  };
}

export const activityHandlers: Readonly<Record<string, RepositoryHandler>> = { 'repos/list-activities': list };

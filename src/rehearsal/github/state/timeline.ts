import type { Actor } from '../records/account.ts';
import type { Issue } from '../records/issue.ts';
import type { Json, World } from '../records/world.ts';

/** Notes what happened to an issue and marks it as updated. */
export function recordTimeline(world: World, actor: Actor, input: { issue: Issue; event: string; detail?: Json }): void {
  const { issue, event, detail = {} } = input;
  issue.timeline.push({ id: world.nextId('timeline'), event, actorId: actor.user.id, at: world.now(), detail });
  issue.updatedAt = world.now();
}

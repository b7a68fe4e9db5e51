import type { SprintPorts } from '../../engine/reconcile/reconcile-sprint.ts';
import { readSprintSnapshot } from '../../github/snapshot/read-sprint-snapshot.ts';
import { listDecisions } from '../../store/people/list-decisions.ts';
import { keptReads } from './kept-reads.ts';
import { ownIssues } from './own-issues.ts';
import { orNullIfRefused } from './or-null-if-refused.ts';
import type { RepositoryScope } from './repository-scope.ts';
import { listStandingDays } from '../../store/standings/list-standing-days.ts';
import { sprintTurn } from '../../core/sprint-life/sprint-turn.ts';
import { addDays } from '../../core/calendar/calendar-day.ts';
import type { Policy } from '../../core/policy/policy.ts';

interface Looked {
  readonly at: string;
  readonly next: string | null;
}

const day = 86_400_000;

/** GitHub and the store as the life of the sprints needs them. */
export function sprintPorts(scope: RepositoryScope): SprintPorts {
  const { context, github, repository, name } = scope;
  const { db } = context.store;
  return {
    now: scope.now,
    ledger: scope.ledger,
    apply: scope.apply,
    repository,
    readPolicy: scope.readPolicy,
    readSnapshot: (policy) =>
      orNullIfRefused(async () =>
        readSprintSnapshot(github, name, {
          now: scope.now(),
          policy,
          decisions: await listDecisions(db, repository.id),
          days: await listStandingDays(db, repository.id, { from: daysFrom(policy, scope.now()) }),
          readOwn: () => ownIssues(scope, policy),
          appId: context.appId,
        }),
      ),
    wakeAt: context.wakeAt,
    noteLook: (next) => keptReads(db, repository.id, scope.now).put('sprint', '', { at: scope.now(), next } satisfies Looked),
  };
}

/** Whether a sweep has reason to look: a turn was missed, or nobody looked for a day, as when webhooks were lost. */
export async function isSprintDue({ context, repository, now }: RepositoryScope): Promise<boolean> {
  const looked = (await keptReads(context.store.db, repository.id, now).get('sprint', '')) as Looked | null;
  const time = Date.parse(now());
  return looked === null || time - Date.parse(looked.at) >= day || (looked.next !== null && time >= Date.parse(looked.next));
}

/** A review tells what the last sprint changed: its days, and the one from before it. */
function daysFrom(policy: Policy, now: string): string {
  const { ended, current, today } = sprintTurn(policy, now);
  return addDays((ended ?? current)?.start ?? today, -7);
}

import { isOwnIssue } from '../../core/backlog/is-own-issue.ts';
import { commandLines } from '../../core/commands/command-lines.ts';
import { renderGateComment } from '../../core/explain/render-gate-comment.ts';
import { readMarked } from '../../core/markers/marker.ts';
import { deriveReceiptKey } from '../../core/people/derive-receipt-key.ts';
import { ownMarkerIds } from '../../core/people/own-replies.ts';
import { signReceipt } from '../../core/people/sign-receipt.ts';
import { localeOf } from '../../core/policy/locale-of.ts';
import type { CommentFacts } from '../../core/snapshot/facts.ts';
import type { SnapshotTarget } from '../../engine/reconcile/ports.ts';
import type { IssuePorts } from '../../engine/reconcile/reconcile-issue.ts';
import { orNullIfGone } from '../../github/or-null-if-gone.ts';
import { readConversation } from '../../github/authorities/read-conversation.ts';
import { readQueuedGroups } from '../../github/snapshot/read-queued-groups.ts';
import { toComment } from '../../github/snapshot/to-facts.ts';
import { appendDecision } from '../../store/people/append-decision.ts';
import { listCommandMarks } from '../../store/people/list-command-marks.ts';
import { listDecisions } from '../../store/people/list-decisions.ts';
import { markCommand } from '../../store/people/mark-command.ts';
import { type OwnIssues, ownIssues } from './own-issues.ts';
import { pullPorts } from './pull-ports.ts';
import type { RepositoryScope } from './repository-scope.ts';

/** Lists the comments of an issue once: nothing is written before all of it is planned. */
function listOnce({ github, name }: RepositoryScope): (issue: number) => Promise<CommentFacts[]> {
  const listed = new Map<number, Promise<CommentFacts[]>>();
  return (issue) => {
    const listing =
      listed.get(issue) ?? github.paginate(github.rest.issues.listComments, { ...name, issue_number: issue, per_page: 100 }).then((all) => all.map(toComment));
    listed.set(issue, listing);
    return listing;
  };
}

/** GitHub and the store as answering the commands of an issue needs them. */
export async function issuePorts(scope: RepositoryScope): Promise<IssuePorts> {
  const { context, github, repository, name } = scope;
  const { db } = context.store;
  const policy = await scope.readPolicy();
  const comments = listOnce(scope);
  const marksOf = (ids: readonly number[]) => listCommandMarks(db, repository.id, ids);
  let listing: Promise<OwnIssues> | null = null;
  // Looked for once for all: nothing is written before all of it is planned.
  const backlog = (): Promise<OwnIssues> => (listing ??= ownIssues(scope, policy.kind === 'in-force' ? policy.policy : null));
  return {
    now: scope.now,
    ledger: scope.ledger,
    apply: scope.apply,
    repository,
    enqueue: context.enqueue,
    queuedGroups: () => readQueuedGroups(github, name),
    wakeAt: context.wakeAt,
    async readConversation(number) {
      const known = await orNullIfGone(() => comments(number));
      if (known === null) return null;
      // Only commands need the backlog, and most comments hold none.
      const commanded = known.some(({ body }) => commandLines(body).length > 0);
      const own = commanded ? await backlog() : { issues: [], milestones: [] };
      return readConversation(github, {
        number,
        repository,
        policy,
        now: context.now(),
        comments: known,
        processed: await marksOf(known.map(({ id }) => id)),
        decisions: await listDecisions(db, repository.id),
        seeded: own.issues,
        milestones: own.milestones,
        marksOf,
        readBacklog: backlog,
        world: scope.world,
        appId: context.appId,
        explainHolders: scope.settings.explainHolders,
      });
    },
    sign: (decision) => signReceipt(decision, { privateKey: deriveReceiptKey(context.privateKey, scope.installation).privateKey, locale: localeOf(policy) }),
    locale: localeOf(policy),
    unit: policy.kind === 'in-force' ? policy.policy.unit : '.',
    timezone: policy.kind === 'in-force' ? policy.policy.schedule.timezone : 'UTC',
    titleOf: (checkpoint) => (policy.kind === 'in-force' ? policy.policy.text.checkpoints[checkpoint]?.title : undefined) ?? checkpoint,
    findIssue: async (markerId) => numberOf(await backlog(), markerId, scope.botLogin),
    ownMarkers: async (issue) => ownMarkerIds(await comments(issue), context.appId),
    async keep(decisions) {
      for (const decision of decisions) await appendDecision(db, decision);
    },
    async mark(marks) {
      for (const mark of marks) await markCommand(db, { repository: repository.id, ...mark }, { outcome: 'answered', at: context.now() });
    },
    explainPull: (number, gate) => explainPull(scope, number, gate),
  };
}

/** What is looked for is the app's own work: a person's issue that carries the marker is none of it. */
function numberOf({ issues }: OwnIssues, markerId: string, login: string): number | null {
  const ours = issues.filter((issue) => isOwnIssue(issue, [{ id: null, login }]));
  return ours.find(({ body }) => readMarked(body)?.marker.id === markerId)?.number ?? null;
}

/** Where a newer head was not heard of, the one that the first look shows. */
async function readSeen(ports: ReturnType<typeof pullPorts>, number: number, head: SnapshotTarget) {
  const snapshot = await ports.readSnapshot(head);
  const headSha = ports.headSeen?.(number) ?? head.headSha;
  return headSha === head.headSha ? snapshot : ports.readSnapshot({ ...head, headSha });
}

/** The gates of a pull request, or the one that is asked for: what makes each pass, worst first. */
async function explainPull(scope: RepositoryScope, number: number, gate: string | null): Promise<string | null> {
  const ports = pullPorts(scope);
  const head = await ports.headOf(number);
  const snapshot = head && (await readSeen(ports, number, head));
  if (!snapshot || snapshot.policy.kind !== 'in-force') return null;
  const { policy } = snapshot.policy;
  const judgement = await ports.judge(snapshot, { engineVersion: ports.engineVersion, reports: false });
  const verdicts = judgement.verdicts.filter(({ pull, verdict }) => pull === number && (gate === null || verdict.gate === gate)).map(({ verdict }) => verdict);
  return verdicts.length === 0 ? null : renderGateComment(policy, verdicts);
}

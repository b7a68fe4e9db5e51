import { wrapMarked } from '../../core/markers/marker.ts';
import type { ConversationRequest } from '../../core/people/command-context.ts';
import type { Conversation } from '../../core/people/decide-commands.ts';
import { conditionMarkerId } from '../../core/people/condition-issues.ts';
import { renderConditionIssue } from '../../core/people/render-condition-issue.ts';
import { followUpMarkerId, renderFollowUp } from '../../core/people/render-follow-up.ts';
import { replyWords } from '../../core/people/reply-words.ts';
import type { Write } from '../../core/plan/write.ts';
import type { Locale } from '../../core/playbook/text-schema.ts';

/** What carrying out requests needs of the world. */
export interface RequestPorts {
  readonly locale: Locale;
  readonly unit: string;
  readonly timezone: string;
  /** A checkpoint's title, as people read it. */
  readonly titleOf: (checkpoint: string) => string;
  /** Marker ids of our comments on an issue. */
  readonly ownMarkers: (issue: number) => Promise<ReadonlySet<string>>;
  /** Number of our issue with this marker. */
  readonly findIssue: (markerId: string) => Promise<number | null>;
  /** Explains the gates of a pull request, or one of them, as Markdown; null when it is not open or not gated. */
  readonly explainPull: (number: number, gate: string | null) => Promise<string | null>;
}

/** The writes of what was asked for by comment and is done at once. What was done before a kill is found and not done twice. */
export async function requestWrites(ports: RequestPorts, { requests, decisions, receipts }: Conversation): Promise<Write[]> {
  const writes: Write[] = [];
  for (const request of requests) {
    if (request.kind === 'explain') writes.push(...(await explanation(ports, request)));
    if (request.kind === 'follow-up') writes.push(...(await followUp(ports, request, decisions)));
    if (request.kind === 'conditions') writes.push(...(await conditions(ports, request, receipts)));
    if (request.commit) writes.push(...commitment(request.commentId, request.commit));
    if (request.move) writes.push({ do: 'update-issue', key: `move.${request.commentId}`, number: request.move.issue, milestone: request.move.milestone });
  }
  return writes;
}

/** Repeating it changes nothing: a label that is there and a milestone that is set stay as they are. */
function commitment(commentId: number, { issues, milestone, label }: NonNullable<ConversationRequest['commit']>): Write[] {
  return issues.map((number) => ({ do: 'update-issue', key: `commit.${commentId}.${number}`, number, milestone, addLabels: [label] }));
}

async function explanation(ports: RequestPorts, { issue, commentId, argument }: ConversationRequest): Promise<Write[]> {
  const gate = argument === '' ? null : argument;
  const markerId = `explain.${commentId}${gate === null ? '' : `.${gate}`}`;
  if ((await ports.ownMarkers(issue)).has(markerId)) return [];
  const text = (await ports.explainPull(issue, gate)) ?? replyWords[ports.locale].notGated;
  return [{ do: 'create-comment', issue, body: wrapMarked(ports.unit, markerId, text), markerId }];
}

async function followUp(ports: RequestPorts, request: ConversationRequest, decisions: Conversation['decisions']): Promise<Write[]> {
  const override = decisions.find(({ id }) => id === request.argument);
  if (!override) return [];
  const key = followUpMarkerId(override.id);
  if ((await ports.findIssue(key)) !== null) return [];
  return [{ do: 'create-issue', key, ...renderFollowUp(override, ports.locale), labels: [], milestone: null }];
}

/** One issue for each condition. Those that an attempt before this one opened are found by their markers. */
async function conditions(ports: RequestPorts, request: ConversationRequest, receipts: Conversation['receipts']): Promise<Write[]> {
  const accepted = receipts.find(({ decision }) => decision.id === request.argument);
  if (!accepted) return [];
  const writes: Write[] = [];
  for (const [index] of accepted.decision.conditions.entries()) {
    const key = conditionMarkerId(accepted.decision.id, index + 1);
    if ((await ports.findIssue(key)) !== null) continue;
    const issue = renderConditionIssue(
      { decision: accepted.decision, position: index + 1, receipt: accepted.issue, title: ports.titleOf(accepted.decision.subject) },
      ports,
    );
    writes.push({ do: 'create-issue', key, ...issue, labels: [], milestone: null });
  }
  return writes;
}

import type { Key } from '../../core/keys/key.ts';
import type { KeyedWork } from '../../core/keys/keyed-work.ts';
import type { ConversationSnapshot, ProcessedMark } from '../../core/people/conversation-snapshot.ts';
import { type Conversation, decideCommands } from '../../core/people/decide-commands.ts';
import type { Decision } from '../../core/people/decision.ts';
import { receiptMarkerId } from '../../core/people/sign-receipt.ts';
import type { Write } from '../../core/plan/write.ts';
import type { RepositoryFacts } from '../../core/snapshot/facts.ts';
import { announce } from '../../telemetry/announce.ts';
import { carryOut, type Hands } from './carry-out.ts';
import { type RequestPorts, requestWrites } from './request-writes.ts';
import { workOfRequest } from './work-of-request.ts';

const minute = 60_000;

/** What answering the commands of one issue or pull request needs of the world. */
export interface IssuePorts extends Hands, RequestPorts {
  readonly repository: RepositoryFacts;
  readonly readConversation: (number: number) => Promise<ConversationSnapshot | null>;
  /** The decision as a signed comment. */
  readonly sign: (decision: Decision) => string;
  readonly keep: (decisions: readonly Decision[]) => Promise<void>;
  readonly mark: (marks: readonly ProcessedMark[]) => Promise<void>;
  /** Commits of the merge groups that wait in the repository's queues. */
  readonly queuedGroups: () => Promise<readonly string[]>;
  readonly enqueue: (work: readonly KeyedWork[]) => Promise<void>;
  /** Asks for another look at a key. */
  readonly wakeAt: (key: Key, at: string) => Promise<void>;
}

/** Answers every open command of an issue or pull request once, and has looked at again what its decisions may change. */
export async function reconcileIssue(ports: IssuePorts, subject: string, number: number): Promise<void> {
  const step = (name: string) => announce({ what: 'step', key: subject, step: name });
  const snapshot = await ports.readConversation(number);
  step('snapshot-read');
  if (!snapshot) return;
  const conversation = decideCommands(snapshot);
  const { decisions, replies, reactions, requests, marks, resumed, receipts } = conversation;
  const answers = replies.map(({ body, markerId }): Write => ({ do: 'create-comment', issue: number, body, markerId }));
  const signs = reactions.map((reaction): Write => ({ do: 'react', ...reaction }));
  // Answers come last: they say what was done.
  const writes = [...(await receiptWrites(ports, conversation)), ...(await requestWrites(ports, conversation)), ...answers, ...signs];
  await carryOut(ports, {
    repository: ports.repository,
    subject,
    writes,
    decision: { decisions, commands: commandsOf(snapshot, marks), replies: replies.map(({ inReplyTo, codes }) => ({ inReplyTo, codes })), requests },
  });
  if (receipts.length > 0) step('receipts-posted');
  // After the receipts: were we killed between, the command is decided again, to the same id, and its receipt is found.
  await ports.keep(decisions);
  step('decisions-kept');
  await ports.enqueue([
    ...workOf(ports.repository, number, { snapshot, conversation }),
    ...(decisions.length + resumed.length > 0 ? await groupWork(ports) : []),
  ]);
  step('work-enqueued');
  // The marks come last: a line without one is resumed, and what follows from it is asked for again.
  await ports.mark(marks);
  step('commands-marked');
  const at = nextTry(conversation.waitingSince, snapshot.now);
  if (at !== null) await ports.wakeAt({ kind: 'issue', repository: ports.repository.id, number }, at);
  step('wake-set');
}

/** Each command that was decided, refused ones too: where it stood, who wrote it, and what of an authority that person was seen to hold. */
function commandsOf({ comments, proofs }: ConversationSnapshot, marks: readonly ProcessedMark[]): unknown[] {
  return marks.map((mark) => {
    const author = comments.find(({ id }) => id === mark.commentId)?.author ?? null;
    return { ...mark, by: author, proofs: proofs.filter(({ userId }) => userId === author?.id) };
  });
}

/** What cannot be decided now is tried again: after ten minutes, then ever more seldom, and at least once an hour. */
function nextTry(waitingSince: readonly string[], now: string): string | null {
  if (waitingSince.length === 0) return null;
  const youngest = Date.parse(now) - Math.max(...waitingSince.map((time) => Date.parse(time)));
  return new Date(Date.parse(now) + Math.min(60 * minute, Math.max(10 * minute, youngest))).toISOString();
}

/** A receipt that was posted before a kill is not posted twice. */
async function receiptWrites(ports: IssuePorts, { receipts }: Conversation): Promise<Write[]> {
  const writes: Write[] = [];
  for (const { decision, issue } of receipts) {
    const markerId = receiptMarkerId(decision);
    if (!(await ports.ownMarkers(issue)).has(markerId)) writes.push({ do: 'create-comment', issue, body: ports.sign(decision), markerId });
  }
  return writes;
}

/** What waits in a merge queue is judged by its group's commit, which no open pull request has as its head. */
async function groupWork({ repository, queuedGroups }: IssuePorts): Promise<KeyedWork[]> {
  return (await queuedGroups()).map((sha) => ({ key: { kind: 'group', repository: repository.id, sha }, priority: 'now' }));
}

/** Decisions with which a checkpoint may be signed, and so the milestone of its block come to its end. */
const signs: readonly Decision['kind'][] = ['approve', 'approve-with-conditions', 'baseline'];

function sprintWork({ id }: RepositoryFacts): KeyedWork {
  return { key: { kind: 'sprint', repository: id }, priority: 'later' };
}

/** A decision may open or close every open pull request; the one it was made on goes first. */
function workOf(
  repository: RepositoryFacts,
  number: number,
  { snapshot, conversation }: { snapshot: ConversationSnapshot; conversation: Conversation },
): KeyedWork[] {
  const { requests, resumed, decisions } = conversation;
  const asked = [...requests, ...resumed.flatMap((line) => line.requests)].flatMap((request) => workOfRequest(repository.id, request, snapshot.pull !== null));
  if (decisions.length + resumed.length === 0) return asked;
  const here: KeyedWork[] = snapshot.pull ? [{ key: { kind: 'pull', repository: repository.id, number }, priority: 'now' }] : [];
  return [
    ...here,
    ...asked,
    { open: { repository: repository.id }, priority: 'later' },
    { key: { kind: 'register', repository: repository.id }, priority: 'later' },
    { key: { kind: 'standing', repository: repository.id }, priority: 'later' },
    ...(resumed.length > 0 || decisions.some(({ kind }) => signs.includes(kind)) ? [sprintWork(repository)] : []),
  ];
}

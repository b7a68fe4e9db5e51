import type { KeyedWork } from '../../core/keys/keyed-work.ts';
import type { ConversationSnapshot, ProcessedMark } from '../../core/people/conversation-snapshot.ts';
import { type Conversation, decideCommands } from '../../core/people/decide-commands.ts';
import type { Decision } from '../../core/people/decision.ts';
import { receiptMarkerId } from '../../core/people/sign-receipt.ts';
import type { Write } from '../../core/plan/write.ts';
import type { RepositoryFacts } from '../../core/snapshot/facts.ts';
import { carryOut, type Hands } from './carry-out.ts';
import { type RequestPorts, requestWrites } from './request-writes.ts';
import { workOfRequest } from './work-of-request.ts';

/** What answering the commands of one issue or pull request needs of the world. */
export interface IssuePorts extends Hands, RequestPorts {
  readonly repository: RepositoryFacts;
  readonly readConversation: (number: number) => Promise<ConversationSnapshot | null>;
  /** The decision as a signed comment. */
  readonly sign: (decision: Decision) => string;
  readonly keep: (decisions: readonly Decision[], marks: readonly ProcessedMark[]) => Promise<void>;
  readonly enqueue: (work: readonly KeyedWork[]) => Promise<void>;
}

/** Answers every open command of an issue or pull request once, and has looked at again what its decisions may change. */
export async function reconcileIssue(ports: IssuePorts, subject: string, number: number): Promise<void> {
  const snapshot = await ports.readConversation(number);
  if (!snapshot) return;
  const conversation = decideCommands(snapshot);
  const { decisions, replies, requests, marks } = conversation;
  const answers = replies.map(({ body, markerId }): Write => ({ do: 'create-comment', issue: number, body, markerId }));
  // Answers come last: they say what was done.
  const writes = [...(await receiptWrites(ports, conversation)), ...(await requestWrites(ports, conversation)), ...answers];
  await carryOut(ports, { repository: ports.repository, subject, writes, decision: { decisions, replies: replies.map(({ inReplyTo, code }) => ({ inReplyTo, code })), requests } });
  // After the receipts: were we killed between, the command is decided again, to the same id, and its receipt is found.
  await ports.keep(decisions, marks);
  await ports.enqueue(workOf(ports.repository, number, { snapshot, conversation }));
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

/** A decision may open or close every open pull request; the one it was made on goes first. */
function workOf(repository: RepositoryFacts, number: number, { snapshot, conversation }: { snapshot: ConversationSnapshot; conversation: Conversation }): KeyedWork[] {
  const asked = conversation.requests.flatMap((request) => workOfRequest(repository.id, request, snapshot.pull !== null));
  if (conversation.decisions.length === 0) return asked;
  const here: KeyedWork[] = snapshot.pull ? [{ key: { kind: 'pull', repository: repository.id, number }, priority: 'now' }] : [];
  return [...here, ...asked, { key: { kind: 'policy', repository: repository.id }, priority: 'now', fanOut: 'open-pulls' }];
}

import type { Block } from '../playbook/playbook-schema.ts';
import { inlineCode } from '../report/markdown.ts';
import { adoptBaseline } from './adopt-baseline.ts';
import { adoptedBlocks } from './adopted-blocks.ts';
import { overrideAuthorities } from './command-authorities.ts';
import { refuse, type CommandContext, type CommandResult } from './command-context.ts';
import { contributorsFor, type Contributors, provenIndependent } from './independence.ts';
import { receiptIssue } from './receipt-issue.ts';
import { readSprint } from './read-sprint.ts';
import { usageOf } from './usage-of.ts';

/**
 * Accepts the blocks before a sprint as they are, for a team that adopts the method in mid-course. It opens gates like a
 * sign-off, so it asks for the tier's authority and for independence of the work of those blocks.
 */
export function decideAdoption(context: CommandContext): CommandResult {
  const { policy, snapshot, command, comment, place, words } = context;
  const [written = '', ...reason] = command.text.split(' ');
  const sprint = readSprint(policy, written);
  if (sprint === null)
    return written === ''
      ? refuse('no-subject', words.noSprint(usageOf(context)))
      : refuse('unknown-subject', words.unknownSprint(inlineCode(written), usageOf(context)));
  const blocks = adoptedBlocks(policy, written);
  if (blocks.length === 0) return refuse('nothing-to-adopt', words.nothingToAdopt(inlineCode(sprint)));
  if (reason.length === 0) return refuse('no-reason', words.noReason(usageOf(context)));
  const configured = overrideAuthorities(policy).filter((id) => policy.authorities[id]);
  const proven = provenIndependent(context, configured.length > 0 ? configured : overrideAuthorities(policy), workOf(context, blocks));
  if (proven.kind === 'result') return proven.result;
  const decisions = adoptBaseline({
    policy,
    repository: snapshot.repository.id,
    blocks: blocks.map(({ id }) => id),
    by: comment.author,
    proof: proven.proof,
    at: comment.createdAt,
    reason: reason.join(' '),
    commit: snapshot.defaultBranchSha,
    source: { ...place, issue: snapshot.issue.number, url: comment.url },
  });
  return { kind: 'decided', receipts: decisions.map((decision) => ({ decision, issue: receiptIssue(context, decision.subject) })), requests: [] };
}

function workOf(context: CommandContext, blocks: readonly Block[]): Contributors {
  const all = blocks.map(({ checkpoint }) => contributorsFor(context, checkpoint));
  const unknown = all.find((each) => each.kind === 'unknown');
  return unknown ?? { kind: 'known', people: new Set(all.flatMap((each) => (each.kind === 'known' ? [...each.people] : []))) };
}

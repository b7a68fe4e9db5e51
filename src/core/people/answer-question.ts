import { renderCommandHelp } from '../commands/render-command-help.ts';
import { escapeMarkdown, inlineCode } from '../report/markdown.ts';
import { attestationsOf, waiverAuthorities } from './command-authorities.ts';
import type { CommandContext, CommandResult } from './command-context.ts';
import { decideRequest } from './decide-request.ts';
import { explainCheckpoint, explainStatus } from './explain-checkpoint.ts';
import { explainOrigin } from './explain-origin.ts';
import { checkpointOfIssue } from './checkpoint-issue.ts';
import { foldWord } from '../spelling/fold-word.ts';
import type { Policy } from '../policy/policy.ts';
import { whoHolds } from './proven-authority.ts';
import { subjectOf } from './subject-of.ts';

/** Answers what needs no authority. On a pull request, `explain` alone is about its gates: the engine has their verdicts. */
export function answerQuestion(context: CommandContext): CommandResult {
  const { command, policy, snapshot } = context;
  if (command.name === 'help') return { kind: 'answered', text: renderCommandHelp(policy.locale) };
  if (command.name === 'status') return { kind: 'answered', text: explainStatus(context) };
  const here = checkpointOfIssue(policy, snapshot.seeded, snapshot.issue.number);
  if (command.text === '' && here === null) return snapshot.pull === null ? { kind: 'answered', text: explainStatus(context) } : decideRequest(context);
  const gate = gateOf(policy, command.text);
  if (gate !== null && snapshot.pull !== null) return decideRequest({ ...context, command: { ...command, text: gate } });
  const origin = explainOrigin(policy, command.text.trim());
  if (origin !== null) return { kind: 'answered', text: origin };
  const { checkpoints, criteria } = policy.playbook;
  const subject = subjectOf(
    context,
    [...checkpoints, ...criteria].map(({ id }) => id),
  );
  if (subject.kind === 'result') return subject.result;
  const block = policy.playbook.blocks.find(({ checkpoint }) => checkpoint === subject.id);
  return { kind: 'answered', text: block ? explainCheckpoint(context, block) : explainCriterion(context, subject.id) };
}

/** The gate that somebody wrote by its id, or as its check is called. */
function gateOf({ playbook }: Policy, written: string): string | null {
  const asked = foldWord(written.replaceAll('`', '').trim()).replace(/^sprintgate\//, '');
  return playbook.gates.find(({ id }) => id === asked)?.id ?? null;
}

function explainCriterion(context: CommandContext, criterion: string): string {
  const { policy, words } = context;
  const title = policy.text.criteria[criterion]?.title ?? criterion;
  const attesters = attestationsOf(policy, criterion).map(({ authority }) => authority);
  const say = (authorities: readonly string[]): string =>
    authorities.some((id) => policy.authorities[id]) ? whoHolds(context, authorities) : inlineCode(`authorities.${authorities[0] ?? ''}`);
  const lines = [
    `**${escapeMarkdown(title)}** (${inlineCode(criterion)})`,
    attesters.length === 0 ? words.notAttestable(inlineCode(criterion)) : words.mayAttest(say(attesters)),
    words.mayWaive(say(waiverAuthorities(policy, criterion))),
  ];
  return lines.join('\n\n');
}

import type { Checkpoint, Item } from '../playbook/playbook-schema.ts';
import type { Policy } from '../policy/policy.ts';
import { escapeMarkdown } from '../report/markdown.ts';
import { applies } from './applies.ts';
import { authorityFor } from '../policy/authority-for.ts';
import type { BacklogWords } from './backlog-words.ts';
import { commandLine } from './command-line.ts';
import { describeAuthority } from '../people/describe-authority.ts';
import { describeRule } from './describe-rule.ts';

/** What a checkpoint issue says: the checklist, who signs it, and the exact command. */
export function renderCheckpoint(policy: Policy, item: Item, words: BacklogWords): string {
  const checkpoint = policy.playbook.checkpoints.find((candidate) => candidate.block === item.block);
  if (checkpoint === undefined) return '';
  const listed = new Set([...item.criteria, ...checkpoint.criteria]);
  const criteria = policy.playbook.criteria.filter((criterion) => listed.has(criterion.id) && applies(criterion, policy));
  const lines = criteria.map((criterion) => {
    const title = escapeMarkdown(policy.text.criteria[criterion.id]?.title ?? criterion.id);
    return `- [ ] ${title} (\`${criterion.id}\`): ${describeRule(criterion.rule, policy)}`;
  });
  const parts = [
    lines.length === 0 ? '' : `### ${words.reviewed}\n\n${lines.join('\n')}`,
    `### ${words.signOff}\n\n${renderSigners(policy, checkpoint, words)}`,
    words.command(commandLine('approve', checkpoint.id, policy.locale), `${commandLine('reject', checkpoint.id, policy.locale)} ${words.reason}`),
    words.tickingIsNoSignOff,
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

function renderSigners(policy: Policy, checkpoint: Checkpoint, words: BacklogWords): string {
  const title = escapeMarkdown(policy.text.authorities[checkpoint.authority]?.title ?? checkpoint.authority);
  const rule = authorityFor(policy, checkpoint);
  if (rule === null) return `${words.signedBy(title)} ${words.unset(checkpoint.authority)}`;
  return words.signedBy(`${title} (${describeAuthority(rule, policy.locale)})`);
}

import type { AuthorityRule } from '../policy/policy.ts';
import { inlineCode } from '../report/markdown.ts';
import type { BacklogWords } from './backlog-words.ts';

/** Who may sign, as one line of Markdown. Names stand as code, so that seeding notifies nobody. */
export function describeAuthority(rule: AuthorityRule, words: BacklogWords): string {
  if ('all' in rule) return rule.all.map((part) => describeAuthority(part, words)).join(words.and);
  if ('any' in rule) return rule.any.map((part) => describeAuthority(part, words)).join(words.or);
  const names = [
    ...(rule.teams ?? []).map(inlineCode),
    ...(rule.users ?? []).map(inlineCode),
    ...(rule.roles ?? []).map((role) => words.role(inlineCode(role))),
  ];
  return `${words.oneOf(rule.count)} ${names.join(', ')}`;
}

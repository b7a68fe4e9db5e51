import type { Policy } from '../policy/policy.ts';
import { inlineCode } from '../report/markdown.ts';
import type { RepositoryFacts } from '../snapshot/facts.ts';
import { enforceWords } from './enforce-words.ts';
import { type Enforcement, isEnforced } from './enforcement.ts';
import { requiredChecks } from './required-checks.ts';

const mostLines = 20;

/**
 * Says below the plan whether GitHub waits for the gates that block, and else what to do. Null: GitHub did not say. Empty
 * where no gate blocks, for then none has to be required.
 */
export function renderEnforcement(policy: Policy, repository: RepositoryFacts, enforcement: Enforcement | null): string {
  if (requiredChecks(policy).length === 0) return '';
  const say = enforceWords[policy.locale];
  return [`### ${say.title}`, ...paragraphs(policy, repository, enforcement)].join('\n\n');
}

function paragraphs(policy: Policy, repository: RepositoryFacts, enforcement: Enforcement | null): string[] {
  const say = enforceWords[policy.locale];
  if (enforcement === null) return [say.unknown];
  if (enforcement.branches === null) return [say.offPlan];
  const unverified = enforcement.unverified.length === 0 ? [] : [say.unverified(enforcement.unverified.slice(0, mostLines).map(inlineCode).join(', '))];
  if (isEnforced(enforcement)) return [say.held(enforcement.branches.map(({ branch }) => inlineCode(branch)).join(', ')), ...unverified];
  if (enforcement.branches.length === 0) return [say.unknown, ...unverified];
  const command = inlineCode(`sprintgate enforce --repo ${repository.owner}/${repository.name} --yes`);
  return [say.open, list(policy, enforcement), say.next(command, `${repository.htmlUrl}/settings/rules`), ...unverified];
}

function list({ locale }: Policy, { unenforced }: Enforcement): string {
  const say = enforceWords[locale];
  const lines = unenforced
    .slice(0, mostLines)
    .map(({ branch, check, why }) => say.line({ check: inlineCode(check), branch: inlineCode(branch), why: say.why[why] }));
  const left = unenforced.length - lines.length;
  return [...lines, ...(left > 0 ? [say.more(left)] : [])].map((line) => `- ${line}`).join('\n');
}

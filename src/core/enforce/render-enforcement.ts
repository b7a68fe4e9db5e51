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
  const said = [
    ...(requiredChecks(policy).length === 0 ? [] : paragraphs(policy, repository, enforcement)),
    ...(enforcement && enforcement.stranded.length > 0 ? stranded(policy, repository, enforcement) : []),
  ];
  return said.length === 0 ? '' : [`### ${enforceWords[policy.locale].title}`, ...said].join('\n\n');
}

function paragraphs(policy: Policy, repository: RepositoryFacts, enforcement: Enforcement | null): string[] {
  const say = enforceWords[policy.locale];
  if (enforcement === null) return [say.unknown];
  const { branches, unenforced } = enforcement;
  if (branches === null) return [say.offPlan];
  const unverified = enforcement.unverified.length === 0 ? [] : [say.unverified(enforcement.unverified.slice(0, mostLines).map(inlineCode).join(', '))];
  if (isEnforced(enforcement)) return [say.held(branches.map(({ branch }) => inlineCode(branch)).join(', ')), ...unverified];
  if (branches.length === 0) return [say.unknown, ...unverified];
  const command = inlineCode(`sprintgate enforce --repo ${repository.owner}/${repository.name} --yes`);
  const lines = unenforced.map(({ branch, check, why }) => `${say.on(inlineCode(check), inlineCode(branch))}: ${say.why[why]}`);
  return [say.open, list(policy, lines), say.next(command, settingsOf(repository)), ...unverified];
}

function stranded(policy: Policy, repository: RepositoryFacts, enforcement: Enforcement): string[] {
  const say = enforceWords[policy.locale];
  const lines = enforcement.stranded.map(({ branch, check }) => say.on(inlineCode(check), inlineCode(branch)));
  return [say.stranded, list(policy, lines), say.strandedNext(settingsOf(repository))];
}

function settingsOf({ htmlUrl }: RepositoryFacts): string {
  return `${htmlUrl}/settings/rules`;
}

function list({ locale }: Policy, lines: readonly string[]): string {
  const shown = lines.slice(0, mostLines);
  const left = lines.length - shown.length;
  return [...shown, ...(left > 0 ? [enforceWords[locale].more(left)] : [])].map((line) => `- ${line}`).join('\n');
}

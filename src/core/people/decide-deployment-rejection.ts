import { deploymentSubject } from '../deployments/deployment-rejection.ts';
import { inlineCode } from '../report/markdown.ts';
import { anyAuthorities } from './command-authorities.ts';
import { refuse, type CommandContext, type CommandResult } from './command-context.ts';
import { newDecision } from './new-decision.ts';
import { provenAuthority } from './proven-authority.ts';
import { usageOf } from './usage-of.ts';

const named = /^`?(deployment|despliegue)`?(?=\s|$)\s*/iu;

/** Whether a rejection is about a deployment: the word that no checkpoint has as its id. */
export function isAboutDeployment(text: string): boolean {
  return named.test(text);
}

/** Refuses what waits to be deployed to an environment. Like a hold it asks only for some authority: it can open nothing. */
export function decideDeploymentRejection(context: CommandContext): CommandResult {
  const { policy, snapshot, command, words } = context;
  const text = command.text.replace(named, '').replaceAll('`', '').trim();
  const known = Object.keys(policy.environments);
  const environment = known.toSorted((a, b) => b.length - a.length).find((each) => `${text} `.toLowerCase().startsWith(`${each.toLowerCase()} `));
  if (text === '' || known.length === 0) return refuse('no-subject', words.noSubject(usageOf(context), known.map(inlineCode).join(', ')));
  if (environment === undefined) return refuse('unknown-subject', words.unknownSubject(inlineCode(text.split(' ')[0] ?? ''), known.map(inlineCode).join(', ')));
  const reason = text.slice(environment.length).trim();
  if (reason === '') return refuse('no-reason', words.noReason(usageOf(context)));
  const proven = provenAuthority(context, anyAuthorities(policy));
  if (proven.kind === 'result') return proven.result;
  const issue = snapshot.issue.number;
  const scope = snapshot.pull === null ? null : ({ kind: 'pull', pull: issue } as const);
  const decision = newDecision(context, { kind: 'reject', subject: deploymentSubject(environment), proof: proven.proof, reason, until: null, scope });
  return { kind: 'decided', receipts: [{ decision, issue }], requests: [] };
}

import type { Decision } from '../people/decision.ts';
import type { RuleContext } from './rule-context.ts';

/**
 * Whether a decision is by who wrote the change under judgement. From an issue only merged work is looked at when somebody
 * signs, so who opened this pull request, before or after, would free themselves. Numeric ids: logins are reused.
 */
export function wroteChange({ by }: Decision, { pull }: Pick<RuleContext, 'pull'>): boolean {
  return by.id !== 0 && by.id === pull.author.id;
}

import type { Policy } from '../policy/policy.ts';
import { ruleWords } from './rule-words.ts';

/** A figure of a rule: written there, or the id of a parameter. */
export type Figure = number | { readonly parameter: string };

/** The number that a figure stands for, or why there is none yet and what to write where. */
export type ResolvedFigure = { readonly value: number } | { readonly value: null; readonly code: string; readonly reason: string; readonly next: string };

/** Resolves a figure. An unset parameter has no number: whatever rests on it cannot be evaluated. */
export function resolveFigure(figure: Figure, policy: Policy): ResolvedFigure {
  if (typeof figure === 'number') return { value: figure };
  const say = ruleWords[policy.locale];
  const id = figure.parameter;
  if (!knowsParameter(policy, id)) return { value: null, code: 'parameter.unknown', reason: say.unknownParameter(id), next: say.mendPlaybook };
  const value = policy.parameters[id] ?? null;
  const title = parameterTitle(policy, id);
  if (value === null) return { value: null, code: 'parameter.unset', reason: say.unsetParameter(title), next: say.setParameter(id) };
  if (typeof value !== 'number' || !Number.isFinite(value)) {
    return { value: null, code: 'parameter.not-a-number', reason: say.parameterNotNumber(title, String(value)), next: say.setParameter(id) };
  }
  return { value };
}

/** Whether the playbook or the configuration has a parameter of this name, set or not. */
export function knowsParameter(policy: Policy, id: string): boolean {
  return Object.hasOwn(policy.parameters, id) || policy.playbook.parameters.some((parameter) => parameter.id === id);
}

/** The parameter's name in the policy's language. */
export function parameterTitle(policy: Policy, id: string): string {
  return policy.text.parameters[id]?.title ?? id;
}

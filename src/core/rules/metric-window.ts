import { freshnessWords } from './freshness-words.ts';
import { readWindow } from './read-window.ts';
import { knowsParameter, parameterTitle, type ResolvedFigure } from './resolve-figure.ts';
import type { Policy } from '../policy/policy.ts';
import { ruleWords } from './rule-words.ts';
import { sayWindow } from './say-window.ts';

/** How old a measurement may be: its words and its length in milliseconds. */
export interface MetricWindow {
  readonly shown: string;
  readonly length: number;
}

type NoWindow = Omit<Extract<ResolvedFigure, { value: null }>, 'value'>;

/** A window of a rule, written there or the value of a parameter; why there is none otherwise. */
export function metricWindow(within: string | { readonly parameter: string }, policy: Policy): MetricWindow | NoWindow {
  const say = ruleWords[policy.locale];
  const written = typeof within === 'string' ? within : (policy.parameters[within.parameter] ?? null);
  const id = typeof within === 'string' ? null : within.parameter;
  if (id !== null && !knowsParameter(policy, id)) return { code: 'parameter.unknown', reason: say.unknownParameter(id), next: say.mendPlaybook };
  const title = id === null ? String(written) : parameterTitle(policy, id);
  if (written === null) return { code: 'parameter.unset', reason: say.unsetParameter(title), next: say.setParameter(id ?? '') };
  const length = readWindow(String(written));
  if (length !== null) return { shown: sayWindow(String(written), policy.locale), length };
  const { noWindow, noWindowNext } = freshnessWords[policy.locale];
  return { code: 'parameter.no-window', reason: noWindow(title, String(written)), next: id === null ? say.mendPlaybook : noWindowNext(id) };
}

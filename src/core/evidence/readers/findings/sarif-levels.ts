import type { JsonObject } from '../../input/json-shape.ts';
import { listOf, memberOf, textOf } from '../../input/json-shape.ts';
import type { Severity } from '../../report.ts';
import { severityOf } from '../../severity.ts';
import { severityOfScore } from '../../severity-of-score.ts';
import { sarifRules } from './sarif-rules.ts';

interface Level {
  readonly severity: Severity;
  /** False when only the level says how bad it is. */
  readonly scored: boolean;
}

/** The severity of the results of one run, by its rules: of the driver or an extension, with what the invocation overrode. */
export function sarifLevels(run: JsonObject): (result: JsonObject) => Level {
  const rules = sarifRules(run);
  const overrides = listOf(memberOf(run, 'invocations')).map((invocation) => overridesOf(invocation, rules));
  return (result) => {
    const reference = memberOf(result, 'rule');
    const rule = rules({
      id: memberOf(result, 'ruleId') ?? memberOf(reference, 'id'),
      index: memberOf(result, 'ruleIndex') ?? memberOf(reference, 'index'),
      guid: memberOf(reference, 'guid'),
      component: memberOf(reference, 'toolComponent'),
    });
    const score =
      severityOfScore(memberOf(memberOf(result, 'properties'), 'security-severity')) ??
      severityOfScore(memberOf(memberOf(rule, 'properties'), 'security-severity'));
    if (score !== null) return { severity: score, scored: true };
    const invocation = memberOf(memberOf(result, 'provenance'), 'invocationIndex');
    const override = rule ? overrides[typeof invocation === 'number' && invocation >= 0 ? invocation : 0]?.get(rule) : undefined;
    const level = textOf(memberOf(result, 'level')) ?? override ?? textOf(memberOf(memberOf(rule, 'defaultConfiguration'), 'level')) ?? 'warning';
    return { severity: level === 'none' ? 'info' : severityOf(level), scored: false };
  };
}

function overridesOf(invocation: unknown, rules: ReturnType<typeof sarifRules>): Map<JsonObject, string> {
  const levels = new Map<JsonObject, string>();
  for (const override of listOf(memberOf(invocation, 'ruleConfigurationOverrides'))) {
    const descriptor = memberOf(override, 'descriptor');
    const [id, index, guid] = ['id', 'index', 'guid'].map((name) => memberOf(descriptor, name));
    const rule = rules({ id, index, guid, component: memberOf(descriptor, 'toolComponent') });
    const level = textOf(memberOf(memberOf(override, 'configuration'), 'level'));
    if (rule && level !== null) levels.set(rule, level);
  }
  return levels;
}

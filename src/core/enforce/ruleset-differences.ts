import type { Ruleset, RulesetRule } from './ruleset.ts';
import { checksOf } from './wanted-ruleset.ts';

/** What changes from one ruleset to another, a line each: `+ …` comes, `- …` goes. Empty: nothing is to be written. */
export function rulesetDifferences(current: Ruleset | null, wanted: Ruleset): string[] {
  const before = current ? describe(current) : [];
  const after = describe(wanted);
  return [
    ...before.filter((line) => !after.includes(line)).map((line) => `- ${line}`),
    ...after.filter((line) => !before.includes(line)).map((line) => `+ ${line}`),
  ];
}

function describe({ name, enforcement, conditions, rules }: Ruleset): string[] {
  const { ref_name, repository_name } = conditions;
  return [
    `ruleset "${name}", ${enforcement}`,
    ...(repository_name?.include ?? []).map((each) => `repository ${each}`),
    ...(repository_name?.exclude ?? []).map((each) => `not repository ${each}`),
    ...ref_name.include.map((ref) => `branch ${ref}`),
    ...ref_name.exclude.map((ref) => `not branch ${ref}`),
    ...rules.flatMap(describeRule),
  ];
}

function describeRule(rule: RulesetRule): string[] {
  if (rule.type !== 'required_status_checks') return [`rule ${rule.type}`];
  const { required_status_checks: _listed, ...settings } = rule.parameters ?? {};
  return [
    ...checksOf(rule).map(({ context, integration_id }) => `required check ${context}, from ${integration_id ? `app ${integration_id}` : 'anybody'}`),
    ...Object.entries(settings).map(([name, value]) => `${name}: ${JSON.stringify(value)}`),
  ];
}

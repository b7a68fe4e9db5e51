import type { JsonObject } from '../../input/json-shape.ts';
import { isObject, listOf, memberOf, textOf } from '../../input/json-shape.ts';
import type { Severity } from '../../report.ts';
import { severityOf } from '../../severity.ts';
import { severityOfScore } from '../../severity-of-score.ts';

interface Level {
  readonly severity: Severity;
  /** False when only the level says how bad it is. */
  readonly scored: boolean;
}

/** The severity of the results of one run, by its rules: of the driver or an extension, with what the invocation overrode. */
export function sarifLevels(run: JsonObject): (result: JsonObject) => Level {
  const tool = memberOf(run, 'tool');
  const components = [memberOf(tool, 'driver'), ...listOf(memberOf(tool, 'extensions'))].map(componentOf);
  const overrides = listOf(memberOf(run, 'invocations')).map((invocation) => overridesOf(invocation, components));
  return (result) => {
    const rule = ruleOf(result, components);
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

interface Component {
  readonly name: string | null;
  readonly guid: string | null;
  readonly rules: readonly unknown[];
  readonly byId: ReadonlyMap<string, JsonObject>;
}

function componentOf(value: unknown): Component {
  const rules = listOf(memberOf(value, 'rules'));
  const byId = new Map<string, JsonObject>();
  for (const rule of rules) {
    const id = textOf(memberOf(rule, 'id'));
    if (id !== null && isObject(rule) && !byId.has(id)) byId.set(id, rule);
  }
  return { name: textOf(memberOf(value, 'name')), guid: textOf(memberOf(value, 'guid')), rules, byId };
}

/** The rule of a result: by its index, else by its id in any component, where `a/b/c` falls back on `a/b` and `a`. */
function ruleOf(result: JsonObject, components: readonly Component[]): JsonObject | null {
  const reference = memberOf(result, 'rule');
  const id = textOf(memberOf(result, 'ruleId')) ?? textOf(memberOf(reference, 'id'));
  const index = memberOf(result, 'ruleIndex') ?? memberOf(reference, 'index');
  const found = referred({ id, index, component: memberOf(reference, 'toolComponent') }, components);
  if (found) return found;
  const guid = textOf(memberOf(reference, 'guid'));
  if (guid !== null) {
    const byGuid = components.flatMap((component) => component.rules).find((rule) => memberOf(rule, 'guid') === guid);
    if (isObject(byGuid)) return byGuid;
  }
  return null;
}

function referred(reference: { id: string | null; index: unknown; component: unknown }, components: readonly Component[]): JsonObject | null {
  const { id, index } = reference;
  const component = named(reference.component, components);
  const indexed = component && typeof index === 'number' && index >= 0 ? component.rules[index] : undefined;
  const byIndex = isObject(indexed) ? indexed : null;
  if (id === null || (byIndex && agrees(id, textOf(memberOf(byIndex, 'id'))))) return byIndex;
  // An index that contradicts the id: several converters drop rules and keep the old indices. So the id decides where it is known.
  const searched = component ? [component, ...components] : components;
  for (const part of hierarchy(id)) {
    const owner = searched.find((candidate) => candidate.byId.has(part));
    if (owner) return owner.byId.get(part) ?? null;
  }
  return byIndex;
}

function named(reference: unknown, components: readonly Component[]): Component | undefined {
  if (!isObject(reference)) return components[0];
  const index = memberOf(reference, 'index');
  if (typeof index === 'number' && index >= 0) return components[index + 1];
  const [guid, name] = [textOf(memberOf(reference, 'guid')), textOf(memberOf(reference, 'name'))];
  return (
    components.find((component) => (guid !== null && component.guid === guid) || (guid === null && name !== null && component.name === name)) ?? components[0]
  );
}

function agrees(id: string, ruleId: string | null): boolean {
  return ruleId === null || id === ruleId || id.startsWith(`${ruleId}/`);
}

/** At most ten levels: ids of more are paths, and no hierarchy. */
function hierarchy(id: string): string[] {
  const parts = id.split('/', 11);
  if (parts.length > 10) return [id];
  return parts.map((_, index) => parts.slice(0, parts.length - index).join('/'));
}

function overridesOf(invocation: unknown, components: readonly Component[]): Map<JsonObject, string> {
  const levels = new Map<JsonObject, string>();
  for (const override of listOf(memberOf(invocation, 'ruleConfigurationOverrides'))) {
    const descriptor = memberOf(override, 'descriptor');
    const rule = referred(
      { id: textOf(memberOf(descriptor, 'id')), index: memberOf(descriptor, 'index'), component: memberOf(descriptor, 'toolComponent') },
      components,
    );
    const level = textOf(memberOf(memberOf(override, 'configuration'), 'level'));
    if (rule && level !== null) levels.set(rule, level);
  }
  return levels;
}

import type { JsonObject } from '../../input/json-shape.ts';
import { isObject, listOf, memberOf, textOf } from '../../input/json-shape.ts';

/** How a result or an override names a rule: `reportingDescriptorReference` of the standard, as it is written. */
interface Reference {
  readonly id: unknown;
  readonly index: unknown;
  readonly guid: unknown;
  readonly component: unknown;
}

/** The driver or an extension. */
interface Component {
  readonly rules: readonly unknown[];
  readonly byId: ReadonlyMap<string, JsonObject>;
}

/**
 * Finds the rules of one run: by index in the component that is named (else the driver), unless that contradicts the id; by id, where
 * `a/b/c` falls back on `a/b` and `a`, in that component and then in any; by guid. Look-ups do not grow with the number of rules.
 */
export function sarifRules(run: JsonObject): (reference: Reference) => JsonObject | null {
  const tool = memberOf(run, 'tool');
  const values = [memberOf(tool, 'driver'), ...listOf(memberOf(tool, 'extensions'))];
  const components = values.map((value): Component => ({ rules: listOf(memberOf(value, 'rules')), byId: keyed(listOf(memberOf(value, 'rules')), 'id') }));
  const named = new Map<string, Component>();
  values.forEach((value, index) => {
    const component = components[index];
    for (const name of ['name', 'guid']) {
      const text = textOf(memberOf(value, name));
      if (component && text !== null && !named.has(`${name} ${text}`)) named.set(`${name} ${text}`, component);
    }
  });
  const all = components.flatMap((component) => component.rules);
  const anywhere = [keyed(all, 'id')];
  const byGuid = keyed(all, 'guid');
  return ({ id, index, guid, component }) => {
    const own = componentOf(component, { components, named });
    const indexed = own && typeof index === 'number' && index >= 0 ? own.rules[index] : undefined;
    const byIndex = isObject(indexed) ? indexed : null;
    const name = textOf(id);
    // An index that contradicts the id: several converters drop rules and keep the old indices. So the id decides where it is known.
    if (byIndex && (name === null || agrees(name, textOf(memberOf(byIndex, 'id'))))) return byIndex;
    const byName = name === null ? null : firstOf(name, own ? [own.byId, ...anywhere] : anywhere);
    return byName ?? byIndex ?? byGuid.get(textOf(guid) ?? '') ?? null;
  };
}

function keyed(rules: readonly unknown[], member: 'id' | 'guid'): Map<string, JsonObject> {
  const found = new Map<string, JsonObject>();
  for (const rule of rules) {
    const key = textOf(memberOf(rule, member));
    if (key !== null && isObject(rule) && !found.has(key)) found.set(key, rule);
  }
  return found;
}

function componentOf(
  reference: unknown,
  { components, named }: { components: readonly Component[]; named: ReadonlyMap<string, Component> },
): Component | undefined {
  if (!isObject(reference)) return components[0];
  const index = memberOf(reference, 'index');
  if (typeof index === 'number' && index >= 0) return components[index + 1];
  const guid = textOf(memberOf(reference, 'guid'));
  return named.get(guid === null ? `name ${textOf(memberOf(reference, 'name')) ?? ''}` : `guid ${guid}`) ?? components[0];
}

function agrees(id: string, ruleId: string | null): boolean {
  return ruleId === null || id === ruleId || id.startsWith(`${ruleId}/`);
}

/** At most ten levels: ids of more are paths, and no hierarchy. */
function firstOf(id: string, maps: readonly ReadonlyMap<string, JsonObject>[]): JsonObject | null {
  const parts = id.split('/', 11);
  const names = parts.length > 10 ? [id] : parts.map((_, index) => parts.slice(0, parts.length - index).join('/'));
  for (const name of names) {
    const owner = maps.find((map) => map.has(name));
    if (owner) return owner.get(name) ?? null;
  }
  return null;
}

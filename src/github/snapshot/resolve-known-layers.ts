import type { LoadedPlaybook } from '../../core/playbook/parse-playbook.ts';
import { type PolicyLayers, resolvePolicy } from '../../core/policy/resolve-policy.ts';

type Resolved = ReturnType<typeof resolvePolicy>;

/** For each playbook that is loaded; of an installation's repositories most have the texts of a few. */
const mostKnown = 100;
const resolved = new WeakMap<LoadedPlaybook, Map<string, Resolved>>();

/** `resolvePolicy`, which depends on nothing else: a process resolves the same texts once, and not at each look. */
export function resolveKnownLayers(layers: PolicyLayers): Resolved {
  const { loaded, organisation, repository } = layers;
  const known = resolved.get(loaded) ?? new Map<string, Resolved>();
  resolved.set(loaded, known);
  const name = JSON.stringify([organisation, repository]);
  const found = known.get(name);
  // What was used last is dropped last.
  known.delete(name);
  const result = found ?? resolvePolicy(layers);
  known.set(name, result);
  for (const oldest of known.keys()) {
    if (known.size <= mostKnown) break;
    known.delete(oldest);
  }
  return result;
}

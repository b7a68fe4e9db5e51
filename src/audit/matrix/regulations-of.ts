import type { Policy } from '../../core/policy/policy.ts';

/** The firm's own policies: compliance items of the playbook that name no regulation. */
export const internal = 'internal';
/** What no regulation asks for, and the method does. */
export const method = 'method';

export interface RegulationMap {
  /** Every regulation that the playbook knows, in its order, then the internal policies, then the method. */
  readonly regulations: readonly string[];
  readonly of: (criterion: string) => readonly string[];
  /** Whether it is asked for here: the configuration names it, or it is none of a public authority's. */
  readonly applies: (regulation: string) => boolean;
}

/** Which regulations ask for a criterion: those that it names, and those of the compliance items that rest on it. */
export function regulationsOf({ playbook, regulations: asked }: Pick<Policy, 'playbook' | 'regulations'>): RegulationMap {
  const named = new Map<string, Set<string>>();
  const add = (criterion: string, regulations: readonly string[]): void => {
    const known = named.get(criterion) ?? new Set();
    for (const regulation of regulations) known.add(regulation);
    named.set(criterion, known);
  };
  for (const { id, regulations = [] } of playbook.criteria) if (regulations.length > 0) add(id, regulations);
  for (const { kind, criteria, regulations = [internal] } of playbook.items) if (kind === 'compliance') for (const id of criteria) add(id, regulations);
  const known = new Set([...named.values()].flatMap((each) => [...each]));
  const regulations = [...[...known].filter((each) => each !== internal), ...(known.has(internal) ? [internal] : []), method];
  return {
    regulations,
    of: (criterion) => regulations.filter((each) => named.get(criterion)?.has(each) ?? each === method),
    applies: (regulation) => regulation === internal || regulation === method || asked.includes(regulation),
  };
}

import { phaseKey, sprintKey } from '../backlog/milestone-key.ts';
import { attestationsOf } from '../people/command-authorities.ts';
import type { Policy } from '../policy/policy.ts';
import { isOpen } from '../report/outcome-signs.ts';
import type { GateEntry } from '../verdict/gate-entry.ts';
import type { ExplainedGate, Offers } from './explained-pull.ts';

// What a form can hold, and a person look through.
const mostCriteria = 150;
const mostComponents = 24;

/** What may be supposed under a policy; of criteria those that do not hold. */
export function offersOf(policy: Policy, gates: readonly ExplainedGate[]): Offers {
  const { playbook, text, components } = policy;
  const known = new Set(playbook.criteria.map(({ id }) => id));
  const open = new Map(gates.flatMap(({ verdict }) => openIn(verdict, known)));
  const failing = new Set(gates.flatMap(({ verdict }) => openIds(verdict)).map((id) => id.slice(id.lastIndexOf('.') + 1)));
  const first = components.toSorted((a, b) => Number(failing.has(b.id)) - Number(failing.has(a.id)));
  const sprints = playbook.blocks.flatMap(({ id, sprints: own }) => own.map((sprint) => ({ sprint, title: text.blocks[id]?.title ?? id })));
  return {
    checkpoints: playbook.checkpoints.map(({ id }) => ({ id, title: text.checkpoints[id]?.title ?? id })),
    criteria: [...open].slice(0, mostCriteria).map(([id, title]) => ({ id, title, attestable: attestationsOf(policy, id).length > 0 })),
    components: first.slice(0, mostComponents).map(({ id, floor }) => ({ id, floor })),
    more: { criteria: Math.max(0, open.size - mostCriteria), components: Math.max(0, components.length - mostComponents) },
    milestones: [
      ...sprints.map(({ sprint, title }) => ({ id: sprintKey(sprint), title: `${text.sprint} ${sprint}: ${title}` })),
      ...playbook.phases.map(({ id }) => ({ id: phaseKey(id), title: text.phases[id]?.title ?? id })),
    ],
    labels: policy.release.labels,
  };
}

function openIn(node: GateEntry, known: ReadonlySet<string>): (readonly [string, string])[] {
  if (!isOpen(node.verdict)) return [];
  if (known.has(node.id)) return [[node.id, node.title]];
  return node.children.flatMap((child) => openIn(child, known));
}

function openIds(node: GateEntry): string[] {
  return isOpen(node.verdict) ? [node.id, ...node.children.flatMap(openIds)] : [];
}

import { describeAuthority } from '../people/describe-authority.ts';
import { attestationsOf } from '../people/command-authorities.ts';
import { checkpointAuthority } from '../people/checkpoint-authority.ts';
import { unitNodeId } from '../gates/readiness/unit-nodes.ts';
import type { GateKind } from '../playbook/playbook-schema.ts';
import { walkRule } from '../playbook/walk-rule.ts';
import type { CarryLimits, ConfigLayer, Policy } from '../policy/policy.ts';
import { enforcementText } from '../policy/enforcement-in.ts';
import { carryText } from '../policy/weaken-carry.ts';
import { voidRuleText } from '../policy/void-rule.ts';
import { percentText } from '../policy/percent.ts';
import type { GateVerdict, Verdict } from '../verdict/verdict.ts';

/** A value of the policy that a verdict rests on. `from` is null where no layer set one. */
export interface RestsOn {
  readonly path: string;
  readonly value: string | null;
  readonly from: ConfigLayer | null;
  readonly locked: boolean;
}

type Value = readonly [path: string, value: string | null];

/** The values of the policy behind a gate's verdict, and the layer that each comes from. What is not judged now is left out. */
export function restsOn(policy: Policy, verdict: GateVerdict): RestsOn[] {
  const kind = policy.playbook.gates.find(({ id }) => id === verdict.gate)?.kind;
  const judged = new Set(idsOf(verdict));
  const values: Value[] = [[`enforce.${verdict.gate}`, enforcementText(policy, verdict.gate)], ...(kind ? valuesOf(kind, policy, judged) : [])];
  const byPath = new Map(values);
  return [...byPath].map(([path, value]) => ({ path, value, from: value === null ? null : originOf(policy, path), locked: isLocked(policy, path) }));
}

function idsOf(node: Verdict): string[] {
  return node.verdict === 'not-applicable' ? [] : [node.id, ...node.children.flatMap(idsOf)];
}

function valuesOf(kind: GateKind, policy: Policy, judged: ReadonlySet<string>): Value[] {
  if (kind === 'coverage') return coverageValues(policy);
  if (kind === 'checkpoint') return checkpointValues(policy, judged);
  if (kind === 'policy')
    return [
      ['freeze', policy.freeze.map(({ from, to }) => `${from}..${to}`).join(', ')],
      ...(policy.freezeLabel === undefined ? [] : [['freezeLabel', policy.freezeLabel] satisfies Value]),
    ];
  const criteria = criteriaValues(policy, judged);
  if (kind !== 'readiness') return criteria;
  const units = (policy.release.units ?? []).filter(({ id }) => judged.has(unitNodeId(id)));
  return [
    ['release.target', policy.release.target],
    ...units.map(({ id, components }): Value => [`release.units.${id}.components`, components.join(', ')]),
    ...criteria,
  ];
}

function coverageValues(policy: Policy): Value[] {
  const { total, threshold } = policy.coverage;
  return [
    ['coverage.total', `${percentText(total.floor)} %`],
    ['coverage.strict', String(total.strict)],
    ...policy.components.map(({ id, floor }): Value => [`components.${id}.coverage.target`, `${percentText(floor)} %`]),
    ...dropValue('coverage.threshold', threshold),
    ...carryValues(policy),
    ...policy.components.flatMap((component) =>
      component.threshold === threshold ? [] : dropValue(`components.${component.id}.coverage.threshold`, component.threshold),
    ),
  ];
}

function dropValue(path: string, points: number | undefined): Value[] {
  return points === undefined ? [] : [[path, `${percentText(points)} %`]];
}

/** Where something is carried forward; what a component takes over stands there. */
function carryValues({ coverage, components }: Policy): Value[] {
  const general = carryText(coverage.carryForward);
  const own = components.filter(({ carryForward }) => carryText(carryForward) !== general);
  return [
    ...(coverage.carryForward ? limitValues('coverage.carryForward', coverage.carryForward) : []),
    ...own.flatMap(({ id, carryForward }) => limitValues(`components.${id}.coverage.carryForward`, carryForward)),
  ];
}

function limitValues(path: string, limits: CarryLimits | undefined): Value[] {
  if (!limits) return [[path, 'false']];
  return [
    [`${path}.days`, String(limits.days)],
    [`${path}.commits`, String(limits.commits)],
  ];
}

function checkpointValues(policy: Policy, judged: ReadonlySet<string>): Value[] {
  const { start, sprintDays } = policy.schedule;
  const signed = policy.playbook.checkpoints
    .filter(({ id }) => judged.has(id))
    .flatMap(({ id }): Value[] => [authorityValue(policy, checkpointAuthority(policy, id)), ...voidValue(policy, id)]);
  return [
    ['schedule.start', start],
    ['schedule.sprint', `${sprintDays}d`],
    ...(policy.planning ? [['planning.unplanned', policy.planning.unplanned] satisfies Value] : []),
    ...signed,
  ];
}

function voidValue({ voids }: Policy, checkpoint: string): Value[] {
  const rule = voids?.[checkpoint];
  return rule ? [[`checkpoints.${checkpoint}.void`, voidRuleText(rule)]] : [];
}

function criteriaValues(policy: Policy, judged: ReadonlySet<string>): Value[] {
  const binding = policy.playbook.criteria.filter(({ id }) => judged.has(id));
  if (binding.length === 0) return [];
  const scope: Value[] = [
    ['tier', String(policy.tier)],
    ['product', policy.products.join(', ')],
  ];
  const figures = binding.flatMap(({ rule }) => walkRule(rule).flatMap((leaf) => parametersIn(leaf.rule)));
  const attesters = binding.flatMap(({ id }) => attestationsOf(policy, id).map(({ authority }) => authority));
  return [
    ...scope,
    ...figures.map((id): Value => [`parameters.${id}`, textOf(policy.parameters[id])]),
    ...attesters.map((authority) => authorityValue(policy, authority)),
  ];
}

/** The parameters that a rule names, as the figure that it compares with or as the one that must be set. */
function parametersIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    if (key !== 'parameter') return parametersIn(inner);
    if (typeof inner === 'string') return [inner];
    return typeof inner === 'object' && inner !== null && 'set' in inner ? [String(inner.set)] : [];
  });
}

function textOf(value: number | string | boolean | null | undefined): string | null {
  return value === null || value === undefined || value === '' ? null : String(value);
}

function authorityValue(policy: Policy, id: string): Value {
  const rule = policy.authorities[id];
  return [`authorities.${id}`, rule ? describeAuthority(rule, policy.locale) : null];
}

/** A value may have been set as a whole by a path above it. */
function originOf(policy: Policy, path: string): ConfigLayer | null {
  const set = policy.origins[path];
  if (set !== undefined) return set;
  const above = path.lastIndexOf('.');
  return above < 0 ? null : originOf(policy, path.slice(0, above));
}

function isLocked(policy: Policy, path: string): boolean {
  return policy.locked?.some((lock) => path === lock || path.startsWith(`${lock}.`) || lock.startsWith(`${path}.`)) ?? false;
}

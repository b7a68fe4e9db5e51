import type { Playbook } from './playbook-schema.ts';
import { walkRule } from './walk-rule.ts';

/** The ids that a playbook defines, by what they name. */
export interface KnownIds {
  readonly blocks: ReadonlySet<string>;
  readonly checkpoints: ReadonlySet<string>;
  readonly authorities: ReadonlySet<string>;
  readonly gates: ReadonlySet<string>;
  readonly criteria: ReadonlySet<string>;
  readonly parameters: ReadonlySet<string>;
  readonly categories: ReadonlySet<string>;
  readonly targets: ReadonlySet<string>;
  readonly kinds: ReadonlySet<string>;
  readonly products: ReadonlySet<string>;
  readonly testTypes: ReadonlySet<string>;
  readonly phases: ReadonlySet<string>;
  readonly items: ReadonlySet<string>;
}

/** Collects the ids that other parts of the playbook may refer to. */
export function knownIds(playbook: Playbook): KnownIds {
  return {
    blocks: ids(playbook.blocks),
    checkpoints: ids(playbook.checkpoints),
    authorities: ids(playbook.authorities),
    gates: ids(playbook.gates),
    criteria: ids(playbook.criteria),
    parameters: ids(playbook.parameters),
    categories: new Set(playbook.categories),
    targets: new Set(playbook.targets),
    kinds: ids(playbook.componentKinds),
    products: new Set(playbook.products),
    testTypes: testTypesOf(playbook),
    phases: ids(playbook.phases),
    items: ids(playbook.items),
  };
}

/** Test types are named by the component kinds and by the pyramid. */
export function testTypesOf(playbook: Playbook): Set<string> {
  return new Set([...playbook.componentKinds.flatMap(({ tests }) => tests), ...playbook.pyramid.map(({ type }) => type)]);
}

/** What the rules on findings ask to be scanned. */
export function scansOf(playbook: Playbook): Set<string> {
  const leaves = playbook.criteria.flatMap(({ rule }) => walkRule(rule));
  return new Set(leaves.flatMap((leaf) => ('findings' in leaf.rule ? [leaf.rule.findings.scan] : [])));
}

/** Capabilities that rules on check runs stand for. */
export function capabilitiesOf(playbook: Playbook): Set<string> {
  const leaves = playbook.criteria.flatMap(({ rule }) => walkRule(rule));
  return new Set(leaves.flatMap((leaf) => ('checkRun' in leaf.rule ? (leaf.rule.checkRun.capability ?? []) : [])));
}

function ids(list: readonly { readonly id: string }[]): Set<string> {
  return new Set(list.map(({ id }) => id));
}

import { checkpointLabel } from '../people/checkpoint-label.ts';
import type { ItemKind } from '../playbook/playbook-schema.ts';
import type { Policy } from '../policy/policy.ts';
import { countedLabels } from '../rules/counted-labels.ts';
import { backlogWords } from './backlog-words.ts';

export interface PlannedLabel {
  readonly name: string;
  /** Six hexadecimal digits without `#`. */
  readonly color: string;
  readonly description: string;
}

/** On every issue that we seed. */
export const seedLabel = 'sprintgate';
/** On issues of other authors that `seed --adopt` took over. Only people who may triage can set a label, so it can be trusted. */
export const adoptedLabel = 'sprintgate:adopted';

/** GitHub takes at most 100 characters. */
const maxDescription = 100;
const color = '5319e7';
const countedColor = 'd4c5f9';
const colors: Readonly<Record<ItemKind, string>> = {
  block: '0e2a47',
  deliverable: '1d76db',
  checkpoint: '8250df',
  entry: '57606a',
  task: '0969da',
  control: 'b35900',
  compliance: '9a6700',
  monitor: '1a7f37',
  dashboard: '2da44e',
  training: '6639ba',
  adoption: 'bf3989',
  pilot: '0550ae',
  risk: 'cf222e',
  criterion: '218bff',
  handover: '424a53',
};

/** The label of a kind of item: `sprintgate:risk`. */
export function kindLabel(kind: ItemKind): string {
  return `${seedLabel}:${kind}`;
}

/** The labels that issues of these kinds need, those whose issues a criterion counts, and those under which a review signs: people give the latter two. */
export function backlogLabels(policy: Policy, kinds: ReadonlySet<ItemKind>): PlannedLabel[] {
  const words = backlogWords(policy.locale);
  const described = [...kinds].map((kind) => ({
    name: kindLabel(kind),
    color: colors[kind],
    description: shorten(words.labelOf(policy.text.itemKinds[kind]?.title ?? kind)),
  }));
  const counted = [...new Set(countedLabels(policy).flatMap((key) => key.split(',')))]
    .sort()
    .map((name) => ({ name, color: countedColor, description: words.labelCounted }));
  const { blocks, items } = policy.playbook;
  const withIssue = blocks.filter(({ id }) => items.some((item) => item.kind === 'checkpoint' && item.block === id));
  const reviewed = withIssue.map(({ checkpoint: id }) => ({
    name: checkpointLabel(id),
    color: colors.checkpoint,
    description: shorten(words.labelReviewed(policy.text.checkpoints[id]?.title ?? id)),
  }));
  return [{ name: seedLabel, color, description: words.label }, ...described, ...counted, ...reviewed];
}

/** The label that marks an adopted issue. */
export function adoptionLabel(policy: Policy): PlannedLabel {
  return { name: adoptedLabel, color, description: backlogWords(policy.locale).labelAdopted };
}

function shorten(text: string): string {
  return text.length <= maxDescription ? text : `${text.slice(0, maxDescription - 1)}…`;
}

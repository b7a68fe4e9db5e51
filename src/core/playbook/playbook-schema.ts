import { z } from 'zod';
import { voidSchema } from '../policy/void-rule.ts';
import { basisPoints, ruleSchema } from '../rules/rule.ts';

/** Dotted, lower case, stable for ever: it is the identity of an issue, a criterion or a receipt, whatever its title says. */
const id = z.string().regex(/^[a-z0-9]+([.-][a-z0-9]+)*$/, 'lower case words joined by . or -');
const source = z.enum(['method', 'ours']).describe('`ours` where the method leaves it open; then `reason` says why.');
const sourced = { source: source.default('method'), reason: z.string().optional() };
const facts = z
  .record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]))
  .describe('Figures and terms of the method that the words below do not repeat.');
const scope = {
  tiers: z.array(z.int().min(1).max(4)).optional().describe('Only for these tiers; left out, for all.'),
  products: z.array(id).optional().describe('Only for these product types; left out, for all.'),
  regulations: z.array(z.string()).optional().describe('Only where one of these regulations applies.'),
  kinds: z.array(id).optional().describe('Only where a component of one of these kinds is configured.'),
};

export const gateKinds = ['coverage', 'checkpoint', 'quality', 'readiness', 'policy'] as const;

export const itemKinds = [
  'block',
  'deliverable',
  'checkpoint',
  'entry',
  'task',
  'control',
  'compliance',
  'monitor',
  'dashboard',
  'training',
  'adoption',
  'pilot',
  'risk',
  'criterion',
  'handover',
] as const;

export const playbookSchema = z.strictObject({
  id,
  version: z.int().min(1),
  stage: z.strictObject({ id, after: id.nullable(), before: id.nullable() }),
  sprint: z.strictObject({ weeks: z.int().min(1).describe('Length of a sprint in weeks.') }),
  profiles: z
    .array(z.strictObject({ id, weeks: z.tuple([z.int(), z.int()]), tiers: scope.tiers, ...sourced }))
    .min(1)
    .describe('Durations that the method promises, in weeks. The first is the default.'),
  products: z.array(id).min(1),
  gates: z
    .array(z.strictObject({ id, kind: z.enum(gateKinds) }))
    .min(1)
    .describe('The checks on a pull request. The check is named `sprintgate/<id>`.'),
  componentKinds: z.array(z.strictObject({ id, floor: basisPoints, tests: z.array(id) })),
  coverage: z.strictObject({
    total: basisPoints,
    strict: z.boolean().describe('True: the total must be above its floor, not at it.'),
    totalFrom: id.describe('Block from which the total binds.'),
    smallChange: z.int().min(0).describe('Below so many coverable changed lines the patch is judged with tolerance.'),
    ...sourced,
  }),
  pyramid: z.array(z.strictObject({ type: id, share: basisPoints, scopes: z.array(id) })),
  parameters: z.array(
    z.strictObject({
      id,
      value: z.union([z.number(), z.string(), z.boolean()]).nullable().describe('Null: the team must set it; until then its criteria cannot be evaluated.'),
      unit: z.string().optional(),
      ...sourced,
    }),
  ),
  authorities: z.array(z.strictObject({ id, tiers: scope.tiers, ...sourced })).describe('Who is asked to sign; the config names the people.'),
  targets: z.array(id).min(1).describe('What one can be ready for, earliest first.'),
  blocks: z.array(z.strictObject({ id, sprints: z.array(z.int().min(0)).min(1), checkpoint: id })).min(1),
  checkpoints: z.array(
    z.strictObject({
      id,
      block: id,
      authority: id,
      kind: z.enum(['review', 'measurement']),
      criteria: z.array(id).default([]),
      void: voidSchema.optional(),
      ...sourced,
    }),
  ),
  categories: z.array(id).min(1).describe('By which the readiness report is grouped.'),
  criteria: z.array(
    z.strictObject({
      id,
      category: id,
      block: id,
      target: id,
      gate: id.optional().describe('Gate that judges it on every pull request; left out, readiness alone.'),
      ...scope,
      rule: ruleSchema,
      ...sourced,
      onlyPerson: z.string().optional().describe('Why only a person can say so, for a rule that rests on attestation alone.'),
    }),
  ),
  checklists: z.array(z.strictObject({ id, groups: z.array(z.strictObject({ id, criteria: z.array(id).min(1) })).min(1) })),
  areas: z
    .array(
      z.strictObject({
        id,
        checklist: id.optional().describe('The criteria of this checklist.'),
        categories: z.array(id).optional().describe('The criteria of these categories.'),
        gates: z.array(id).optional().describe('The criteria that these gates judge.'),
        criteria: z
          .array(z.string().regex(/^[a-z0-9.*-]+$/))
          .optional()
          .describe('These criteria; `tests.*` stands for all whose id begins like this.'),
        items: z.array(z.enum(itemKinds)).optional().describe('The criteria of the items of these kinds or, with `count: issues`, their issues.'),
        count: z.literal('issues').optional().describe('Counts the closed issues of the items.'),
        each: z.enum(['regulation', 'phase']).optional().describe('A row for each regulation that applies, or for each pilot phase.'),
      }),
    )
    .optional()
    .describe('The rows of the readiness report, in their order. A criterion may count in several. Left out: the categories.'),
  phases: z.array(z.strictObject({ id, weeks: z.int().min(1), target: id, facts: facts.default({}) })).describe('Pilot phases; each is a milestone.'),
  items: z.array(
    z.strictObject({
      id,
      kind: z.enum(itemKinds),
      block: id.optional(),
      sprint: z.int().min(0).optional().describe('Sprint whose milestone holds it; left out, the first of its block.'),
      phase: id.optional(),
      parent: id.optional(),
      ...scope,
      criteria: z.array(id).default([]),
      facts: facts.default({}),
      ...sourced,
    }),
  ),
  notes: z.array(z.strictObject({ id, facts: facts.default({}) })).describe('What the method says that is neither work nor a demand.'),
  contradictions: z.array(
    z.strictObject({
      id,
      parameters: z.array(id).default([]),
      settings: z.array(z.string()).optional().describe('Fields of this file that hold a side of it, e.g. `coverage.strict`.'),
    }),
  ),
  elements: z
    .array(
      z.strictObject({
        number: z.int().min(1),
        id,
        parts: z.array(
          z.strictObject({
            id,
            at: z
              .array(z.string().regex(/^(item|criterion|parameter|note|checkpoint|block|gate|kind|profile|phase|checklist|pyramid|authority|stage):\S+$/))
              .min(1),
          }),
        ),
      }),
    )
    .default([])
    .describe('Every part of the method and where it lives here.'),
});

export type Playbook = z.output<typeof playbookSchema>;
export type GateKind = (typeof gateKinds)[number];
export type ItemKind = (typeof itemKinds)[number];
export type Criterion = Playbook['criteria'][number];
export type Item = Playbook['items'][number];
export type Block = Playbook['blocks'][number];
export type Checkpoint = Playbook['checkpoints'][number];

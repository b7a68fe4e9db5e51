import { z } from 'zod';

const titled = z.strictObject({ title: z.string().min(1), body: z.string().optional() });
const byId = z.record(z.string(), titled);

/** The words of a playbook in one language. Every language has the same keys. */
export const playbookTextSchema = z.strictObject({
  locale: z.enum(['es', 'en']),
  title: z.string(),
  goal: z.string(),
  sprint: z.string().describe('Word for a sprint, e.g. Sprint.'),
  blocks: byId.describe('Title: the focus of the block.'),
  checkpoints: byId,
  authorities: byId,
  gates: byId,
  componentKinds: byId,
  testTypes: byId,
  targets: byId,
  categories: byId,
  criteria: z.record(z.string(), titled.extend({ why: z.string().optional().describe('Why only a person can say so.') })),
  checklists: byId.describe('Keys: the checklist, and `<checklist>.<group>` for its groups.'),
  areas: byId.optional().describe('Names of the rows of the readiness report.'),
  phases: byId,
  items: z.record(z.string(), titled.extend({ done: z.array(z.string()).default([]).describe('When the item is done, as a task list.') })),
  itemKinds: byId,
  facts: z.record(z.string(), z.string()).describe('Labels of the facts of items, phases and notes.'),
  values: z
    .record(z.string(), z.string())
    .optional()
    .describe('Words for values of facts, by fact and value, e.g. `impact.high`; a value without a word is shown as it is.'),
  parameters: byId,
  profiles: byId,
  notes: byId,
  contradictions: byId,
  elements: z.record(z.string(), z.string()).describe('Names of the elements of the method.'),
});

export type PlaybookText = z.output<typeof playbookTextSchema>;
export type Locale = PlaybookText['locale'];

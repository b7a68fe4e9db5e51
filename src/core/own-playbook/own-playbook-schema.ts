import { z } from 'zod';
import { playbookSchema } from '../playbook/playbook-schema.ts';
import { playbookTextSchema } from '../playbook/text-schema.ts';

const { shape } = playbookSchema;
const off = z.literal(true).optional().describe('True: switched off, with every reference to it. Shown as a weakening where it asked for something.');

/** Words that are changed or added; a field that is left out stays as it is. */
const words = z.record(z.string(), z.strictObject({ title: z.string().min(1), body: z.string(), why: z.string(), done: z.array(z.string()) }).partial());

const texts = z
  .strictObject({
    componentKinds: words,
    testTypes: words,
    categories: words,
    authorities: words,
    checkpoints: words,
    criteria: words,
    items: words,
    parameters: words,
    facts: playbookTextSchema.shape.facts,
    values: z.record(z.string(), z.string()),
  })
  .partial();

/** A playbook that a repository makes of another: only what differs is written. An entry with a known id changes it, one with a new id is added. */
export const ownPlaybookSchema = z.strictObject({
  extends: z
    .string()
    .regex(/^[a-z0-9]+([.-][a-z0-9]+)*@[1-9]\d*$/, 'write a playbook and its version, such as construir@1')
    .describe('The playbook that this one changes, e.g. construir@1.'),
  coverage: shape.coverage.partial().optional().describe('Total floor, whether it is strict, from which block, and what a small change is.'),
  componentKinds: z
    .array(shape.componentKinds.element.partial().required({ id: true }))
    .optional()
    .describe('Coverage floors and required test types of kinds of components.'),
  parameters: z
    .array(shape.parameters.element.partial().required({ id: true }))
    .optional()
    .describe('Figures of the method, and own ones.'),
  categories: z.array(z.string()).optional().describe('Further groups of the readiness report.'),
  authorities: z
    .array(shape.authorities.element.partial().required({ id: true }))
    .optional()
    .describe('Who is asked to sign; the configuration names the people.'),
  checkpoints: z
    .array(shape.checkpoints.element.partial().required({ id: true }))
    .optional()
    .describe('Who signs a checkpoint, and what it lists.'),
  criteria: z
    .array(shape.criteria.element.partial().required({ id: true }).extend({ off }))
    .optional()
    .describe('Criteria that are changed, added or switched off.'),
  items: z
    .array(shape.items.element.partial().required({ id: true }).extend({ off }))
    .optional()
    .describe('Planned issues that are changed, added or left out.'),
  texts: z
    .strictObject({ es: texts.optional(), en: texts.optional() })
    .optional()
    .describe('The words, by language; where one is missing the other stands in.'),
});

export type OwnPlaybook = z.output<typeof ownPlaybookSchema>;

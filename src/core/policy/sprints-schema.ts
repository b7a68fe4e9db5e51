import { z } from 'zod';
import { say } from './config-values.ts';

/** `sprints:` of a configuration. */
export const sprintsSchema = z
  .strictObject(
    {
      review: z
        .boolean(say('boolean'))
        .describe('At the end of a sprint its review is posted: on the checkpoint’s issue where a block ends, else on the planning issue. Default: true.'),
      retrospective: z.boolean(say('boolean')).describe('At the end of a sprint an issue for its retrospective is opened. Default: true.'),
      planning: z.boolean(say('boolean')).describe('At the start of a sprint its planning issue is opened, with what is proposed for it. Default: true.'),
      rollover: z
        .enum(['move', 'ask', 'leave'], say('rollover'))
        .describe(
          'What becomes of items that a sprint leaves open: move them to the next one, ask with the command that does it, or leave them. Default: ask.',
        ),
      digest: z.boolean(say('boolean')).describe('One comment on the planning issue, rewritten each morning, says how the sprint stands. Default: false.'),
    },
    say('map'),
  )
  .partial()
  .describe('What happens on GitHub at the turn of a sprint, once the plan is seeded.');

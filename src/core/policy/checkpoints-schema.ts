import { z } from 'zod';
import { id, say } from './config-values.ts';
import { voidPattern } from './void-rule.ts';

/** `checkpoints:` of a configuration. */
export const checkpointsSchema = z
  .record(
    id,
    z
      .strictObject(
        {
          void: z
            .string(say('void'))
            .regex(voidPattern, say('void'))
            .describe(
              "Whether its sign-off has to be given anew: never, on-merge (once anything is merged) or after days such as 90d. Default: the playbook's, else never.",
            ),
          components: z.array(id, say('list')).describe('With on-merge: only what is merged to these components voids it. Default: whatever is merged.'),
        },
        say('map'),
      )
      .partial(),
    say('map'),
  )
  .describe('How long the sign-off of a checkpoint counts, by checkpoint.');

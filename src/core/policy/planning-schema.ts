import { z } from 'zod';
import { loginSchema } from './authority-schema.ts';
import { say } from './config-values.ts';

/** `planning:` of a configuration. */
export const planningSchema = z
  .strictObject(
    {
      unplanned: z
        .enum(['allow', 'warn', 'block'], say('unplanned'))
        .describe(
          'A pull request without a milestone of the plan that closes no issue of the plan: allow, warn (the checkpoint check says so) or block. Default: allow.',
        ),
      exempt: z.array(loginSchema, say('list')).describe('Authors whose pull requests need no plan. Default: dependabot[bot] and renovate[bot].'),
    },
    say('map'),
  )
  .partial()
  .describe('Whether work must be planned.');

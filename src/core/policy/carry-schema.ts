import { z } from 'zod';
import { say } from './config-values.ts';

/** One list of commits from GitHub holds a hundred: the one where a branch left its base, and 99 before it. */
const mostCommits = 99;
const mostDays = 90;

const limits = z.strictObject(
  {
    days: z.int(say('carry')).min(1, say('carry')).max(mostDays, say('carry')).describe('How many days old it may be, from 1 to 90.'),
    commits: z
      .int(say('carry'))
      .min(0, say('carry'))
      .max(mostCommits, say('carry'))
      .describe('How many commits of the base branch may have come after it, up to where the branch left its base, from 0 to 99.'),
  },
  say('carry'),
);

/** How old evidence may be that stands in for a component of which a commit has none; false: none may. */
export const carrySchema = z.union([z.literal(false), limits], say('carry'));

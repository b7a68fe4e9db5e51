import { z } from 'zod';
import { id, name, pattern, say } from './config-values.ts';

/** `release.units`: parts of a monorepo that are released by themselves. */
export const releaseUnits = z
  .record(
    id,
    z.strictObject(
      {
        heads: z.array(pattern, say('list')).optional().describe('Head branches of its own releases, e.g. ["release-please--*--api"]. Default: none.'),
        labels: z.array(name, say('list')).optional().describe('Labels of its own releases. Default: none.'),
        components: z.array(id, say('list')).min(1, say('list')).describe('The components that its releases are judged by.'),
      },
      say('map'),
    ),
    say('map'),
  )
  .describe('Parts that are released by themselves, each with its own report and verdict. Default: none, everything is released together.');

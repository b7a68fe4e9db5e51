import { z } from 'zod';
import { packedBase } from './packed-base.ts';

const whole = z.int().min(0);
const text = z.string().max(10_000);

const count = z
  .strictObject({ covered: whole, total: whole })
  .refine(({ covered, total }) => covered <= total, 'no more is covered than there is')
  .nullable();

const measures = { lines: count, branches: count, functions: count, statements: count, instructions: count };

const packedFile = z.strictObject({
  path: text,
  group: text.exactOptional(),
  lines: z.string().describe('Base64 of varints: for each line its distance to the one before, and its hits.'),
  statements: z.string().exactOptional().describe('Base64 of varints: six a block, start lines as distances.'),
  totals: z.strictObject(measures),
});

/** A coverage report whose lines and statements are texts. */
export const packedCoverageSchema = z.strictObject({
  ...packedBase,
  kind: z.literal('coverage'),
  totals: z.strictObject({ ...measures, files: whole.nullable() }),
  files: z.array(packedFile).max(1_000_000),
  sources: z.array(text).max(100_000).exactOptional(),
});

export type PackedCoverage = z.output<typeof packedCoverageSchema>;

import { z } from 'zod';

const text = z.string().max(10_000);

/** What every packed report has. */
export const packedBase = {
  file: text,
  format: z.string().max(100),
  outcome: z.enum(['ok', 'empty', 'reject', 'tool-error']),
  flags: z.array(text).max(10_000),
  error: z.strictObject({ message: text, line: z.int().min(0).exactOptional() }).exactOptional(),
  tool: text.exactOptional(),
  madeAt: text.exactOptional(),
};

import { z } from 'zod';
import { identitySchema, provenanceSchema } from './head-schemas.ts';

/** What is known of a sealed bundle without opening it, as it is kept. */
export const sealedHeadSchema = z.strictObject({
  /** Version of the sealing: what another one sealed cannot be opened here. */
  sealed: z.literal(1),
  identity: identitySchema,
  provenance: provenanceSchema,
  completedAt: z.string().max(100),
  readerVersion: z.int(),
});

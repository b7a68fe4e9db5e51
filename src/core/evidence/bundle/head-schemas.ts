import { z } from 'zod';

const whole = z.int().min(0);
const text = z.string().max(10_000);

export const identitySchema = z.strictObject({
  repositoryId: whole,
  headSha: text,
  testedSha: text,
  testedTree: text.nullable(),
  baseSha: text.nullable(),
  workflowPath: text,
  event: text,
  job: text,
  uploadName: text,
  runId: whole,
  runAttempt: whole,
});

export const provenanceSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('self-reported'), why: text.optional() }),
  z.strictObject({ kind: z.literal('verified'), jobWorkflowRef: text }),
]);

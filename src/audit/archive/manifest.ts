import { z } from 'zod';

const digest = z.string().regex(/^[0-9a-f]{64}$/);
const head = z.strictObject({ seq: z.int().min(1), digest });

export const manifestSchema = z.strictObject({
  format: z.literal('sprintgate-audit-bundle'),
  version: z.literal(1),
  /** The version of the tool that made the bundle. */
  madeBy: z.string(),
  repository: z.strictObject({ id: z.int(), name: z.string().nullable() }),
  release: z.strictObject({
    pull: z.int(),
    title: z.string(),
    url: z.string(),
    commit: z.string(),
    base: z.string(),
    verdict: z.string(),
    asked: z.string().nullable(),
  }),
  decided: z.strictObject({ at: z.string(), ...head.shape }),
  /** Where the ledger's part ends. */
  end: head,
  policy: digest,
  playbook: z.string(),
  engine: z.string(),
  /** The public key that signed; null where nobody did. */
  signer: z.string().nullable(),
  /** Every other file that is packed: digest and length of its packed bytes, so that none of them is free. */
  files: z.array(z.strictObject({ path: z.string(), bytes: z.int().min(0), packed: z.strictObject({ bytes: z.int().min(0), sha256: digest }) })),
});

/** What is in a bundle, and how it is packed. */
export type Manifest = z.infer<typeof manifestSchema>;

export const bundlePaths = {
  manifest: 'MANIFEST.json',
  sums: 'SHA256SUMS',
  signature: 'SHA256SUMS.sig',
  ledger: 'ledger.jsonl',
  keys: 'keys/keys.json',
  readiness: 'readiness.json',
  policy: 'policy/policy.json',
} as const;

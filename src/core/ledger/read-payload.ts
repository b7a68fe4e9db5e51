import { z } from 'zod';

const schema = z.looseObject({
  decision: z
    .looseObject({ policy: z.string().nullish(), decisions: z.array(z.looseObject({ id: z.string() })).optional() })
    .nullish()
    .catch(null),
  snapshots: z.array(z.string()).optional().catch([]),
});

/** What verifying looks at of what an entry says. */
export interface LedgerPayload {
  readonly value: unknown;
  readonly snapshots: readonly string[];
  /** The digest of the policy that a decision rests on. */
  readonly policy: string | null;
  /** Decisions of people that it records. */
  readonly decisions: readonly { readonly id: string }[];
}

/** Reads what an entry says; null when it was erased or is no JSON. */
export function readPayload(text: string | null): LedgerPayload | null {
  const value = jsonOf(text);
  if (value === undefined) return null;
  const parsed = schema.safeParse(value);
  if (!parsed.success) return { value, snapshots: [], policy: null, decisions: [] };
  const { decision, snapshots = [] } = parsed.data;
  return { value, snapshots, policy: decision?.policy ?? null, decisions: decision?.decisions ?? [] };
}

function jsonOf(text: string | null): unknown {
  try {
    return text === null ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

import { z } from 'zod';
import type { AuthorityRule } from '../policy/policy.ts';
import type { Decision } from './decision.ts';

const person = z.strictObject({ id: z.int(), login: z.string(), type: z.enum(['User', 'Bot', 'Mannequin', 'Organization']) });

const leaf = z.strictObject({
  teams: z.array(z.string()).exactOptional(),
  users: z.array(z.string()).exactOptional(),
  roles: z.array(z.string()).exactOptional(),
  count: z.int().min(1),
});
const rule: z.ZodType<AuthorityRule> = z.lazy(() => z.union([z.strictObject({ all: z.array(rule) }), z.strictObject({ any: z.array(rule) }), leaf]));

const proof = z.strictObject({
  authority: z.string(),
  rule: rule.exactOptional(),
  via: z.array(z.strictObject({ kind: z.enum(['team', 'user', 'role']), name: z.string() })),
  checkedAt: z.iso.datetime({ offset: true }),
});

const scope = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('component'), component: z.string().min(1) }),
  z.strictObject({ kind: z.literal('pull'), pull: z.int().min(1) }),
  z.strictObject({ kind: z.literal('release'), release: z.string().min(1) }),
]);

/** The shape of a decision as it stands in a receipt: what we read back is checked like any other input. */
export const decisionSchema: z.ZodType<Decision> = z.strictObject({
  id: z.string().min(1),
  kind: z.enum(['approve', 'approve-with-conditions', 'reject', 'attest', 'waive', 'revoke', 'override', 'baseline', 'hold', 'unhold']),
  repository: z.int(),
  unit: z.string(),
  subject: z.string().min(1),
  by: person,
  at: z.iso.datetime({ offset: true }),
  proof,
  source: z.strictObject({ commentId: z.int(), bodyHash: z.string(), line: z.int(), issue: z.int(), url: z.string() }),
  commits: z.strictObject({ from: z.string().nullable(), to: z.string() }),
  reason: z.string().nullable(),
  link: z.string().nullable(),
  until: z.iso.datetime({ offset: true }).nullable(),
  due: z.iso.datetime({ offset: true }).exactOptional(),
  conditions: z.array(z.string()),
  scope: scope.exactOptional(),
  control: z.string().exactOptional(),
});

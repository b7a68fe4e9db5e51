import { seedLabel } from '../../core/backlog/backlog-labels.ts';
import type { Key } from '../../core/keys/key.ts';
import type { Enforcement } from '../../core/enforce/enforcement.ts';
import type { OverwrittenCheck } from '../../core/enforce/overwritten-check.ts';
import type { Decision } from '../../core/people/decision.ts';
import type { Write } from '../../core/plan/write.ts';
import type { Policy, PolicyState } from '../../core/policy/policy.ts';
import { expiryNotices, nextRegisterLook } from '../../core/register/expiry-notices.ts';
import { findRegister, planRegister } from '../../core/register/plan-register.ts';
import type { RegisterFacts } from '../../core/register/register-facts.ts';
import { renderRegister } from '../../core/register/render-register.ts';
import type { IssueFacts, RepositoryFacts } from '../../core/snapshot/facts.ts';
import { announce } from '../../telemetry/announce.ts';
import { carryOut, type Hands } from './carry-out.ts';

/** What keeping the register in step needs of the world. */
export interface RegisterPorts extends Hands {
  readonly repository: RepositoryFacts;
  readonly readPolicy: () => Promise<PolicyState>;
  readonly decisions: () => Promise<readonly Decision[]>;
  readonly openPulls: () => Promise<readonly number[]>;
  /** Checks of ours that somebody wrote over, as they were recorded. */
  readonly overwritten: () => Promise<readonly OverwrittenCheck[]>;
  /** All issues of ours; null where they may not be read. */
  readonly ownIssues: (policy: Policy) => Promise<readonly IssueFacts[] | null>;
  readonly readEnforcement: (policy: Policy) => Promise<Enforcement | null>;
  /** Marker ids of our comments on an issue; null when it is gone. */
  readonly ownMarkers: (issue: number) => Promise<ReadonlySet<string> | null>;
  readonly wakeAt: (key: Key, at: string) => Promise<void>;
}

/**
 * Keeps the one issue that lists what people accepted, and says seven days before that something is about to end. A
 * repository in which nobody accepted anything and nothing is seeded costs no request beyond its configuration.
 */
export async function reconcileRegister(ports: RegisterPorts, key: Extract<Key, { kind: 'register' }>, subject: string): Promise<void> {
  const state = await ports.readPolicy();
  if (state.kind !== 'in-force' || !ports.repository.hasIssues) return;
  const { policy } = state;
  const own = await ports.ownIssues(policy);
  if (own === null) return;
  const facts = await readFacts(ports, policy, own);
  const carry = (writes: readonly Write[]) => carryOut(ports, { repository: ports.repository, subject, writes, decision: { policy: policy.digest } });
  const at = nextRegisterLook(facts);
  if (at !== null) await ports.wakeAt(key, at);
  announce({ what: 'step', key: subject, step: 'wake-set' });
  await carry(planRegister(policy, findRegister(policy, own), renderRegister(facts)));
  const failures: unknown[] = [];
  for (const notice of await noticeWrites(ports, facts)) await carry([notice]).catch((error: unknown) => failures.push(error));
  // One that GitHub refuses, as on an issue that is locked, holds none of the others up.
  if (failures.length > 0) throw failures[0];
}

/** Whether the gates hold is asked only where it is told: beside decisions, or once the plan is seeded. Before that the onboarding issue says so. */
async function readFacts(ports: RegisterPorts, policy: Policy, own: readonly IssueFacts[]): Promise<RegisterFacts> {
  const facts: RegisterFacts = {
    now: ports.now(),
    policy,
    repository: ports.repository,
    decisions: await ports.decisions(),
    seeded: own,
    openPulls: await ports.openPulls(),
    overwritten: await ports.overwritten(),
  };
  const isSeeded = own.some(({ labels }) => labels.includes(seedLabel));
  return renderRegister(facts) === '' && !isSeeded ? facts : { ...facts, enforcement: await ports.readEnforcement(policy) };
}

/** A notice that stands already, also from before a kill or a restart, is not written again. */
async function noticeWrites(ports: RegisterPorts, facts: RegisterFacts): Promise<Write[]> {
  const writes: Write[] = [];
  const read = new Map<number, ReadonlySet<string> | null>();
  for (const { issue, markerId, body } of expiryNotices(facts)) {
    const markers = read.has(issue) ? (read.get(issue) ?? null) : await ports.ownMarkers(issue);
    read.set(issue, markers);
    if (markers !== null && !markers.has(markerId)) writes.push({ do: 'create-comment', issue, body, markerId });
  }
  return writes;
}

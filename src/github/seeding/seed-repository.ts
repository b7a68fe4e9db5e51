import { estimateSeeding, type SeedingEstimate } from '../../core/backlog/estimate-seeding.ts';
import { planSeeding, type SeedingOptions, type SeedingPlan } from '../../core/backlog/plan-seeding.ts';
import type { SeedNotice } from '../../core/backlog/seed-notice.ts';
import type { SeedIssue, SeedSnapshot } from '../../core/backlog/seed-snapshot.ts';
import type { GitHub } from '../client.ts';
import { applySeeding, type SeedProgress } from './apply-seeding.ts';
import type { ContentBudget } from './content-budget.ts';
import { readSeedSnapshot, type SeedReading } from './read-seed-snapshot.ts';
import { SeedingInterrupted, type SkippedWrite } from './seeding-interrupted.ts';

export interface SeedingInput extends SeedReading {
  readonly budget: ContentBudget;
  readonly options?: SeedingOptions;
  /** Told each plan, with how long it will take; the plan is carried out once this has ended well. */
  readonly onPlan?: (plan: SeedingPlan, estimate: SeedingEstimate) => void | Promise<void>;
  readonly onProgress?: (progress: SeedProgress) => void;
  readonly signal?: AbortSignal;
}

export interface SeedingReport {
  /** How many writes were made, over all rounds. */
  readonly writes: number;
  readonly notices: readonly SeedNotice[];
  readonly skipped: readonly SkippedWrite[];
}

/** So often the world is read again after a write with an unknown outcome. */
const rounds = 6;
/** GitHub may need a moment until a list shows what was just written. */
const settle = 5_000;

/**
 * Brings a repository to its plan: read, plan, apply. After a write whose outcome nobody knows it reads the repository again
 * and plans anew, so that nothing is created twice. Throws what it cannot mend.
 */
export async function seedRepository(github: GitHub, input: SeedingInput): Promise<SeedingReport> {
  const created: SeedIssue[] = [];
  const skipped: SkippedWrite[] = [];
  let writes = 0;
  for (let round = 0; ; round += 1) {
    const { look, ...reading } = { ...input, adopt: input.options?.adopt ?? false };
    // Later rounds look again: it is what they are for.
    const snapshot = withCreated(await readSeedSnapshot(github, round === 0 && look ? { ...reading, look } : reading), created);
    const plan = planSeeding(input.policy, snapshot, input.options);
    await input.onPlan?.(plan, estimateSeeding(plan.writes, input.budget.limits ?? undefined, input.budget.past()));
    try {
      const result = await applySeeding(github, plan.writes, { ...input, issues: snapshot.issues });
      return { writes: writes + result.done, notices: plan.notices, skipped: [...skipped, ...result.skipped] };
    } catch (error) {
      if (!(error instanceof SeedingInterrupted) || error.kind !== 'ambiguous' || round >= rounds) throw error;
      created.push(...error.result.created);
      skipped.push(...error.result.skipped);
      writes += error.result.done;
      await input.budget.clock.sleep(settle * 2 ** round, input.signal);
    }
  }
}

/** A list that lags behind must not hide what we know we created: that would make a duplicate. */
function withCreated(snapshot: SeedSnapshot, created: readonly SeedIssue[]): SeedSnapshot {
  const listed = new Set(snapshot.issues.map((issue) => issue.number));
  const missing = created.filter((issue) => !listed.has(issue.number)).map((issue) => ({ ...issue, hasParent: issue.hasParent ?? false }));
  return missing.length === 0 ? snapshot : { ...snapshot, issues: [...snapshot.issues, ...missing] };
}

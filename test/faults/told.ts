import type { JobCounts } from '../../src/engine/count-jobs.ts';

/** How the app's last line begins when it is killed at a place that it was told. */
export const killedAt = 'killed at ';

/** A place at which the app is to be killed: at the n-th time (from 1) that it announces this. */
export interface ArmedStep {
  readonly step: string;
  readonly occurrence: number;
}

/** What the fault suite asks of the app's process. */
export type Asked =
  | { readonly ask: 'counts' }
  /** Whatever waits for its time need not wait any longer: the database's clock cannot be moved. */
  | { readonly ask: 'hurry' }
  /** Hours pass: what GitHub's limits put off is due, and the limits are over. */
  | { readonly ask: 'wait' }
  /** Nobody was heard for a minute: what is under way is given to others. */
  | { readonly ask: 'silence' }
  | { readonly ask: 'sweep' }
  /** The world's time, and by how many milliseconds the machine's clock is wrong. */
  | { readonly ask: 'clock'; readonly now: string; readonly wrongBy: number }
  | { readonly ask: 'disk'; readonly full: boolean }
  | { readonly ask: 'arm'; readonly at: readonly ArmedStep[] };

export type Counts = JobCounts & { readonly deliveries: number; readonly putOff: number };

/** What the app's process says by itself, or answers to the question of that number. */
export type Told =
  | { readonly told: 'ready' }
  | { readonly told: 'step'; readonly step: string }
  | { readonly told: 'answer'; readonly to: number; readonly counts: Counts | null; readonly error: string | null };

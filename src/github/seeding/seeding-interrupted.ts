import type { SeedIssue } from '../../core/backlog/seed-snapshot.ts';
import type { Write } from '../../core/plan/write.ts';

/** A link that GitHub refused. The issue is there; only its parent is missing. */
export interface SkippedWrite {
  readonly write: Write;
  readonly reason: string;
}

export interface ApplyResult {
  /** How many writes were made. */
  readonly done: number;
  /** The issues that were created, as GitHub answered them. */
  readonly created: readonly SeedIssue[];
  readonly skipped: readonly SkippedWrite[];
}

/**
 * Seeding stopped before its end. `ambiguous`: nobody knows whether the write was made; read again and converge, never repeat it
 * blindly. `refused`: GitHub said no, and will again until somebody acts. `aborted`: we were asked to stop.
 */
export class SeedingInterrupted extends Error {
  override readonly name = 'SeedingInterrupted';
  readonly kind: 'ambiguous' | 'refused' | 'aborted';
  readonly write: Write;
  /** What was done before. */
  readonly result: ApplyResult;

  constructor(kind: SeedingInterrupted['kind'], message: string, at: { write: Write; result: ApplyResult; cause?: unknown }) {
    super(message, { cause: at.cause });
    this.kind = kind;
    this.write = at.write;
    this.result = at.result;
  }
}

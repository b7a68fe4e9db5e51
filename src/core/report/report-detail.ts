/** How much a report tells. It shrinks step by step until it fits: what repeats goes first, what blocks stays. */
export interface ReportDetail {
  /** Rows of what blocks that are in sight, over all who act. */
  readonly blockers: number;
  /** Rows of each of them that are folded away. */
  readonly folded: number;
  /** What a checklist lists: every box with why, every box, those that are open, or its count alone. */
  readonly checklists: 'reasons' | 'boxes' | 'open' | 'counts';
  /** Whether criteria that are not asked are named, or counted. */
  readonly leftOut: 'named' | 'counted';
}

export const leastDetail: ReportDetail = { blockers: 10, folded: 10, checklists: 'counts', leftOut: 'counted' };

export const reportDetails: readonly ReportDetail[] = [
  { blockers: 10, folded: 40, checklists: 'reasons', leftOut: 'named' },
  { blockers: 10, folded: 30, checklists: 'boxes', leftOut: 'named' },
  { blockers: 10, folded: 20, checklists: 'open', leftOut: 'counted' },
  leastDetail,
];

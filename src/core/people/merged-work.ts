/** A pull request that was merged, with the people whose work it is, by numeric id. */
export interface MergedPull {
  readonly number: number;
  readonly mergedAt: string;
  readonly author: number;
  readonly pushers: readonly number[];
  readonly committers: readonly number[];
  /** Description of its milestone, in which our marker names the sprint; null without a milestone. */
  readonly milestoneDescription: string | null;
}

export interface MergedWork {
  readonly pulls: readonly MergedPull[];
  /** Who pushed to the default branch without a pull request, and when. */
  readonly directPushes: readonly { readonly userId: number; readonly at: string }[];
}

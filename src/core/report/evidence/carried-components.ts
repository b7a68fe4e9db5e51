import { dayIn } from '../../calendar/calendar-day.ts';
import { isExpectedUpload } from '../../evidence/bundle/expected-uploads.ts';
import { carriedUntil } from '../../gates/coverage/carry/carried-age.ts';
import { coverageContext } from '../../gates/coverage/coverage-context.ts';
import type { GateInput } from '../../gates/gate-input.ts';
import type { Component } from '../../policy/policy.ts';

/** A component whose coverage is that of an earlier commit. Days are of the schedule's time zone. */
export interface CarriedComponent {
  readonly id: string;
  readonly kind: string;
  readonly sha: string;
  /** Day of that commit. */
  readonly day: string;
  /** Commits of the base branch since it. */
  readonly commits: number;
  /** Last day on which it may stand in. */
  readonly until: string | null;
}

/** The components whose coverage stands on carried evidence, in the configuration's order. */
export function carriedComponents(input: GateInput): CarriedComponent[] {
  const { policy, pull } = input;
  if (!pull.earlier || policy.components.every(({ carryForward }) => carryForward === undefined)) return [];
  return coverageContext(input).states.flatMap(({ figures: { component }, state }) => {
    const from = state.kind === 'measured' ? state.carried : undefined;
    const commit = pull.earlier?.find(({ sha }) => sha === from?.sha);
    if (!from || !commit) return [];
    const { id, kind } = component;
    const end = untilOf(input, component, commit);
    const until = end === null ? null : dayIn(policy.schedule.timezone, end);
    return [{ id, kind, sha: from.sha, commits: from.commits, day: dayIn(policy.schedule.timezone, commit.committedAt), until }];
  });
}

function untilOf({ policy, snapshot }: GateInput, component: Component, commit: { readonly sha: string; readonly committedAt: string }): string | null {
  const { carryForward: limits } = component;
  const kept = snapshot.earlier?.find(({ sha }) => sha === commit.sha)?.evidence.bundles ?? [];
  const bundles = kept.filter(({ identity }) => isExpectedUpload(policy, component, identity.uploadName));
  return limits ? carriedUntil(commit, { bundles, limits }) : null;
}

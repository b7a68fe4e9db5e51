import { currentSprint } from '../../calendar/sprint-calendar.ts';
import { readMarked } from '../../markers/marker.ts';
import { milestonePlace } from '../../people/milestone-place.ts';
import type { Policy } from '../../policy/policy.ts';
import type { IssueFacts, MilestoneFacts, PullFacts } from '../../snapshot/facts.ts';

/** The sprint whose demands a pull request meets. */
export interface PullSprint {
  readonly sprint: number;
  /** Which of the rules decided. `open-item`: an earlier sprint than today's, for an item there that is still open. */
  readonly because: 'milestone' | 'issue' | 'open-item' | 'calendar' | 'phase';
  /** Set for work of a pilot phase, which comes after the last sprint. */
  readonly phase: string | null;
}

export interface PullSprintInput {
  readonly policy: Policy;
  readonly pull: PullFacts;
  readonly now: string;
  readonly seeded: readonly IssueFacts[];
  readonly milestones: readonly MilestoneFacts[];
}

/**
 * Finds a pull request's sprint: by its milestone, else by the latest of the issues it closes, else by today; never earlier
 * than today's, since an earlier milestone must buy nothing. The one way back is to close an item that we seeded for that
 * sprint and that is still open: else a late team could never finish the work that its checkpoint waits for.
 */
export function pullSprint(input: PullSprintInput): PullSprint {
  const { policy, pull } = input;
  const today = currentSprint(policy, input.now);
  const chosen = chosenSprint(input);
  if (chosen?.kind === 'phase') return { sprint: lastSprint(policy), because: 'phase', phase: chosen.phase };
  if (chosen === null) return { sprint: today, because: 'calendar', phase: null };
  if (blockOf(policy, chosen.sprint) >= blockOf(policy, today)) return { sprint: chosen.sprint, because: chosen.because, phase: null };
  const open = openItems(input);
  const latest = Math.max(chosen.sprint, ...open);
  const allOpen = open.length > 0 && open.length === pull.closes.length;
  if (allOpen && blockOf(policy, latest) < blockOf(policy, today)) return { sprint: latest, because: 'open-item', phase: null };
  return { sprint: today, because: 'calendar', phase: null };
}

/** Whether the plan knows the work: by a milestone of ours, its own or that of an issue it closes, or by an open item that it closes. */
export function isPlanned(input: PullSprintInput): boolean {
  return chosenSprint(input) !== null;
}

type Chosen =
  { readonly kind: 'sprint'; readonly sprint: number; readonly because: 'milestone' | 'issue' } | { readonly kind: 'phase'; readonly phase: string };

function chosenSprint(input: PullSprintInput): Chosen | null {
  const { policy, pull } = input;
  const own = milestonePlace(policy, pull.milestone?.description ?? null);
  if (own) return own.kind === 'phase' ? own : { ...own, because: 'milestone' };
  const places = pull.closes.map((issue) => milestonePlace(policy, descriptionOf(input, issue)));
  const phase = places.find((place) => place?.kind === 'phase');
  if (phase?.kind === 'phase') return phase;
  const sprints = [...places.flatMap((place) => (place?.kind === 'sprint' ? [place.sprint] : [])), ...openItems(input)];
  return sprints.length === 0 ? null : { kind: 'sprint', sprint: Math.max(...sprints), because: 'issue' };
}

/**
 * Sprints of the seeded, open items that the pull request closes. The playbook's sprint counts when a person moved the
 * issue to an earlier milestone; the milestone's when it was moved to a later one.
 */
function openItems(input: PullSprintInput): number[] {
  const { policy, pull, seeded } = input;
  return pull.closes.flatMap((closed) => {
    const issue = seeded.find(({ number, state }) => number === closed.number && state === 'open');
    const marked = readMarked(issue?.body);
    const item = marked?.marker.unit === policy.unit ? policy.playbook.items.find(({ id }) => id === marked.marker.id) : undefined;
    if (!issue || !item) return [];
    const planned = item.sprint ?? policy.playbook.blocks.find(({ id }) => id === item.block)?.sprints[0];
    const place = milestonePlace(policy, descriptionOf(input, issue));
    if (planned === undefined || place?.kind === 'phase') return [];
    return [Math.max(planned, place?.sprint ?? planned)];
  });
}

function descriptionOf({ milestones }: PullSprintInput, issue: IssueFacts): string | null {
  return milestones.find(({ number }) => number === issue.milestone)?.description ?? null;
}

function blockOf(policy: Policy, sprint: number): number {
  return policy.playbook.blocks.findIndex(({ sprints }) => sprints.includes(sprint));
}

function lastSprint(policy: Policy): number {
  return Math.max(...policy.playbook.blocks.flatMap(({ sprints }) => sprints));
}

import { seedLabel } from '../backlog/backlog-labels.ts';
import type { SprintDates } from '../calendar/sprint-calendar.ts';
import { wrapMarked } from '../markers/marker.ts';
import type { Write } from '../plan/write.ts';
import { sprintSettings } from '../policy/sprints-of.ts';
import { looksBack } from './looks-back.ts';
import { planningWords } from './planning-words.ts';
import { renderPlanning } from './render-planning.ts';
import { renderRetrospective } from './render-retrospective.ts';
import { retrospectiveWords } from './retrospective-words.ts';
import { type SprintText, sprintTextId } from './sprint-ids.ts';
import { milestoneOfSprint, ownIssue, placeOfReview } from './sprint-places.ts';
import type { SprintSnapshot } from './sprint-snapshot.ts';
import type { SprintTurn } from './sprint-turn.ts';

/** GitHub refuses longer titles. */
const maxTitle = 256;

/** Opens the planning issue of the sprint of today, and the retrospective of the one that ended last. Once: who closes them wants them closed. */
export function planOpenings(snapshot: SprintSnapshot, turn: SprintTurn): Write[] {
  return [...planning(snapshot, turn), ...retrospective(snapshot, turn)];
}

function planning(snapshot: SprintSnapshot, { current }: SprintTurn): Write[] {
  const { policy } = snapshot;
  if (!sprintSettings(policy).planning || !current || !milestoneOfSprint(snapshot, current.sprint)) return [];
  const title = planningWords[policy.locale].title(current.sprint, plainFocus(snapshot, current));
  return open(snapshot, { what: 'planning', about: current, held: current, title, text: renderPlanning(snapshot, current, null) });
}

function retrospective(snapshot: SprintSnapshot, turn: SprintTurn): Write[] {
  const { policy } = snapshot;
  const past = looksBack(snapshot, turn);
  if (!sprintSettings(policy).retrospective || !past) return [];
  const { ended, current } = past;
  const review = sprintSettings(policy).review ? placeOfReview(snapshot, ended) : null;
  const title = retrospectiveWords[policy.locale].title(ended.sprint, plainFocus(snapshot, ended));
  return open(snapshot, { what: 'retrospective', about: ended, held: current ?? ended, title, text: renderRetrospective(policy, ended, review) });
}

interface Opening {
  readonly what: SprintText;
  readonly about: SprintDates;
  /** The sprint in which it is held. */
  readonly held: SprintDates;
  readonly title: string;
  readonly text: string;
}

function open(snapshot: SprintSnapshot, { what, about, held, title, text }: Opening): Write[] {
  const id = sprintTextId(what, about.sprint);
  if (ownIssue(snapshot, id)) return [];
  const body = wrapMarked(snapshot.policy.unit, id, text);
  const milestone = milestoneOfSprint(snapshot, held.sprint)?.number ?? null;
  return [{ do: 'create-issue', key: id, title: title.slice(0, maxTitle), body, labels: [seedLabel], milestone }];
}

/** A title is no Markdown. */
function plainFocus({ policy }: SprintSnapshot, { block }: SprintDates): string {
  return (policy.text.blocks[block]?.title ?? block).replace(/\s+/g, ' ').trim();
}

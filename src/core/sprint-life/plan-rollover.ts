import { commandLine } from '../backlog/command-line.ts';
import type { SprintDates } from '../calendar/sprint-calendar.ts';
import { readMarked, wrapMarked } from '../markers/marker.ts';
import type { Write } from '../plan/write.ts';
import { sprintSettings } from '../policy/sprints-of.ts';
import { escapeMarkdown, inlineCode } from '../report/markdown.ts';
import type { CommentFacts } from '../snapshot/facts.ts';
import { looksBack } from './looks-back.ts';
import { rolloverWords } from './rollover-words.ts';
import { otherSprint } from './sprint-names.ts';
import { sprintTextId } from './sprint-ids.ts';
import { milestoneOfSprint, ownComment, placeOfSprint } from './sprint-places.ts';
import type { SprintMilestone, SprintSnapshot } from './sprint-snapshot.ts';
import type { SprintTurn } from './sprint-turn.ts';
import { leftBefore } from './sprint-work.ts';

/** More than this in one turn is a plan that nobody keeps; the rest stays where it is. */
const mostMoved = 200;
const pending = /^<!-- moving:((?: \d+)+) -->\n*/m;

/**
 * Moves what ended sprints left open to the sprint of today, once at each turn: a note names it first, the moves follow, and
 * the note says when they are done. What people move back after that stays there. Never to an earlier sprint, and after the
 * last one nowhere.
 */
export function planRollover(snapshot: SprintSnapshot, turn: SprintTurn): Write[] {
  const past = looksBack(snapshot, turn);
  if (sprintSettings(snapshot.policy).rollover !== 'move' || !past?.current) return [];
  const milestone = milestoneOfSprint(snapshot, past.current.sprint);
  const place = placeOfSprint(snapshot, past.current);
  if (!milestone || milestone.state === 'closed' || place === null || !snapshot.comments.has(place)) return [];
  const note = ownComment(snapshot, place, sprintTextId('rollover', past.current.sprint));
  return note ? goOn(snapshot, { note, milestone, place, sprint: past.current.sprint }) : begin(snapshot, past.current, place);
}

function begin(snapshot: SprintSnapshot, { sprint }: SprintDates, place: number): Write[] {
  const { policy } = snapshot;
  const left = leftBefore(snapshot, sprint).slice(0, mostMoved);
  const [first] = left;
  if (!first) return [];
  const say = rolloverWords[policy.locale];
  const text = [
    `<!-- moving:${left.map(({ issue }) => ` ${issue.number}`).join('')} -->`,
    `## ${say.title(sprint)}`,
    say.moved(left.length, sprint),
    left.map(({ issue, sprint: from }) => `- #${issue.number} ${escapeMarkdown(issue.title)} (${say.from(from)})`).join('\n'),
    say.back(inlineCode(commandLine('move', `#${first.issue.number} ${policy.locale === 'es' ? 'a' : 'to'} ${otherSprint(policy, sprint)}`, policy.locale))),
  ].join('\n\n');
  const markerId = sprintTextId('rollover', sprint);
  return [{ do: 'create-comment', issue: place, body: wrapMarked(policy.unit, markerId, text), markerId }];
}

interface Noted {
  readonly note: CommentFacts;
  readonly milestone: SprintMilestone;
  readonly place: number;
  readonly sprint: number;
}

/** The moves that the note still owes, and with the last of them the note without its list. */
function goOn(snapshot: SprintSnapshot, { note, milestone, place, sprint }: Noted): Write[] {
  const text = readMarked(note.body)?.text ?? '';
  const owed = pending.exec(text)?.[1];
  if (owed === undefined) return [];
  const numbers = new Set([...owed.matchAll(/\d+/g)].map(([number]) => Number(number)));
  const moves = leftBefore(snapshot, sprint)
    .filter(({ issue }) => numbers.has(issue.number))
    .map(({ issue }): Write => ({ do: 'update-issue', key: `rollover.${issue.number}`, number: issue.number, milestone: milestone.number }));
  const markerId = sprintTextId('rollover', sprint);
  return [
    ...moves,
    { do: 'update-comment', issue: place, comment: note.id, body: wrapMarked(snapshot.policy.unit, markerId, text.replace(pending, '')), markerId },
  ];
}

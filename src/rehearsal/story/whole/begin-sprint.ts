import type { SprintDates } from '../../../core/calendar/sprint-calendar.ts';
import { readMarked } from '../../../core/markers/marker.ts';
import { sprintTextId } from '../../../core/sprint-life/sprint-ids.ts';
import { goTo, type Play } from '../play.ts';
import { look } from './look.ts';
import { wholeWords } from './whole-words.ts';

/** A sprint begins: the app looks back on the one before and proposes what comes next; at the start of a block the team commits to it. */
export async function beginSprint(play: Play, dates: SprintDates): Promise<void> {
  const { stage, cast, repository, policy } = play;
  if (dates.sprint === 0) return;
  goTo(play, dates.start);
  const beginsBlock = policy.playbook.blocks.some(({ sprints }) => sprints[0] === dates.sprint);
  // What ran out meanwhile is found by a sweep, which the app makes each hour of real time.
  if (beginsBlock) await stage.app.engine.sweep();
  await look(play);
  if (!beginsBlock) return;
  const planning = [...repository.issues.values()].find(({ body }) => readMarked(body)?.marker.id === sprintTextId('planning', dates.sprint));
  const [signer] = cast.signersOf(policy.authorities['architecture-review'] ?? null);
  if (!planning || signer === undefined) return;
  stage.github.people.comment({ repository, as: signer, number: planning.number, body: wholeWords[policy.locale].commit });
  await stage.settle();
}

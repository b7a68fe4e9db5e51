import { addDays, daysBetween } from '../../../core/calendar/calendar-day.ts';
import { type SprintDates, sprintCalendar } from '../../../core/calendar/sprint-calendar.ts';
import type { Standing } from '../../../core/standing/standing.ts';
import { goTo, issueOf, type Play } from '../play.ts';
import { sprintMilestone } from '../sprint-milestone.ts';
import { homeOf, tellPull, type Told } from '../told.ts';
import { closeItems, openItems } from './close-items.ts';
import { endBlock, lateSprint, signBlock } from './end-block.ts';
import { judge, look } from './look.ts';
import { beginSprint } from './begin-sprint.ts';
import { weakFirst } from './weak-first.ts';
import { measure, mergeSprintPull, openSprintPull, type SprintState } from './sprint-pull.ts';
import { sprintWork } from './sprint-work.ts';
import { wholeWords } from './whole-words.ts';

/** Its checkpoint is signed with the release. */
const lastSprint = 16;

/** One sprint, from its turn to its last day: planned, worked at an uneven pace, merged, and signed where its block ends. */
export async function* playSprint(play: Play, sprint: number): AsyncGenerator<Told> {
  const dates = datesOf(play, sprint);
  const days = daysBetween(dates.start, dates.end);
  await beginSprint(play, dates);
  const planned = openItems(play, sprintMilestone(play.repository, sprint)).length;
  const due = Math.round(planned * (sprintWork[sprint]?.done ?? 1));
  goTo(play, addDays(dates.start, 2 + (sprint % 3)));
  let closed = closeItems(play, sprint, due * 0.3);
  await play.stage.settle();
  goTo(play, addDays(dates.start, Math.round(days / 2) - 1 + (sprint % 2)));
  yield* work(play, sprint);
  closed += closeItems(play, sprint, due * (sprint % 2 === 0 ? 0.25 : 0.45));
  await play.stage.settle();
  await judge(play);
  goTo(play, addDays(dates.end, -3));
  closed += closeItems(play, sprint, sprint === lastSprint ? planned : due - closed);
  await measure(play, { sprint });
  const standing = await look(play);
  yield tellSprint(play, { sprint, closed, standing });
  if (sprint < lastSprint && isLast(play, dates)) yield* endBlock(play, dates, standing);
}

export function datesOf({ policy }: Play, sprint: number): SprintDates {
  const dates = sprintCalendar(policy).find((each) => each.sprint === sprint);
  if (!dates) throw new RangeError(`there is no sprint ${sprint}`);
  return dates;
}

/** The pull request of the sprint; what stops it is dealt with. */
async function* work(play: Play, sprint: number): AsyncGenerator<Told> {
  const state: SprintState = { sprint };
  if (sprint === 3) yield* weakFirst(play, state);
  else {
    const pull = openSprintPull(play, state);
    await play.stage.settle();
    if (sprint === lateSprint + 1) {
      yield tellPull(play, pull, { scene: 'early', gateKind: 'checkpoint' });
      yield await signBlock(play, blockOf(play, lateSprint), await look(play));
    }
    const merged = await mergeSprintPull(play, pull, state);
    if (!merged || sprint === lateSprint + 1)
      yield tellPull(play, pull, { scene: 'late', gateKind: 'checkpoint', facts: { merged: merged ? play.cast.lead : '' } });
  }
  if (sprint === 4) yield* dealWithRisk(play);
}

async function* dealWithRisk(play: Play): AsyncGenerator<Told> {
  const { stage, cast, repository, policy } = play;
  const risk = issueOf(play, 'risk.integration-issues');
  if (!risk) return;
  stage.github.people.comment({ repository, as: cast.lead, number: risk.number, body: wholeWords[policy.locale].riskDealtWith });
  stage.github.people.close({ repository, as: cast.lead, number: risk.number, reason: 'completed' });
  await stage.settle();
  yield { scene: 'risk', facts: { title: risk.title }, check: null, path: `${homeOf(play)}/issues/${risk.number}` };
}

function blockOf(play: Play, sprint: number): string {
  return datesOf(play, sprint).block;
}

function isLast({ policy }: Play, { sprint, block }: SprintDates): boolean {
  return policy.playbook.blocks.find(({ id }) => id === block)?.sprints.at(-1) === sprint;
}

function tellSprint(play: Play, { sprint, closed, standing }: { readonly sprint: number; readonly closed: number; readonly standing: Standing }): Told {
  const milestone = sprintMilestone(play.repository, sprint);
  const left = openItems(play, milestone).length;
  return { scene: 'sprint', facts: { sprint, closed, left, percent: standing.percent }, check: null, path: `${homeOf(play)}/milestone/${milestone}` };
}

import { pilotCalendar, sprintCalendar } from '../calendar/sprint-calendar.ts';
import type { Policy } from '../policy/policy.ts';
import { escapeMarkdown, renderProse } from '../report/markdown.ts';
import { backlogWords } from './backlog-words.ts';
import { phaseKey, sprintKey } from './milestone-key.ts';

/** One milestone of the plan. */
export interface PlannedMilestone {
  readonly key: string;
  readonly title: string;
  readonly startsOn: string;
  /** `YYYY-MM-DD`: the last day of the sprint or phase. */
  readonly dueOn: string;
  /** Its description without markers; the planned dates stand in it, so that a date that a person changed is recognised. */
  readonly text: string;
}

/** The milestones of all sprints and then of the pilot phases, with the dates of the schedule. */
export function backlogMilestones(policy: Policy): PlannedMilestone[] {
  return [...sprintMilestones(policy), ...pilotMilestones(policy)];
}

function sprintMilestones(policy: Policy): PlannedMilestone[] {
  const { playbook, text } = policy;
  const words = backlogWords(policy.locale);
  return sprintCalendar(policy).map(({ sprint, block, start, end }) => {
    const focus = text.blocks[block]?.title ?? block;
    const found = playbook.blocks.find((candidate) => candidate.id === block);
    const ends = found?.sprints.at(-1) === sprint;
    const checkpoint = text.checkpoints[found?.checkpoint ?? '']?.title ?? found?.checkpoint ?? '';
    const lines = [words.planned(start, end), ...(ends && checkpoint !== '' ? [words.endsWith(escapeMarkdown(checkpoint))] : [])];
    return { key: sprintKey(sprint), title: `${text.sprint} ${sprint} · ${focus}`, startsOn: start, dueOn: end, text: lines.join('\n\n') };
  });
}

function pilotMilestones(policy: Policy): PlannedMilestone[] {
  const { playbook, text } = policy;
  const words = backlogWords(policy.locale);
  return pilotCalendar(policy).map(({ phase, start, end }) => {
    const facts = Object.entries(playbook.phases.find((candidate) => candidate.id === phase)?.facts ?? {});
    const lines = facts.map(([key, value]) => `- ${escapeMarkdown(text.facts[key] ?? key)}: ${renderProse([value].flat().map(String).join(', '))}`);
    return {
      key: phaseKey(phase),
      title: words.pilotMilestone(text.phases[phase]?.title ?? phase),
      startsOn: start,
      dueOn: end,
      text: [words.planned(start, end), ...(lines.length === 0 ? [] : [lines.join('\n')])].join('\n\n'),
    };
  });
}

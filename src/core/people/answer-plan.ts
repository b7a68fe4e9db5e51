import { planBacklog } from '../backlog/plan-backlog.ts';
import { renderPlan } from '../onboarding/render-preview.ts';
import { inlineCode } from '../report/markdown.ts';
import { refuse, type CommandContext, type CommandResult } from './command-context.ts';
import { isDay } from '../commands/is-day.ts';

/** The plan with its dates, for the configured start or another, where it was asked for. It changes nothing; the onboarding issue's own copy is looked at too. */
export function answerPlan(context: CommandContext): CommandResult {
  const { command, policy, words, snapshot, comment } = context;
  const start = command.text.replaceAll('`', '');
  if (start !== '' && !isDay(start)) return refuse('bad-date', words.badDate(inlineCode(start)));
  const planned = start === '' ? policy : { ...policy, schedule: { ...policy.schedule, start } };
  const request = {
    kind: 'plan',
    issue: snapshot.issue.number,
    commentId: comment.id,
    by: { id: comment.author.id, login: comment.author.login },
    argument: start,
  } as const;
  const note = start === '' ? words.planNote : words.planOther(inlineCode(start));
  return { kind: 'requested', requests: [request], text: `${renderPlan(planBacklog(planned))}\n\n${note}` };
}

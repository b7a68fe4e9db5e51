import { longestCommand } from '../commands/parse-arguments.ts';
import { inlineCode } from '../report/markdown.ts';
import { dayIn } from '../calendar/calendar-day.ts';
import { answerPlan } from './answer-plan.ts';
import { answerQuestion } from './answer-question.ts';
import { refuse, type CommandContext, type CommandResult } from './command-context.ts';
import { decideAdoption } from './decide-adoption.ts';
import { decideCheckpoint } from './decide-checkpoint.ts';
import { decideCommit } from './decide-commit.ts';
import { decideConfig } from './decide-config.ts';
import { decideCriterion } from './decide-criterion.ts';
import { decideDeploymentRejection, isAboutDeployment } from './decide-deployment-rejection.ts';
import { decideFreeze, isAboutFreeze } from './decide-freeze.ts';
import { decideMove } from './decide-move.ts';
import { decidePull } from './decide-pull.ts';
import { decideRequest } from './decide-request.ts';
import { decideRevoke } from './decide-revoke.ts';
import { isEdited } from './is-edited.ts';

/** Decides one command of a person. Questions are answered to everybody, also when the comment was edited. */
export function decideCommand(context: CommandContext): CommandResult {
  const { command, comment, words } = context;
  switch (command.name) {
    case 'help':
    case 'status':
    case 'explain':
      return answerQuestion(context);
    case 'recheck':
      return decideRequest(context);
    case 'plan':
      return answerPlan(context);
  }
  if (comment.appId !== null) return refuse('via-app', words.viaApp);
  if (isEdited(comment)) return refuse('edited', words.edited);
  const refusal = badWords(context);
  if (refusal) return refusal;
  switch (command.name) {
    case 'approve':
      return isAboutConfig(context) ? decideConfig(context) : decideCheckpoint(context);
    case 'reject':
      return isAboutDeployment(command.text) ? decideDeploymentRejection(context) : decideCheckpoint(context);
    case 'waive':
      return isAboutFreeze(command.text) ? decideFreeze(context) : decideCriterion(context);
    case 'attest':
      return decideCriterion(context);
    case 'revoke':
      return decideRevoke(context);
    case 'override':
    case 'hold':
    case 'unhold':
      return decidePull(context);
    case 'adopt':
      return decideAdoption(context);
    case 'commit':
      return decideCommit(context);
    case 'move':
      return decideMove(context);
    case 'seed':
      return decideRequest(context);
  }
}

function badWords({ command, words, policy, snapshot }: CommandContext): CommandResult | null {
  if (command.text.length + command.conditions.join('').length > longestCommand) return refuse('too-long', words.tooLong(longestCommand));
  if (command.badDate !== null) return refuse('bad-date', words.badDate(inlineCode(command.badDate)));
  const today = dayIn(policy.schedule.timezone, snapshot.now);
  if (command.until !== null && command.until < today) return refuse('past-date', words.pastDate(inlineCode(command.until)));
  return null;
}

function isAboutConfig({ command, snapshot }: CommandContext): boolean {
  return snapshot.pull !== null && /^config\b/i.test(command.text);
}

import { dayIn } from '../calendar/calendar-day.ts';
import type { Policy } from '../policy/policy.ts';
import { plainProse } from '../report/prose.ts';
import { outcomeSigns } from '../report/outcome-signs.ts';
import { formatBasisPoints } from '../gates/coverage/format-ratio.ts';
import { standingBlockers } from './standing-blockers.ts';
import { standingDay } from './standing-day.ts';
import { nextCheckpoint } from './standing-summary.ts';
import { standingWords } from './standing-words.ts';
import type { Standing, StandingCriterion } from './standing.ts';

/** Blockers that are shown; the rest is counted. */
const shown = 10;

/** How a repository stands, for a terminal: how ready it is, what blocks and who acts, coverage, and the checkpoint that comes next. */
export function renderStanding(standing: Standing, policy: Policy): string {
  const { text } = policy;
  const say = standingWords[policy.locale];
  const { percent, held, binding: of, waived, target, headSha } = standing;
  const blockers = standingBlockers(standing);
  const place = `${text.sprint} ${standing.sprint}, ${text.blocks[standing.block]?.title ?? standing.block}`;
  const coverage = Object.entries(standingDay(standing).coverage).map(([component, points]) => `${component} ${formatBasisPoints(points)}`);
  const lines = [
    `${standing.playbook} · ${place} · ${headSha.slice(0, 7)}`,
    of === 0 ? say.nothingBinds : say.ready(percent, text.targets[target]?.title ?? target, { held, of, waived }),
    ...(blockers.length === 0 ? (of === 0 ? [] : [say.nothingBlocks]) : [say.blocks(blockers.length)]),
    ...blockers.slice(0, shown).map((criterion) => blockerLine(criterion, say.actors)),
    ...(blockers.length > shown ? [`  ${say.more(blockers.length - shown)}`] : []),
    ...(coverage.length === 0 ? [] : [`${text.gates['coverage']?.title ?? 'coverage'}: ${coverage.join(' · ')}`]),
    checkpointLine(standing, policy),
  ];
  // What others wrote must not steer a terminal.
  return lines.map((line) => line.replaceAll(/[\p{Cc}\p{Cf}]/gu, ' ')).join('\n');
}

function blockerLine(
  { title, outcome, reason, next, actor }: StandingCriterion,
  actors: Readonly<Record<'team' | 'signer' | 'configuration', string>>,
): string {
  const todo = next === null ? '' : ` → ${plainProse(next)}`;
  return `  ${outcomeSigns[outcome]} ${title}: ${plainProse(reason)}${todo}${actor === null ? '' : ` (${actors[actor]})`}`;
}

function checkpointLine(standing: Standing, { text, locale }: Policy): string {
  const say = standingWords[locale];
  const next = nextCheckpoint(standing);
  if (!next) return say.allSigned;
  const title = text.checkpoints[next.id]?.title ?? next.id;
  const isLate = next.due < dayIn(standing.timezone, standing.at);
  return say.next(`${title}${next.issue === null ? '' : ` (#${next.issue})`}`, next.due, next.state === 'rejected' ? 'rejected' : isLate ? 'late' : 'open');
}

import type { Policy } from '../policy/policy.ts';
import type { Verdict } from '../verdict/verdict.ts';
import { type ProblemGroup, groupProblems } from './group-problems.ts';
import { isOpen, worstFirst } from './outcome-signs.ts';
import { type Actor, actors, problemActor } from './problem-actor.ts';
import { problemRow } from './problem-row.ts';
import type { ReportedCriterion } from './read-criteria.ts';
import { readinessReportWords } from './readiness-report-words.ts';
import { renderTable } from './render-table.ts';
import { byteLength, truncateBytes } from './truncate-bytes.ts';

/** Rows in sight, over all groups; the rest is folded. */
const shown = 10;
const maxFolded = 40;

/** The binding criteria that do not hold, by who acts and worst first, each with why and what to do. At most so many bytes. */
export function reportBlockers(criteria: readonly ReportedCriterion[], policy: Policy, maxBytes: number): string {
  const say = readinessReportWords[policy.locale];
  const open = criteria.filter(({ binding, verdict }) => binding === 'binds' && isOpen(verdict.verdict)).map(({ verdict }) => verdict);
  if (open.length === 0) return criteria.some(({ binding }) => binding === 'binds') ? `### ${say.nothingBlocks}` : '';
  const byActor = Map.groupBy(worstFirst(open, ({ verdict }) => verdict), problemActor);
  const present = actors.flatMap((actor) => {
    const verdicts = byActor.get(actor);
    return verdicts ? [{ actor, verdicts }] : [];
  });
  const heading = `### ${say.blocks(open.length)}`;
  const share = Math.floor((maxBytes - byteLength(heading)) / present.length) - 10;
  const parts = present.map((part) => actorPart(part, { policy, rows: Math.max(3, Math.floor(shown / present.length)), maxBytes: share }));
  return [heading, ...parts].join('\n\n');
}

function actorPart({ actor, verdicts }: { actor: Actor; verdicts: readonly Verdict[] }, { policy, rows, maxBytes }: { policy: Policy; rows: number; maxBytes: number }): string {
  const say = readinessReportWords[policy.locale];
  const groups = groupProblems(verdicts);
  const table = (some: readonly ProblemGroup[]): string => renderTable({ header: [say.criterion, say.why, say.todo], rows: some.map((group) => problemRow(group, policy.locale)) });
  const first = `#### ${say.actors[actor](verdicts.length)}\n\n${table(groups.slice(0, rows))}`;
  const folded = groups.slice(rows, rows + maxFolded);
  if (folded.length === 0) return truncateBytes(first, maxBytes, say.cut);
  const left = countTitles(groups.slice(rows + maxFolded));
  const rest = `<details>\n<summary>${say.moreRows(countTitles(groups.slice(rows)))}</summary>\n\n${table(folded)}${left === 0 ? '' : `\n\n${say.more(left)}`}\n\n</details>`;
  return truncateBytes(`${first}\n\n${rest}`, maxBytes, say.cut);
}

function countTitles(groups: readonly ProblemGroup[]): number {
  return groups.reduce((sum, { titles }) => sum + titles.length, 0);
}

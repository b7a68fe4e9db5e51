import type { Policy } from '../policy/policy.ts';
import type { Verdict } from '../verdict/verdict.ts';
import { type ProblemGroup, groupProblems } from './group-problems.ts';
import { isOpen, worstFirst } from './outcome-signs.ts';
import { type Actor, actors, problemActor } from './problem-actor.ts';
import { problemRow } from './problem-row.ts';
import type { ReportedCriterion } from './read-criteria.ts';
import type { ReportDetail } from './report-detail.ts';
import { markSigns } from './evidence/evidence-marks.ts';
import type { RowNotes } from './row-notes.ts';
import { readinessReportWords } from './readiness-report-words.ts';
import { renderTable } from './render-table.ts';
import { byteLength, truncateBytes } from './truncate-bytes.ts';

const maxBytes = 16_000;

export interface BlockersDetail extends Pick<ReportDetail, 'blockers' | 'folded'> {
  readonly notes: RowNotes;
}

/** The binding criteria that do not hold, by who acts and worst first, each with why and what to do. */
export function reportBlockers(criteria: readonly ReportedCriterion[], policy: Policy, detail: BlockersDetail): string {
  const say = readinessReportWords[policy.locale];
  const open = criteria.filter(({ binding, verdict }) => binding === 'binds' && isOpen(verdict.verdict)).map(({ verdict }) => verdict);
  if (open.length === 0) return '';
  const byActor = Map.groupBy(
    worstFirst(open, ({ verdict }) => verdict),
    problemActor,
  );
  const present = actors.flatMap((actor) => {
    const verdicts = byActor.get(actor);
    return verdicts ? [{ actor, verdicts }] : [];
  });
  const heading = `### ${say.blocks(open.length)}`;
  const rows = { shown: Math.max(3, Math.floor(detail.blockers / present.length)), folded: detail.folded, notes: detail.notes };
  const parts = present.map((part) => actorPart(part, policy, rows));
  return [heading, ...fitLargest(parts, maxBytes - byteLength(heading) - 2 * parts.length, say.cut)].join('\n\n');
}

interface Rows {
  readonly shown: number;
  readonly folded: number;
  readonly notes: RowNotes;
}

function actorPart({ actor, verdicts }: { actor: Actor; verdicts: readonly Verdict[] }, policy: Policy, { shown, folded: most, notes }: Rows): string {
  const say = readinessReportWords[policy.locale];
  const groups = groupProblems(verdicts);
  const table = (some: readonly ProblemGroup[]): string =>
    renderTable({ header: [say.criterion, say.why, say.todo], rows: some.map((group) => problemRow(group, policy.locale, (id) => noteOf(id, notes))) });
  const first = `#### ${say.actors[actor](verdicts.length)}\n\n${table(groups.slice(0, shown))}`;
  const folded = groups.slice(shown, shown + most);
  if (folded.length === 0) return first;
  const left = countTitles(groups.slice(shown + most));
  return `${first}\n\n<details>\n<summary>${say.moreRows(countTitles(groups.slice(shown)))}</summary>\n\n${table(folded)}${left === 0 ? '' : `\n\n${say.more(left)}`}\n\n</details>`;
}

/** The issue in which it is worked at, one click away, and whether its figure is of an earlier commit. */
function noteOf(id: string, { issues, marks }: RowNotes): string {
  const issue = issues.get(id);
  return `${marks.onCarried.has(id) ? ` ${markSigns.carried}` : ''}${issue === undefined ? '' : ` #${issue}`}`;
}

/** Shortens the largest parts until all fit: one long list does not cost the others their rows. */
function fitLargest(parts: readonly string[], maxBytes: number, notice: string): string[] {
  const bySize = parts.toSorted((a, b) => byteLength(a) - byteLength(b));
  let left = maxBytes;
  const fitted = new Map<string, string>();
  for (const [index, part] of bySize.entries()) {
    const text = truncateBytes(part, Math.floor(left / (bySize.length - index)), notice);
    left -= byteLength(text);
    fitted.set(part, text);
  }
  return parts.map((part) => fitted.get(part) ?? part);
}

function countTitles(groups: readonly ProblemGroup[]): number {
  return groups.reduce((sum, { titles }) => sum + titles.length, 0);
}

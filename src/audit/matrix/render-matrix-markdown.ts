import type { Policy } from '../../core/policy/policy.ts';
import { escapeMarkdown, inlineCode } from '../../core/report/markdown.ts';
import { renderTable } from '../../core/report/render-table.ts';
import { auditWords } from '../content/audit-words.ts';
import type { MatrixRow } from './build-matrix.ts';
import { matrixCells, regulationTitle } from './matrix-cells.ts';

/** The matrix as Markdown: a table for each regulation. */
export function renderMatrixMarkdown(rows: readonly MatrixRow[], policy: Policy): string {
  const say = auditWords[policy.locale];
  const sections = [...new Set(rows.map(({ regulation }) => regulation))].map((regulation) => {
    const own = rows.filter((row) => row.regulation === regulation);
    const title = `## ${escapeMarkdown(regulationTitle(regulation, policy))}${own.every(({ applies }) => applies) ? '' : ` (${say.notAsked})`}`;
    return `${title}\n\n${renderTable({ header: say.header.slice(1), rows: own.map((row) => markdownCells(row, policy)) })}`;
  });
  return `${[`# ${say.matrix}`, say.matrixIntro, ...sections].join('\n\n')}\n`;
}

function markdownCells(row: MatrixRow, policy: Policy): string[] {
  const [, criterion = '', title = '', binds = '', verdict = '', evidence = '', decided = '', commit = ''] = matrixCells(row, policy);
  return [inlineCode(criterion), ...[title, binds, verdict, evidence, decided].map(escapeMarkdown), inlineCode(commit.slice(0, 12))];
}

import { html } from 'hono/html';
import { type Key, parseKey } from '../../../core/keys/key.ts';
import { worstFirst } from '../../../core/report/outcome-signs.ts';
import type { LedgerLine } from '../../../store/ledger/list-newest.ts';
import type { Html } from '../../shell/html.ts';
import { outcomeMark } from '../../shell/outcome-mark.ts';
import { table } from '../../shell/table.ts';
import { moment } from '../../shell/when.ts';
import type { RepositoryCase } from '../repository-case.ts';
import { complianceWords } from './compliance-words.ts';

/** So many entries stand on a page. */
export const logPage = 20;

/** The ledger's entries, the newest first. `before`: the number that the address asks for, null for the newest. */
export function logSection(about: RepositoryCase, lines: readonly LedgerLine[], before: number | null): Html {
  const say = complianceWords[about.locale];
  const last = lines.at(-1)?.seq ?? 1;
  const columns = [say.entry, say.at, say.kind, say.subject, say.result, say.digest].map((head) => ({ head }));
  const address = `${about.home}/compliance`;
  return html`<section>
    <h2 id="log">${say.log}</h2>
    <p class="dim">${say.logText}</p>
    ${lines.length === 0 ? html`<p>${say.emptyLog}</p>` : table({ caption: say.log, headed: true, columns, rows: lines.map((line) => row(line, about)) })}
    <nav class="pager" aria-label="${say.log}">
      ${before === null ? '' : html`<a href="${address}#log">${say.newer}</a>`}
      ${last <= 1 ? '' : html`<a rel="next" href="${address}?before=${last}#log">${say.older}</a>`}
    </nav>
  </section>`;
}

function row({ seq, at, kind, subject, digest, erased, gates }: LedgerLine, about: RepositoryCase): (Html | string)[] {
  const say = complianceWords[about.locale];
  const results = gates.map(({ gate, outcomes }) => {
    const [worst] = worstFirst(outcomes, (outcome) => outcome);
    return worst === undefined ? '' : html`<span class="nowrap">${gate}: ${outcomeMark(worst, about.locale)}</span><br />`;
  });
  return [
    String(seq),
    moment(at, about),
    say.entryKinds[kind] ?? kind,
    subjectLink(subject, about),
    erased ? html`<span class="dim">${say.erased}</span>` : html`${results}`,
    html`<code title="${digest}">${digest.slice(0, 12)}</code>`,
  ];
}

function subjectLink(subject: string, { home, github }: RepositoryCase): Html {
  const key = keyOf(subject);
  if (key?.kind === 'pull') return html`<a href="${home}/pull/${key.number}">#${key.number}</a>`;
  if (key?.kind === 'issue') return html`<a href="${github}/issues/${key.number}">#${key.number}</a>`;
  // Within a repository its number says nothing.
  return html`<code>${subject.replace(/^\d+\//, '')}</code>`;
}

/** Entries of other versions may be about what we know no more. */
function keyOf(subject: string): Key | null {
  try {
    return parseKey(subject);
  } catch {
    return null;
  }
}

import { html } from 'hono/html';
import { heldPercent } from '../../../core/gates/readiness/held-percent.ts';
import { countAreas, type ReportArea } from '../../../core/report/areas/read-areas.ts';
import type { ReportedCriterion } from '../../../core/report/read-criteria.ts';
import type { StandingCriterion } from '../../../core/standing/standing.ts';
import { bar } from '../../shell/bar.ts';
import type { Html } from '../../shell/html.ts';
import { table } from '../../shell/table.ts';
import type { RepositoryCase } from '../repository-case.ts';
import { overviewWords } from './overview-words.ts';

const kinds = ['held', 'waived', 'failed', 'unknown', 'pending'] as const;
const signs: Readonly<Record<(typeof kinds)[number], string>> = { held: '✓', waived: '≈', failed: '✕', unknown: '!', pending: '●' };

/** The rows of the readiness report, as bars. */
export function areasSection(about: RepositoryCase): Html | '' {
  const { policy, locale, standing, home } = about;
  if (policy === null) return '';
  const say = overviewWords[locale];
  const closed = new Set([
    ...standing.items.flatMap(({ id, closedAt }) => (closedAt === null ? [] : [id])),
    ...standing.risks.flatMap(({ id, open }) => (open ? [] : [id])),
  ]);
  const areas = countAreas({ criteria: standing.criteria.map(reported), policy, closed });
  if (areas.length === 0) return '';
  return html`<section class="box spaced">
    <div class="body">
      ${table({
        caption: say.areas,
        columns: [{ head: say.area }, { head: say.progress }, { head: say.detail }],
        rows: areas.map((area) => [name(area, home), progress(area, about), detail(area, about)]),
      })}
    </div>
  </section>`;
}

/** As the report has it: no more of a verdict is looked at than how it came out. */
function reported({ id, title, outcome, reason, next, waived, binding, category }: StandingCriterion): ReportedCriterion {
  const waivedBy = waived && { decision: '', login: waived.by, reason: '', until: waived.until };
  return { binding, category, verdict: { id, title, verdict: outcome, code: '', reason, next, children: [], ...(waivedBy && { waivedBy }) } };
}

function name({ id, title, figures, issues }: ReportArea, home: string): Html {
  const named = issues ? html`${title}` : html`<a href="${home}/criteria?area=${encodeURIComponent(id)}">${title}</a>`;
  return figures === '' ? named : html`${named}<br /><small class="dim">${figures}</small>`;
}

function progress({ counts, binding, issues }: ReportArea, { locale }: RepositoryCase): Html {
  const [done, all] = issues ? [issues.closed, issues.all] : [counts.held + counts.waived, binding];
  if (all === 0) return html`<span class="dim">${overviewWords[locale].notYet}</span>`;
  const percent = heldPercent(done, all);
  return html`<span class="nowrap">${bar(percent)} ${percent} %</span>`;
}

function detail({ counts, binding, later, issues }: ReportArea, { locale }: RepositoryCase): Html {
  const say = overviewWords[locale];
  if (issues) return html`${say.issues(issues.closed, issues.all)}`;
  const now = binding === 0 ? [] : kinds.filter((kind) => counts[kind] > 0).map((kind) => `${signs[kind]} ${counts[kind]} ${say.kinds[kind]}`);
  return html`${[...now, ...(later === 0 ? [] : [say.later(later)])].join(' · ')}`;
}

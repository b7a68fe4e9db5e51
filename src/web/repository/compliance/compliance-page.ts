import { html } from 'hono/html';
import type { Decision } from '../../../core/people/decision.ts';
import type { LedgerLine } from '../../../store/ledger/list-newest.ts';
import type { Html } from '../../shell/html.ts';
import { prose } from '../../shell/prose.ts';
import type { RepositoryCase } from '../repository-case.ts';
import { repositoryWords } from '../repository-words.ts';
import { viewHead } from '../view-head.ts';
import { complianceWords } from './compliance-words.ts';
import { decisionSection } from './decision-section.ts';
import { logSection } from './log-section.ts';
import { promiseSections } from './promise-sections.ts';
import { regulationSection } from './regulation-section.ts';

/** What the store keeps of it beside how the repository stands. */
export interface ComplianceRecord {
  readonly decisions: readonly Decision[];
  readonly lines: readonly LedgerLine[];
  /** Numbers of pull requests that were recognised as releases. */
  readonly releases: readonly number[];
}

export interface ComplianceQuery {
  /** Page of the decisions, from 1 on. */
  readonly decisions: number;
  /** Page of what was accepted and attested, from 1 on. */
  readonly promises: number;
  /** Entries before this number; null for the newest. */
  readonly before: number | null;
}

/** For risk and compliance: what holds of each regulation, what expires, who decided what, and the log. */
export function compliancePage(about: RepositoryCase, record: ComplianceRecord, query: ComplianceQuery): Html {
  const say = complianceWords[about.locale];
  return html`${viewHead(about, 'compliance', repositoryWords[about.locale].view.compliance)} ${regulationSection(about)}
    ${promiseSections(about, query.promises)}
    <section>
      <h2>${say.explanations}</h2>
      <p>${say.explanationsText(about.standing.criteria.length)} <a href="${about.home}/criteria">${say.explanationsLink}</a></p>
    </section>
    ${decisionSection(about, record.decisions, query.decisions)} ${logSection(about, record.lines, query.before)} ${bundles(about, record.releases)}`;
}

/** The newest releases; one of long ago is found by the command. */
const shownReleases = 12;

function bundles({ home, locale }: RepositoryCase, releases: readonly number[]): Html {
  const say = complianceWords[locale];
  const newest = releases.toSorted((a, b) => b - a).slice(0, shownReleases);
  return html`<section>
    <h2 id="bundle">${say.bundle}</h2>
    <p>${prose(say.bundleText)}</p>
    ${newest.length === 0 ? html`<p class="dim">${say.noRelease}</p>` : ''}
    <ul>
      ${newest.map((pull) => html`<li><a href="${home}/bundle?release=${pull}" download>${say.release(pull)}</a></li>`)}
    </ul>
  </section>`;
}

import { html } from 'hono/html';
import type { Decision } from '../../../core/people/decision.ts';
import { oldestFirst } from '../../../core/people/standing-decisions.ts';
import { webAddress } from '../../../core/report/inert-text.ts';
import type { Html } from '../../shell/html.ts';
import { pager } from '../../shell/pager.ts';
import { table } from '../../shell/table.ts';
import { moment } from '../../shell/when.ts';
import type { RepositoryCase } from '../repository-case.ts';
import { subjectTitle } from '../repository-names.ts';
import { complianceWords } from './compliance-words.ts';

const aPage = 25;

/** What people decided, the newest first: who, as what, why, and the comment in which they did. */
export function decisionSection(about: RepositoryCase, decisions: readonly Decision[], asked: number): Html {
  const say = complianceWords[about.locale];
  const all = decisions.toSorted(oldestFirst).toReversed();
  const pages = Math.max(1, Math.ceil(all.length / aPage));
  const page = Math.min(asked, pages);
  const rows = all.slice((page - 1) * aPage, page * aPage).map((each) => row(each, all, about));
  const columns = [say.at, say.kind, say.subject, say.by, say.authority, say.why].map((head) => ({ head }));
  return html`<section>
    <h2 id="decisions">${say.decisions}</h2>
    ${all.length === 0 ? html`<p>${say.noDecisions}</p>` : table({ caption: say.decisions, headed: true, columns, rows })}
    ${pager({ page, pages, words: say, addressOf: (to) => `${about.home}/compliance?decisions=${to}#decisions` })}
  </section>`;
}

function row(decision: Decision, all: readonly Decision[], about: RepositoryCase): (Html | string)[] {
  const say = complianceWords[about.locale];
  const { kind, subject, by, at, proof, reason, source } = decision;
  // What is revoked is named by what it was about.
  const revoked = kind === 'revoke' ? all.find(({ id }) => id === subject)?.subject : undefined;
  const address = webAddress(source.url);
  const why = reason ?? decision.conditions.join('; ');
  return [
    moment(at, about),
    say.decision[kind],
    subjectTitle(about, revoked ?? subject),
    `@${by.login}`,
    about.policy?.text.authorities[proof.authority]?.title ?? proof.authority,
    html`${why} ${address === null ? '' : html`<a href="${address}" rel="noreferrer">${say.receipt}</a>`}`,
  ];
}

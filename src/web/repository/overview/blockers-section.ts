import { html, raw } from 'hono/html';
import { actors } from '../../../core/report/problem-actor.ts';
import { standingBlockers } from '../../../core/standing/standing-blockers.ts';
import type { StandingCriterion } from '../../../core/standing/standing.ts';
import type { Html } from '../../shell/html.ts';
import { outcomeMark } from '../../shell/outcome-mark.ts';
import { prose } from '../../shell/prose.ts';
import type { RepositoryCase } from '../repository-case.ts';
import { criterionTitle } from '../repository-names.ts';
import { overviewWords } from './overview-words.ts';

/** Of one actor's; the others are on the page of all criteria. */
const shown = 6;

/** What blocks, by who has to act, the worst first, each with its next step. */
export function blockersSection(about: RepositoryCase): Html {
  const { locale, home } = about;
  const say = overviewWords[locale];
  const blockers = standingBlockers(about.standing);
  const groups = actors.map((actor) => ({ actor, own: blockers.filter((each) => (each.actor ?? 'team') === actor) })).filter(({ own }) => own.length > 0);
  return html`<section>
    <h2>${say.blocks}</h2>
    ${groups.length === 0 ? html`<p>${say.nothing}</p>` : ''}
    <div class="cards wide">
      ${groups.map(
        ({ actor, own }) =>
          html`<section class="box">
            <h3>${say.actors[actor]} · ${own.length}</h3>
            ${own.slice(0, shown).map((each) => blocker(each, about))}
            ${own.length > shown ? html`<p class="row"><a href="${home}/criteria?state=open&actor=${actor}">${say.all(own.length)}</a></p>` : ''}
          </section>`,
      )}
    </div>
    <p><a href="${home}/criteria">${say.all(about.standing.criteria.length)}</a></p>
  </section>`;
}

/** One criterion: how it stands, why, and what comes next. */
function blocker(criterion: StandingCriterion, about: RepositoryCase): Html {
  const { locale, standing } = about;
  const title = criterionTitle(about, criterion);
  const judged = standing.locale === locale ? '' : raw(` lang="${standing.locale}"`);
  return html`<div class="row">
    <p>${outcomeMark(criterion.outcome, locale)} <strong${title.lang === null ? '' : raw(` lang="${title.lang}"`)}>${title.text}</strong></p>
    <p${judged}>${prose(criterion.reason)}</p>
    ${criterion.next === null ? '' : html`<p class="next"><span class="dim">${overviewWords[locale].step}:</span> <span${judged}>${prose(criterion.next)}</span></p>`}
  </div>`;
}

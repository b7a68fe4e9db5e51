import { html, raw } from 'hono/html';
import { describeRule } from '../../../core/backlog/describe-rule.ts';
import { actors } from '../../../core/report/problem-actor.ts';
import type { StandingCriterion } from '../../../core/standing/standing.ts';
import { choice } from '../../shell/choice.ts';
import type { Html } from '../../shell/html.ts';
import { outcomeMark } from '../../shell/outcome-mark.ts';
import { pager } from '../../shell/pager.ts';
import { prose } from '../../shell/prose.ts';
import { day } from '../../shell/when.ts';
import { areaMembers } from '../area-members.ts';
import { overviewWords } from '../overview/overview-words.ts';
import type { RepositoryCase } from '../repository-case.ts';
import { criterionTitle } from '../repository-names.ts';
import { criteriaAddress, type CriteriaQuery, criterionStates } from './criteria-query.ts';
import { criteriaWords } from './criteria-words.ts';

const aPage = 40;

/** All criteria with their explanations, a page at a time. */
export function criteriaPage(about: RepositoryCase, query: CriteriaQuery): Html {
  const say = criteriaWords[about.locale];
  const found = choose(about, query);
  const pages = Math.max(1, Math.ceil(found.length / aPage));
  const page = Math.min(query.page, pages);
  return html`<h1>${say.title}</h1>
    <p>${say.lead}</p>
    ${filters(about, query)}
    <p class="dim" role="status">${say.count(found.length)}</p>
    ${found.slice((page - 1) * aPage, page * aPage).map((each) => entry(each, about))}
    ${pager({ page, pages, words: say, addressOf: (to) => `${about.home}/criteria${criteriaAddress(query, to)}` })}`;
}

function choose(about: RepositoryCase, { text, state, actor, area }: CriteriaQuery): StandingCriterion[] {
  const members = area === '' || about.policy === null ? null : (areaMembers(area, about.policy) ?? new Set<string>());
  const wanted = text.toLowerCase();
  return about.standing.criteria.filter(
    (each) =>
      isIn(state, each) &&
      (actor === null || each.actor === actor) &&
      (members === null || members.has(each.id)) &&
      (wanted === '' || `${each.id} ${each.title} ${criterionTitle(about, each).text}`.toLowerCase().includes(wanted)),
  );
}

function isIn(state: CriteriaQuery['state'], { binding, outcome, waived }: StandingCriterion): boolean {
  if (state === 'all') return true;
  if (state === 'later') return binding !== 'binds';
  if (binding !== 'binds') return false;
  if (state === 'waived') return waived !== null;
  return state === 'open' ? outcome !== 'pass' : outcome === 'pass' && waived === null;
}

function filters(about: RepositoryCase, { text, state, actor, area }: CriteriaQuery): Html {
  const { locale, home } = about;
  const say = criteriaWords[locale];
  const people = overviewWords[locale].actors;
  const areas = areaChoices(about);
  return html`<form class="filters" method="get" action="${home}/criteria" role="search">
    <label>${say.search}<input type="search" name="q" value="${text}" maxlength="100" /></label>
    ${choice({ name: 'state', label: say.state, chosen: state, values: criterionStates.map((each) => [each, say.states[each]] as const) })}
    ${choice({
      name: 'actor',
      label: say.actor,
      chosen: actor ?? '',
      values: [['', say.anybody] as const, ...actors.map((each) => [each, people[each]] as const)],
    })}
    ${areas.length === 0 ? '' : choice({ name: 'area', label: say.area, chosen: area, values: [['', say.everywhere] as const, ...areas] })}
    <button>${say.show}</button>
  </form>`;
}

function areaChoices({ policy }: RepositoryCase): (readonly [string, string])[] {
  if (policy === null) return [];
  const { text, playbook, regulations } = policy;
  return (playbook.areas ?? playbook.categories.map((id) => ({ id }))).flatMap((area): (readonly [string, string])[] => {
    const title = text.areas?.[area.id]?.title ?? text.categories[area.id]?.title ?? area.id;
    if ('count' in area && area.count === 'issues') return [];
    if (!('each' in area) || area.each === undefined) return [[area.id, title]];
    if (area.each === 'regulation') return regulations.map((each) => [`${area.id}.${each}`, `${title}: ${each}`]);
    return playbook.phases.map(({ id }) => [`${area.id}.${id}`, `${title}: ${text.phases[id]?.title ?? id}`]);
  });
}

function entry(criterion: StandingCriterion, about: RepositoryCase): Html {
  const { locale, standing, policy } = about;
  const say = criteriaWords[locale];
  const title = criterionTitle(about, criterion);
  const judged = standing.locale === locale ? '' : raw(` lang="${standing.locale}"`);
  const rule = policy?.playbook.criteria.find(({ id }) => id === criterion.id)?.rule;
  const { binding, waived } = criterion;
  return html`<article class="box spaced" id="${criterion.id}">
    <h2><span${title.lang === null ? '' : raw(` lang="${title.lang}"`)}>${title.text}</span> <code>${criterion.id}</code></h2>
    <div class="row">
      <p>
        ${outcomeMark(criterion.outcome, locale)} ${binding === 'binds' ? '' : html`<span class="tag">${say.binding[binding]}</span>`}
        ${waived === null ? '' : html`<span class="tag">${say.waivedBy(waived.by)} ${day(waived.until, about)}</span>`}
      </p>
      <p${judged}>${prose(criterion.reason)}</p>
      ${criterion.next === null ? '' : html`<p class="next"><span class="dim">${overviewWords[locale].step}:</span> <span${judged}>${prose(criterion.next)}</span></p>`}
      ${rule && policy ? html`<p class="dim">${say.decided}: ${prose(describeRule(rule, policy))}</p>` : ''}
    </div>
  </article>`;
}

import { html } from 'hono/html';
import { describeRule } from '../../core/backlog/describe-rule.ts';
import type { Criterion, Item } from '../../core/playbook/playbook-schema.ts';
import { sayNumber } from '../charts/say-figure.ts';
import { choice } from '../shell/choice.ts';
import type { Html } from '../shell/html.ts';
import { pager } from '../shell/pager.ts';
import { prose } from '../shell/prose.ts';
import { table } from '../shell/table.ts';
import type { PlaybookView } from './playbook-view.ts';
import { type PlaybookSection, playbookWords } from './playbook-words.ts';
import { scopeTags } from './scope-tags.ts';

/** What somebody looks for in a list. */
export interface PlaybookQuery {
  readonly section: PlaybookSection;
  /** Ids; empty: all. */
  readonly block: string;
  readonly category: string;
  readonly page: number;
}

const aPage = 100;

/** Criteria with how each is decided, in words. */
export function criteriaSection(view: PlaybookView, query: PlaybookQuery): Html {
  const { playbook, text, locale } = view;
  const say = playbookWords[locale];
  const found = playbook.criteria.filter(({ block, category }) => fits(query.block, block) && fits(query.category, category));
  const columns = [say.title, say.from, say.target, say.onlyFor, say.decided].map((head) => ({ head }));
  return list(view, query, {
    found,
    draw: (own) => table({ caption: `${say.criteria}: ${found.length}`, columns, rows: own.map((each) => criterionRow(each, view)) }),
    categories: playbook.categories.map((id) => [id, text.categories[id]?.title ?? id] as const),
  });
}

function criterionRow(criterion: Criterion, { text, locale, rules }: PlaybookView): (Html | string)[] {
  const say = playbookWords[locale];
  const { id, block, target, rule } = criterion;
  const words = text.criteria[id];
  return [
    html`${words?.title ?? id}<br /><code>${id}</code>`,
    text.blocks[block]?.title ?? block,
    text.targets[target]?.title ?? target,
    scopeTags(criterion, text, locale),
    html`${prose(describeRule(rule, rules))}${words?.why === undefined ? '' : html`<br /><small class="dim">${say.aloneWhy}: ${words.why}</small>`}`,
  ];
}

/** What the plan seeds as issues. */
export function itemsSection(view: PlaybookView, query: PlaybookQuery): Html {
  const { playbook, text, locale } = view;
  const say = playbookWords[locale];
  const found = playbook.items.filter(({ block, kind }) => fits(query.block, block ?? '') && fits(query.category, kind));
  const kinds = [...new Set(playbook.items.map(({ kind }) => kind))];
  const columns = [say.items, say.kind, say.block, say.onlyFor, say.criteria].map((head) => ({ head }));
  return list(view, query, {
    found,
    draw: (own) => table({ caption: `${say.items}: ${found.length}`, columns, rows: own.map((each) => itemRow(each, view)) }),
    categories: kinds.map((id) => [id, text.itemKinds[id]?.title ?? id] as const),
  });
}

function itemRow(item: Item, { text, locale }: PlaybookView): (Html | string)[] {
  const { id, kind, block, phase, criteria } = item;
  return [
    html`${text.items[id]?.title ?? id}<br /><code>${id}</code>`,
    text.itemKinds[kind]?.title ?? kind,
    block === undefined ? (text.phases[phase ?? '']?.title ?? '–') : (text.blocks[block]?.title ?? block),
    scopeTags(item, text, locale),
    criteria.map((each) => text.criteria[each]?.title ?? each).join(' · '),
  ];
}

/** Figures of the method and those that it leaves to the team. */
export function parametersSection({ playbook, text, locale }: PlaybookView): Html {
  const say = playbookWords[locale];
  return table({
    caption: say.parameters,
    headed: true,
    columns: [{ head: say.parameter }, { head: say.meaning }, { head: say.value }],
    rows: playbook.parameters.map(({ id, value, unit }) => [
      html`<code>${id}</code>`,
      html`${text.parameters[id]?.title ?? id}<br /><small class="dim">${text.parameters[id]?.body ?? ''}</small>`,
      value === null ? html`<strong>${say.openValue}</strong>` : sayValue(value, unit ?? null, locale),
    ]),
  });
}

/** A parameter's value as people read it. */
export function sayValue(value: number | string | boolean, unit: string | null, locale: PlaybookView['locale']): string {
  if (typeof value === 'number') return sayNumber(value, unit, locale);
  return typeof value === 'boolean' ? playbookWords[locale].yesNo[value ? 0 : 1] : value.replaceAll('_', ' ');
}

interface Listed<T> {
  readonly found: readonly T[];
  readonly draw: (own: readonly T[]) => Html;
  /** Id and title of what one may choose besides the block. */
  readonly categories: readonly (readonly [string, string])[];
}

function list<T>(view: PlaybookView, query: PlaybookQuery, { found, draw, categories }: Listed<T>): Html {
  const { playbook, text, locale, home } = view;
  const say = playbookWords[locale];
  const pages = Math.max(1, Math.ceil(found.length / aPage));
  const page = Math.min(query.page, pages);
  const blocks = playbook.blocks.map(({ id }) => [id, text.blocks[id]?.title ?? id] as const);
  const label = query.section === 'items' ? say.kind : say.category;
  return html`<form class="filters" method="get" action="${home}">
      <input type="hidden" name="section" value="${query.section}" />
      ${choice({ name: 'block', label: say.block, chosen: query.block, values: [['', say.anyCategory] as const, ...blocks] })}
      ${choice({ name: 'category', label, chosen: query.category, values: [['', say.anyCategory] as const, ...categories] })}
      <button>${say.show}</button>
    </form>
    ${draw(found.slice((page - 1) * aPage, page * aPage))} ${pager({ page, pages, words: say, addressOf: (to) => addressOf(home, query, to) })}`;
}

function addressOf(home: string, { section, block, category }: PlaybookQuery, page: number): string {
  const given = { section, block, category, page: page === 1 ? '' : String(page) };
  return `${home}?${new URLSearchParams(Object.entries(given).filter(([, value]) => value !== ''))}`;
}

function fits(wanted: string, value: string): boolean {
  return wanted === '' || wanted === value;
}

import { html } from 'hono/html';
import { applies } from '../../../core/backlog/applies.ts';
import { describeRule } from '../../../core/backlog/describe-rule.ts';
import type { Criterion } from '../../../core/playbook/playbook-schema.ts';
import { playbookWords } from '../../playbook/playbook-words.ts';
import { scopeTags } from '../../playbook/scope-tags.ts';
import type { Html } from '../../shell/html.ts';
import { outcomeMark } from '../../shell/outcome-mark.ts';
import { prose } from '../../shell/prose.ts';
import { table } from '../../shell/table.ts';
import { criteriaWords } from '../criteria/criteria-words.ts';
import { overviewWords } from '../overview/overview-words.ts';
import { bindingWords } from './binding-words.ts';
import type { RuledCase } from '../repository-case.ts';

/** A block may be large in a playbook of somebody's own; the page of all criteria has the others. */
const most = 150;

/** What binds from one block on, what the plan has in it, and what does not apply here. */
export function blockSection(about: RuledCase, block: string): Html {
  const { policy, locale } = about;
  const { playbook, text } = policy;
  const say = bindingWords[locale];
  const words = playbookWords[locale];
  const own = playbook.criteria.filter((each) => each.block === block);
  const asked = own.filter((each) => applies(each, policy));
  const others = own.filter((each) => !applies(each, policy));
  const items = playbook.items.filter((item) => item.block === block && applies(item, policy));
  const title = say.ofBlock(text.blocks[block]?.title ?? block);
  const columns = [words.title, overviewWords[locale].state, words.target, words.decided].map((head) => ({ head }));
  return html`<section>
    <h2 id="block">${title}</h2>
    ${
      asked.length === 0
        ? html`<p>${say.nothing}</p>`
        : table({ caption: title, headed: true, columns, rows: asked.slice(0, most).map((each) => row(each, about)) })
    }
    ${asked.length > most ? html`<p><a href="${about.home}/criteria">${say.more(asked.length - most)}</a></p>` : ''}
    ${folded(
      say.items(items.length),
      items.slice(0, most).map(({ id, kind }) => html`${text.items[id]?.title ?? id} <span class="tag">${text.itemKinds[kind]?.title ?? kind}</span>`),
    )}
    ${folded(
      say.notHere(others.length),
      others.slice(0, most).map((each) => html`${text.criteria[each.id]?.title ?? each.id} ${scopeTags(each, text, locale)}`),
    )}
  </section>`;
}

function folded(summary: string, lines: readonly Html[]): Html | '' {
  if (lines.length === 0) return '';
  return html`<details>
    <summary>${summary}</summary>
    <ul>
      ${lines.map((line) => html`<li>${line}</li>`)}
    </ul>
  </details>`;
}

function row({ id, target, rule }: Criterion, { policy, standing, locale }: RuledCase): (Html | string)[] {
  const { text } = policy;
  const judged = standing.criteria.find((each) => each.id === id);
  const state =
    judged === undefined
      ? '–'
      : judged.binding === 'binds'
        ? outcomeMark(judged.outcome, locale)
        : html`<span class="tag">${criteriaWords[locale].binding[judged.binding]}</span>`;
  return [html`${text.criteria[id]?.title ?? id}<br /><code>${id}</code>`, state, text.targets[target]?.title ?? target, prose(describeRule(rule, policy))];
}

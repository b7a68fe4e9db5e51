import { html } from 'hono/html';
import { applies } from '../../../core/backlog/applies.ts';
import { walkRule } from '../../../core/playbook/walk-rule.ts';
import type { Html } from '../../shell/html.ts';
import { bindingWords } from './binding-words.ts';
import type { RuledCase } from '../repository-case.ts';

/** What the team has yet to set, of what criteria that apply here read. */
export function openParameters({ policy, locale }: RuledCase): Html {
  const say = bindingWords[locale];
  const { playbook, text, parameters } = policy;
  const read = new Set(
    playbook.criteria.filter((each) => applies(each, policy)).flatMap(({ rule }) => walkRule(rule).flatMap(({ rule: leaf }) => named(leaf))),
  );
  const open = playbook.parameters.filter(({ id }) => read.has(id) && (parameters[id] ?? null) === null);
  return html`<section>
    <h2>${say.open}</h2>
    ${open.length === 0 ? html`<p>${say.allSet}</p>` : html`<p class="dim">${say.openText}</p>`}
    <ul>
      ${open.map(({ id }) => html`<li><code>${id}</code> ${text.parameters[id]?.title ?? ''} <span class="dim">${text.parameters[id]?.body ?? ''}</span></li>`)}
    </ul>
  </section>`;
}

/** Parameters that a rule names, wherever they stand in it. */
function named(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => ((key === 'parameter' || key === 'set') && typeof inner === 'string' ? [inner] : named(inner)));
}

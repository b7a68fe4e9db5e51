import { html } from 'hono/html';
import { regulationsOf } from '../../../audit/matrix/regulations-of.ts';
import { heldPercent } from '../../../core/gates/readiness/held-percent.ts';
import type { StandingCriterion } from '../../../core/standing/standing.ts';
import { bar } from '../../shell/bar.ts';
import type { Html } from '../../shell/html.ts';
import { table } from '../../shell/table.ts';
import type { RepositoryCase } from '../repository-case.ts';
import { complianceWords } from './compliance-words.ts';

/** How each regulation stands: what of it holds, what blocks, what is asked for later. */
export function regulationSection(about: RepositoryCase): Html | '' {
  const { policy, standing, locale } = about;
  if (policy === null) return '';
  const say = complianceWords[locale];
  const map = regulationsOf(policy);
  const rows = map.regulations.map((regulation) => {
    const own = standing.criteria.filter(({ id }) => map.of(id).includes(regulation));
    return row(regulation, own, { about, applies: map.applies(regulation) });
  });
  return html`<section class="box spaced">
    <div class="body">
      ${table({
        caption: say.regulations,
        columns: [{ head: say.regulation }, { head: say.holds }, { head: say.open, figures: true }, { head: say.later, figures: true }],
        rows,
      })}
    </div>
  </section>`;
}

interface RowFrame {
  readonly about: RepositoryCase;
  readonly applies: boolean;
}

function row(regulation: string, own: readonly StandingCriterion[], { about, applies }: RowFrame): (Html | string)[] {
  const say = complianceWords[about.locale];
  const name = regulation === 'internal' || regulation === 'method' ? say.names[regulation] : regulation;
  if (!applies) return [name, html`<span class="dim">${say.notAsked}</span>`, '–', '–'];
  const binding = own.filter((each) => each.binding === 'binds');
  const held = binding.filter(({ outcome }) => outcome === 'pass').length;
  const later = own.filter((each) => each.binding === 'not-yet' || each.binding === 'later-target').length;
  const open = binding.length - held;
  return [
    name,
    binding.length === 0 ? '–' : html`<span class="nowrap">${bar(heldPercent(held, binding.length))} ${held} / ${binding.length}</span>`,
    open === 0 ? '0' : html`<span class="mark fail">✕ ${open}</span>`,
    String(later),
  ];
}

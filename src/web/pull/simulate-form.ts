import { html, raw } from 'hono/html';
import type { Offers } from '../../core/explain/explained-pull.ts';
import type { Locale } from '../../core/playbook/text-schema.ts';
import { percentText } from '../../core/policy/percent.ts';
import type { Html } from '../shell/html.ts';
import { simulateWords } from './simulate-words.ts';

export interface SimulateForm {
  readonly offers: Offers;
  /** Where the form is sent, by GET: it only looks. */
  readonly action: string;
  readonly seq: number;
  /** What was asked before. */
  readonly asked: URLSearchParams;
  readonly locale: Locale;
  /** Of what the choices are named in, where it is not the page's. */
  readonly lang: { readonly lang?: Locale };
}

/** What may be supposed, as a plain form. */
export function simulateForm(form: SimulateForm): Html {
  const { offers, action, seq, asked, locale, lang } = form;
  const say = simulateWords[locale];
  const attestable = offers.criteria.filter((each) => each.attestable);
  return html`<form class="simulate" method="get" action="${action}">
    <input type="hidden" name="at" value="${seq}" />
    <label class="field">${say.date}<input type="date" name="date" value="${asked.get('date') ?? ''}" /></label>
    <label class="field"
      >${say.milestone}
      <select name="milestone">
        <option value="">${say.unchanged}</option>
        ${offers.milestones.map(({ id, title }) => option({ id, title: `${id}: ${title}` }, asked.get('milestone') === id, lang))}
      </select>
    </label>
    <label class="field"
      >${say.label} (${say.labelHint})<input name="label" value="${asked.getAll('label').join(', ')}" placeholder="${offers.labels.join(', ')}" maxlength="400"
    /></label>
    ${chooser('approve', say.approve, { ...form, choices: offers.checkpoints })} ${chooser('attest', say.attest, { ...form, choices: attestable })}
    ${chooser('waive', say.waive, { ...form, choices: offers.criteria })} ${offers.components.length === 0 ? '' : figures(form)}
    ${offers.more.criteria + offers.more.components === 0 ? '' : html`<p class="dim">${say.more(offers.more.criteria + offers.more.components)}</p>`}
    <p><button class="main">${say.run}</button></p>
  </form>`;
}

interface Chooser extends SimulateForm {
  readonly choices: readonly { readonly id: string; readonly title: string }[];
}

function chooser(name: 'approve' | 'attest' | 'waive', label: string, { choices, asked, locale, lang }: Chooser): Html | '' {
  const chosen = new Set(asked.getAll(name));
  if (choices.length === 0) return '';
  return html`<label class="field"
    >${label} (${simulateWords[locale].several})
    <select name="${name}" multiple size="${Math.min(6, Math.max(2, choices.length))}">
      ${choices.map((choice) => option(choice, chosen.has(choice.id), lang))}
    </select>
  </label>`;
}

function option({ id, title }: { readonly id: string; readonly title: string }, selected: boolean, { lang }: { readonly lang?: Locale }): Html {
  return html`<option value="${id}" ${lang === undefined ? '' : html`lang="${lang}"`} ${selected ? raw('selected') : ''}>${title}</option>`;
}

function figures({ offers, asked, locale }: SimulateForm): Html {
  const say = simulateWords[locale];
  return html`<fieldset>
    <legend>${say.coverage}</legend>
    <p class="dim">${say.coverageHint}</p>
    <div class="figures">
      ${offers.components.map(
        ({ id, floor }) =>
          html`<label class="field"
            ><span><code>${id}</code> ${say.floor(percentText(floor))}</span>
            <input type="number" inputmode="decimal" name="coverage.${id}" min="0" max="100" step="0.01" value="${asked.get(`coverage.${id}`) ?? ''}"
          /></label>`,
      )}
    </div>
  </fieldset>`;
}

import { html, raw } from 'hono/html';
import { applies } from '../../../core/backlog/applies.ts';
import { sayNumber } from '../../charts/say-figure.ts';
import { playbookWords } from '../../playbook/playbook-words.ts';
import type { Html } from '../../shell/html.ts';
import { table } from '../../shell/table.ts';
import { day } from '../../shell/when.ts';
import { overviewWords } from '../overview/overview-words.ts';
import type { RepositoryCase, RuledCase } from '../repository-case.ts';
import { bindingWords } from './binding-words.ts';
import { blockSection } from './block-section.ts';
import { openParameters } from './open-parameters.ts';

/** What of the playbook binds here, and when. `asked` is the block to look into; the current one where there is none of that name. */
export function bindingPage(about: RepositoryCase, asked: string): Html {
  const { policy, locale, standing } = about;
  const say = bindingWords[locale];
  if (policy === null)
    return html`<h1>${say.title}</h1>
      <p class="notice">${say.noPolicy}</p>`;
  const ruled = { ...about, policy };
  const block = policy.playbook.blocks.find(({ id }) => id === asked) ?? policy.playbook.blocks.find(({ id }) => id === standing.block);
  const scope = [overviewWords[locale].tier(policy.tier), ...policy.products, ...policy.regulations];
  return html`<h1>${say.title}</h1>
    <p>${say.lead(policy.text.title)}</p>
    <p>
      ${say.for}: ${scope.map((each) => html`<span class="tag">${each}</span> `)}
      ${policy.ownPlaybook === undefined ? html`<a href="/playbook/${policy.playbook.id}@${policy.playbook.version}">${say.whole}</a>` : html`<code>${policy.ownPlaybook.file}</code>`}
    </p>
    ${blocks(ruled, block?.id ?? '')} ${block ? blockSection(ruled, block.id) : ''} ${floors(ruled)} ${openParameters(ruled)}`;
}

function blocks(about: RuledCase, chosen: string): Html {
  const { policy, standing, locale, home, today } = about;
  const { playbook, text } = policy;
  const say = bindingWords[locale];
  const words = playbookWords[locale];
  const rows = playbook.blocks.map(({ id, sprints, checkpoint }) => {
    const dates = standing.sprints.filter(({ block }) => block === id);
    const [first, last] = [dates.at(0), dates.at(-1)];
    const asked = playbook.criteria.filter((each) => each.block === id && applies(each, policy)).length;
    const when = id === standing.block ? say.now : (last?.end ?? '9999') < today ? say.past : say.ahead;
    return [
      html`<a href="${home}/playbook?block=${id}#block" ${id === chosen ? raw(' aria-current="true"') : ''}>${text.blocks[id]?.title ?? id}</a>`,
      sprints.join(', '),
      first && last ? html`${day(first.start, about)} – ${day(last.end, about)}` : '–',
      id === standing.block ? html`<strong>● ${when}</strong>` : when,
      text.checkpoints[checkpoint]?.title ?? checkpoint,
      say.asks(asked),
    ];
  });
  const columns = [words.block, words.sprints, say.dates, say.when, words.checkpoint, say.here].map((head) => ({ head }));
  return html`<section class="box spaced"><div class="body">${table({ caption: say.blocks, columns, rows })}</div></section>`;
}

function floors({ policy, locale }: RuledCase): Html | '' {
  if (policy.components.length === 0) return '';
  const { text, playbook, components } = policy;
  const words = playbookWords[locale];
  const testsOf = (kind: string) => (playbook.componentKinds.find(({ id }) => id === kind)?.tests ?? []).map((type) => text.testTypes[type]?.title ?? type);
  return html`<section class="box spaced">
    <div class="body">
      ${table({
        caption: bindingWords[locale].floors,
        columns: [{ head: words.component }, { head: words.kind }, { head: words.floor, figures: true }, { head: words.tests }],
        rows: components.map(({ id, kind, floor }) => [
          id,
          text.componentKinds[kind]?.title ?? kind,
          sayNumber(floor / 100, '%', locale),
          testsOf(kind).join(', '),
        ]),
      })}
    </div>
  </section>`;
}

import { html } from 'hono/html';
import { factWord } from '../../core/backlog/fact-words.ts';
import { sayNumber } from '../charts/say-figure.ts';
import type { Html } from '../shell/html.ts';
import { table } from '../shell/table.ts';
import type { PlaybookView } from './playbook-view.ts';
import { playbookWords } from './playbook-words.ts';

/** Blocks, checkpoints, floors, pilot phases, targets and the rows of the report. */
export function planSection(view: PlaybookView): Html {
  const { playbook, text, locale } = view;
  const say = playbookWords[locale];
  const areas = playbook.areas ?? playbook.categories.map((id) => ({ id }));
  return html`${[blocks(view), checkpoints(view), floors(view), phases(view)].map((each) => html`<section class="box spaced"><div class="body">${each}</div></section>`)}
    <div class="cards">
      <section class="box">
        <h2>${say.targets}</h2>
        <ol class="body listed">
          ${playbook.targets.map((id) => html`<li>${text.targets[id]?.title ?? id}</li>`)}
        </ol>
      </section>
      <section class="box">
        <h2>${say.areas}</h2>
        <ol class="body listed">
          ${areas.map(({ id }) => html`<li>${text.areas?.[id]?.title ?? text.categories[id]?.title ?? id}</li>`)}
        </ol>
      </section>
    </div>`;
}

function blocks({ playbook, text, locale, home }: PlaybookView): Html {
  const say = playbookWords[locale];
  return table({
    caption: say.blocks,
    columns: [
      { head: say.block },
      { head: say.sprints },
      { head: say.focus },
      { head: say.checkpoint },
      { head: say.criteria, figures: true },
      { head: say.items, figures: true },
    ],
    rows: playbook.blocks.map(({ id, sprints, checkpoint }) => [
      html`<code>${id}</code>`,
      sprints.join(', '),
      text.blocks[id]?.title ?? id,
      text.checkpoints[checkpoint]?.title ?? checkpoint,
      html`<a href="${home}?section=criteria&block=${id}">${playbook.criteria.filter(({ block }) => block === id).length}</a>`,
      html`<a href="${home}?section=items&block=${id}">${playbook.items.filter(({ block }) => block === id).length}</a>`,
    ]),
  });
}

function checkpoints({ playbook, text, locale }: PlaybookView): Html {
  const say = playbookWords[locale];
  return table({
    caption: say.checkpoints,
    columns: [{ head: say.checkpoint }, { head: say.block }, { head: say.kind }, { head: say.signs }, { head: say.asks }],
    rows: playbook.checkpoints.map(({ id, block, kind, authority, criteria }) => [
      text.checkpoints[id]?.title ?? id,
      text.blocks[block]?.title ?? block,
      say.kinds[kind],
      text.authorities[authority]?.title ?? authority,
      html`<ul class="plain">
        ${criteria.map((each) => html`<li>${text.criteria[each]?.title ?? each}</li>`)}
      </ul>`,
    ]),
  });
}

function floors({ playbook, text, locale }: PlaybookView): Html {
  const say = playbookWords[locale];
  const { total, strict, totalFrom } = playbook.coverage;
  const percent = (points: number) => sayNumber(points / 100, '%', locale);
  return table({
    caption: say.floors,
    columns: [{ head: say.component }, { head: say.floor, figures: true }, { head: say.tests }],
    rows: [
      ...playbook.componentKinds.map(({ id, floor, tests }) => [
        text.componentKinds[id]?.title ?? id,
        percent(floor),
        tests.map((type) => text.testTypes[type]?.title ?? type).join(', '),
      ]),
      [say.total(strict, text.blocks[totalFrom]?.title ?? totalFrom), percent(total), ''],
    ],
  });
}

function phases({ playbook, text, locale }: PlaybookView): Html {
  const say = playbookWords[locale];
  return table({
    caption: say.phases,
    columns: [{ head: say.phases }, { head: say.weeks, figures: true }, { head: say.target }, { head: say.figures }],
    rows: playbook.phases.map(({ id, weeks, target, facts }) => [
      text.phases[id]?.title ?? id,
      String(weeks),
      text.targets[target]?.title ?? target,
      Object.entries(facts)
        .map(([key, value]) => `${text.facts[key] ?? key}: ${factWord(locale, key, String(value))}`)
        .join(' · '),
    ]),
  });
}

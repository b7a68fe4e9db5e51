import { html, raw } from 'hono/html';
import { dayIn } from '../../../core/calendar/calendar-day.ts';
import { checkpointTimeline, type TimelineCheckpoint } from '../../charts/checkpoint-timeline.ts';
import { phaseChart } from '../../charts/phase-chart.ts';
import { riskMap } from '../../charts/risk-map.ts';
import type { Html } from '../../shell/html.ts';
import type { RepositoryCase } from '../repository-case.ts';
import { checkpointTitle, phaseTitle } from '../repository-names.ts';
import { overviewWords } from './overview-words.ts';

/** Checkpoints, pilot phases and risks, each as a picture with its table. */
export function planSections(about: RepositoryCase): Html {
  const { standing, locale, today, policy } = about;
  const say = overviewWords[locale];
  const held = new Set(standing.criteria.filter(({ outcome, binding }) => outcome === 'pass' && binding === 'binds').map(({ id }) => id));
  const phases = standing.phases.map(({ id, start, end, criteria }) => ({
    name: phaseTitle(about, id),
    start,
    end,
    held: criteria.filter((each) => held.has(each)).length,
    criteria: criteria.length,
  }));
  const risks = standing.risks.map((risk) => ({ ...risk, title: policy?.text.items[risk.id]?.title ?? risk.title }));
  return html`<div class="box spaced"><div class="body">${raw(timeline(about))}</div></div>
    <div class="cards wide">
      ${phases.length === 0 ? '' : html`<div class="box"><div class="body">${raw(phaseChart({ today, phases }, { id: 'phases', title: say.phases, locale }))}</div></div>`}
      ${risks.length === 0 ? '' : html`<div class="box"><div class="body">${raw(riskMap(risks, { id: 'risks', title: say.risks, locale }))}</div></div>`}
    </div>`;
}

function timeline(about: RepositoryCase): string {
  const { standing, forecast, locale, today, timezone } = about;
  const foreseen = new Map(forecast.basis === 'pace' ? forecast.checkpoints.map((each) => [each.checkpoint, each]) : []);
  const checkpoints = standing.checkpoints.map(({ id, due, state, signed }): TimelineCheckpoint => {
    const last = signed
      .map(({ at }) => at)
      .toSorted()
      .at(-1);
    const isSigned = state === 'signed' || state === 'conditions';
    const { p50 = null, p85 = null } = foreseen.get(id) ?? {};
    return { name: checkpointTitle(about, id), due, state, signed: isSigned && last !== undefined ? dayIn(timezone, last) : null, p50, p85 };
  });
  return checkpointTimeline({ today, checkpoints }, { id: 'checkpoints', title: overviewWords[locale].checkpoints, locale });
}

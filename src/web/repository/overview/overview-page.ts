import { html, raw } from 'hono/html';
import { standingBlockers } from '../../../core/standing/standing-blockers.ts';
import { readinessGauge } from '../../charts/readiness-gauge.ts';
import type { Html } from '../../shell/html.ts';
import { moment } from '../../shell/when.ts';
import type { RepositoryCase } from '../repository-case.ts';
import { blockTitle, targetTitle } from '../repository-names.ts';
import { areasSection } from './areas-section.ts';
import { blockersSection } from './blockers-section.ts';
import { checkpointCard } from './checkpoint-card.ts';
import { coverageSection } from './coverage-section.ts';
import { forecastCard } from './forecast-card.ts';
import { overviewWords } from './overview-words.ts';
import { planSections } from './plan-sections.ts';
import { sprintCard } from './sprint-card.ts';

/** A repository at a glance: whether it may ship, who must do what, and when it will be done. */
export function overviewPage(about: RepositoryCase): Html {
  const { standing, locale } = about;
  const say = overviewWords[locale];
  const frame = { id: 'gauge', title: say.readiness, locale };
  return html`${head(about)}
    <div id="standing" data-live="60">
      ${verdict(about)}
      <div class="cards">
        <div class="box"><div class="body">${raw(readinessGauge(standing, frame))}</div></div>
        ${forecastCard(about)} ${sprintCard(about)} ${checkpointCard(about)}
      </div>
      ${blockersSection(about)} ${areasSection(about)} ${planSections(about)} ${coverageSection(about)}
    </div>`;
}

function head(about: RepositoryCase): Html {
  const { repository, standing, locale, github } = about;
  const say = overviewWords[locale];
  const tags = [say.tier(standing.tier), ...standing.products, ...standing.regulations, standing.playbook];
  const stage = `${say.sprint(standing.sprint)} · ${blockTitle(about, standing.block)}`;
  return html`<h1>${repository.owner}/${repository.name}</h1>
    <p><strong>${stage}</strong> ${tags.map((tag) => html`<span class="tag">${tag}</span> `)}</p>
    <p class="dim">
      ${say.judged} ${moment(standing.at, about)} · ${say.commit}
      <a href="${github}/commit/${standing.headSha}"><code>${standing.headSha.slice(0, 7)}</code></a>
    </p>`;
}

function verdict(about: RepositoryCase): Html {
  const { standing, locale } = about;
  const say = overviewWords[locale];
  const target = targetTitle(about, standing.target);
  const blockers = standingBlockers(standing).length;
  if (standing.outcome === 'pass' && blockers === 0) return html`<p class="notice good"><strong>✓ ${say.ready(target)}</strong></p>`;
  const text = standing.binding === 0 ? say.nothingBinds : say.blocked(target, blockers);
  return html`<p class="notice ${standing.outcome === 'pending' ? '' : 'bad'}"><strong>${text}</strong></p>`;
}

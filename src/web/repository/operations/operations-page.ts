import { html } from 'hono/html';
import type { RepositoryQueue } from '../../../engine/repository-queue.ts';
import type { Html } from '../../shell/html.ts';
import { prose } from '../../shell/prose.ts';
import { moment } from '../../shell/when.ts';
import { figureTable, metricGroupSection } from '../metrics/metric-group-section.ts';
import { metricWords } from '../metrics/metric-words.ts';
import { readMetrics } from '../metrics/read-metrics.ts';
import type { RepositoryCase } from '../repository-case.ts';
import { repositoryWords } from '../repository-words.ts';
import { viewHead } from '../view-head.ts';
import { operationsWords } from './operations-words.ts';

/** Reports may bring hundreds. */
const mostOthers = 200;

/** For who operates: latency, errors, throughput and load tests against their parameters, and what Sprintgate has yet to do here. */
export function operationsPage(about: RepositoryCase, queue: RepositoryQueue): Html {
  const say = metricWords[about.locale];
  const metrics = readMetrics(about);
  const others = metrics.filter(({ group }) => group === null).slice(0, mostOthers);
  return html`${viewHead(about, 'operational', repositoryWords[about.locale].view.operations)}
    <div id="operations" data-live="15">
      <div class="groups">${(['latency', 'errors', 'throughput', 'load', 'availability'] as const).map((id) => metricGroupSection(id, metrics, about))}</div>
      ${
        others.length === 0
          ? ''
          : html`<section>
              <h2>${say.other}</h2>
              <p class="dim">${prose(say.otherText)}</p>
              <details>
                <summary>${say.other} (${others.length})</summary>
                ${figureTable(others, about, say.other)}
              </details>
            </section>`
      }
      ${queueSection(about, queue)}
    </div>`;
}

function queueSection(about: RepositoryCase, { waiting, active, later, oldest, dead }: RepositoryQueue): Html {
  const say = operationsWords[about.locale];
  return html`<section>
    <h2>${say.queue}</h2>
    <p class="dim">${say.lead}</p>
    <dl class="facts">
      <dt>${say.waiting}</dt>
      <dd>${waiting}${waiting > 0 ? html` · ${say.oldest(Math.round(oldest))}` : ''}</dd>
      <dt>${say.active}</dt>
      <dd>${active}</dd>
      <dt>${say.later}</dt>
      <dd>${later}</dd>
      <dt>${say.dead}</dt>
      <dd>${dead.length === 0 ? '0' : html`<span class="mark fail">✕ ${dead.length}</span>`}</dd>
    </dl>
    ${
      dead.length === 0
        ? ''
        : html`<p class="notice bad">${prose(say.deadText)}</p>
            <ul>
              ${dead.map(({ key, at }) => html`<li><code>${key}</code> ${moment(at, about)}</li>`)}
            </ul>`
    }
  </section>`;
}

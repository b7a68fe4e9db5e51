import { html } from 'hono/html';
import type { Html } from '../../shell/html.ts';
import { metricGroupSection } from '../metrics/metric-group-section.ts';
import { readMetrics } from '../metrics/read-metrics.ts';
import type { RepositoryCase } from '../repository-case.ts';
import { repositoryWords } from '../repository-words.ts';
import { viewHead } from '../view-head.ts';

/** For data scientists: how the model performs, drifts and treats people, over time and against its thresholds. */
export function modelPage(about: RepositoryCase): Html {
  const metrics = readMetrics(about);
  return html`${viewHead(about, 'ml-performance', repositoryWords[about.locale].view.model)}
    <div id="model" data-live="120">
      <div class="groups">${(['performance', 'drift', 'fairness', 'data-quality'] as const).map((id) => metricGroupSection(id, metrics, about))}</div>
    </div>`;
}

import { html } from 'hono/html';
import type { ExplainedPull, ExplainedUpload, SeenPull } from '../../core/explain/explained-pull.ts';
import type { Html } from '../shell/html.ts';
import { prose } from '../shell/prose.ts';
import { age } from './age.ts';
import { inputsWords } from './inputs-words.ts';
import { moment } from './moment.ts';
import { peopleSection } from './people-section.ts';
import { type PullCase, spoken } from './pull-case.ts';
import { said } from './said.ts';

const most = 60;

/** What the decision rests on: evidence, people's decisions, the configuration, checks, the tree. */
export function inputsSection(about: PullCase): Html {
  const { explained, locale } = about;
  const say = inputsWords[locale];
  const { seen } = explained;
  if (seen === null) return html``;
  return html`<section id="inputs">
    <h2>${say.title}</h2>
    <p class="dim">${say.text}</p>
    ${uploads(seen, about)} ${peopleSection(about)} ${configuration(explained, seen, about)} ${checks(explained, seen, about)}
    <div class="box">
      <h3>${say.tree}</h3>
      <p class="row">${say.treeText(seen.tree.files, seen.tree.changed)}</p>
      ${seen.unavailable.map(({ what, why }) => html`<p class="row">${say.unavailable}: <code>${what}</code> ${prose(why)}</p>`)}
    </div>
  </section>`;
}

function uploads(seen: SeenPull, about: PullCase): Html {
  const say = inputsWords[about.locale];
  return html`<div class="box">
    <h3>${say.uploads}</h3>
    ${seen.uploads.length + seen.refused.length + seen.running.length === 0 ? html`<p class="row">${say.noUploads}</p>` : ''}
    ${seen.uploads.slice(0, most).map((upload) => uploadRow(upload, seen, about))}
    ${seen.uploads.length > most ? html`<p class="row dim">${say.more(seen.uploads.length - most)}</p>` : ''}
    ${seen.refused.slice(0, most).map(({ upload, reason }) => html`<p class="row"><code>${upload}</code> <strong>${say.refused}</strong>: ${said(reason, spoken(about))}</p>`)}
    ${seen.running.slice(0, most).map((path) => html`<p class="row"><code>${path}</code> ${say.running}</p>`)}
  </div>`;
}

function uploadRow(upload: ExplainedUpload, seen: SeenPull, { locale }: PullCase): Html {
  const say = inputsWords[locale];
  const { provenance, of, commit } = upload;
  const run = say.run(upload.run, upload.attempt);
  const link = /^https?:/.test(seen.repositoryUrl) ? html`<a href="${seen.repositoryUrl}/actions/runs/${upload.run}" rel="noreferrer">${run}</a>` : run;
  return html`<div class="row">
    <p>
      <code>${upload.name}</code> ${provenance.kind === 'verified' ? say.verified(provenance.jobWorkflowRef) : say.selfReported}
      ${of === 'head' ? '' : html`<span class="tag">${say.of[of]} ${commit.slice(0, 12)}</span>`}
    </p>
    <p class="dim">
      <code>${upload.workflow}</code>, ${link} · ${moment(upload.completedAt)}, ${say.ago(age(upload.completedAt, seen.at, locale))} · ${say.digest}:
      ${upload.sha256 === null ? say.unknown : html`<code>${upload.sha256.slice(0, 16)}</code>`}
    </p>
  </div>`;
}

function configuration({ policy }: ExplainedPull, { configuration: { lastGood, problems } }: SeenPull, { locale }: PullCase): Html {
  const say = inputsWords[locale];
  return html`<div class="box">
    <h3>${say.configuration}</h3>
    <div class="body">
      ${lastGood ? html`<p>${say.lastGood(problems)}</p>` : ''}
      <dl class="facts">
        <dt>${say.playbook}</dt>
        <dd>${policy.playbook ?? say.unknown}</dd>
        <dt>${say.policy}</dt>
        <dd><code>${policy.digest?.slice(0, 16) ?? say.unknown}</code></dd>
        <dt>${say.fromCommit}</dt>
        <dd><code>${policy.commit?.slice(0, 12) ?? say.unknown}</code></dd>
      </dl>
    </div>
  </div>`;
}

function checks({ checks: posted }: ExplainedPull, { checks: others }: SeenPull, { locale }: PullCase): Html {
  const say = inputsWords[locale];
  return html`<div class="box">
    <h3>${say.checks}</h3>
    ${others.length === 0 ? html`<p class="row">${say.noChecks}</p>` : ''}
    ${others.slice(0, most).map(({ name, app, status, conclusion }) => html`<p class="row"><code>${name}</code> ${conclusion ?? status} ${app === null ? '' : html`<span class="dim">${app}</span>`}</p>`)}
    ${others.length > most ? html`<p class="row dim">${say.more(others.length - most)}</p>` : ''}
    <h3 class="row">${say.posted}</h3>
    ${posted.length === 0 ? html`<p class="row">${say.postedNothing}</p>` : ''}
    ${posted.map(
      ({ name, status, conclusion, id, error }) =>
        html`<p class="row">
          <code>${name}</code> ${conclusion ?? status}
          <span class="dim">${error !== null ? html`${say.refusedBy}: ${error}` : id === null ? say.unanswered : `check ${id}`}</span>
        </p>`,
    )}
  </div>`;
}

import { html } from 'hono/html';
import type { Commit } from '../github/git/object-store.ts';
import type { PullIssue } from '../github/records/find.ts';
import { checkLine, checkMark, isPassing } from './check-mark.ts';
import { issueAside } from './issue-aside.ts';
import { countOf, dayOf, type Html } from './page-layout.ts';
import { conversation, opening } from './post.ts';
import type { RepositoryView } from './view.ts';

/** A pull request: what it is, its commits with the checks of each, the conversation, and what merging waits for. */
export function pullPage(view: RepositoryView, issue: PullIssue): Html {
  const { pull } = issue;
  const state = pull.merged ? 'merged' : issue.state;
  const commits = view.commitsOf(issue);
  return html` <h1>${issue.title} <span class="number">#${issue.number}</span></h1>
    <p>
      <span class="state ${state}">${state === 'merged' ? 'Merged' : state === 'open' ? 'Open' : 'Closed'}</span>
      <span class="dim"
        >${view.author(pull.mergedById ?? issue.authorId).login} ${pull.merged ? 'merged' : 'wants to merge'} ${countOf(commits.length, 'commit')} from
        <code>${pull.headRef}</code> into <code>${pull.baseRef}</code></span
      >
    </p>
    <div class="columns">
      <div>${opening(view, issue)}${commits.map((commit) => commitBox(view, issue, commit))}${conversation(view, issue)}${mergeBox(view, issue)}</div>
      ${issueAside(view, issue)}
    </div>`;
}

/** A commit and its checks. Those of the head stand in the merge box; those before it are folded, unless one failed. */
function commitBox(view: RepositoryView, issue: PullIssue, commit: Commit): Html {
  const checks = view.checksOf(commit.sha);
  const failed = checks.filter((run) => !isPassing(run));
  const title = html`<code>${commit.sha.slice(0, 7)}</code> ${commit.message.split('\n', 1)[0] ?? ''}
    <span class="dim">${commit.author.name} · ${dayOf(commit.author.date)}</span>` as Html;
  if (checks.length === 0) return html`<div class="commit">${title}</div>`;
  const worst = failed[0] ? (failed[0].conclusion ?? failed[0].status) : 'success';
  const summary = html`${checkMark(worst)}<span
      >${title} <span class="dim">· ${checks.length - failed.length} of ${countOf(checks.length, 'check')} passed</span></span
    >` as Html;
  if (commit.sha === issue.pull.headSha) return html`<div class="commit checked">${summary}</div>`;
  return html`<details class="commit" ${failed.length > 0 ? 'open' : ''}>
    <summary class="checked">${summary}</summary>
    <ul class="checks">
      ${[...failed, ...checks.filter(isPassing)].map((run) => checkLine(view.path, run))}
    </ul>
  </details>`;
}

function mergeBox(view: RepositoryView, { pull }: PullIssue): Html {
  const checks = view.checksOf(pull.headSha);
  const waiting = checks.filter((run) => !isPassing(run));
  const by = pull.mergedById === null ? '' : ` by ${view.author(pull.mergedById).login}`;
  const headline = pull.merged
    ? `Merged${by}`
    : waiting.length > 0
      ? `Merging is blocked: ${waiting.length} of ${countOf(checks.length, 'check')} did not pass`
      : checks.length === 0
        ? 'No checks yet'
        : 'All checks have passed';
  return html`<section class="merge ${pull.merged ? 'merged' : waiting.length > 0 ? 'blocked' : ''}" aria-label="Checks">
    <h2>${headline}</h2>
    <ul class="checks">
      ${[...waiting, ...checks.filter(isPassing)].map((run) => checkLine(view.path, run))}
    </ul>
  </section>`;
}

import { html } from 'hono/html';
import type { CheckRun } from '../github/records/checks.ts';
import type { Html } from './page-layout.ts';

const passing: ReadonlySet<string> = new Set(['success', 'neutral', 'skipped']);

/** Whether GitHub would let it through a required check. */
export function isPassing(run: Pick<CheckRun, 'status' | 'conclusion'>): boolean {
  return run.status === 'completed' && passing.has(run.conclusion ?? '');
}

/** The sign of a check's state: colour, form and words, so that none of them is needed alone. */
export function checkMark(state: string): Html {
  const [kind, sign] = passing.has(state)
    ? ['good', '✓']
    : state === 'queued' || state === 'in_progress'
      ? ['wait', '●']
      : ['bad', state === 'action_required' ? '!' : '✕'];
  return html`<span class="mark ${kind}" role="img" aria-label="${state.replaceAll('_', ' ')}" title="${state.replaceAll('_', ' ')}">${sign}</span>` as Html;
}

/** One check with its first line, linked to its output. */
export function checkLine(path: string, run: CheckRun): Html {
  return html`<li>
    ${checkMark(run.conclusion ?? run.status)}<span
      ><a href="${path}/runs/${run.id}">${run.name}</a> <span class="dim">${run.output.title ?? run.status}</span></span
    >
  </li>` as Html;
}

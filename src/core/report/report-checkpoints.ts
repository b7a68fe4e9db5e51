import { dayIn } from '../calendar/calendar-day.ts';
import type { Policy } from '../policy/policy.ts';
import type { PullSnapshot } from '../snapshot/pull-snapshot.ts';
import { standingCheckpoints } from '../standing/standing-checkpoints.ts';
import type { StandingCheckpoint } from '../standing/standing.ts';
import { escapeHtml, inlineCode } from './markdown.ts';
import { renderProse } from './prose.ts';
import { readinessReportWords } from './readiness-report-words.ts';
import { renderTable } from './render-table.ts';

const signs: Readonly<Record<StandingCheckpoint['state'], string>> = { signed: '✅', conditions: '🟡', rejected: '❌', open: '⬜' };

/** The method's checkpoints in their order: due when, signed by whom and when. Folded: the first line counts them. */
export function reportCheckpoints(policy: Policy, snapshot: PullSnapshot): string {
  const say = readinessReportWords[policy.locale];
  const all = standingCheckpoints(policy, snapshot);
  if (all.length === 0) return '';
  const signed = all.filter(({ state }) => state === 'signed' || state === 'conditions').length;
  const next = all.find(({ state }) => state === 'open' || state === 'rejected');
  const rows = all.map((each) => [`${signs[each.state]} ${nameOf(each, policy)}`, say.checkpointStates[each.state], signersOf(each, policy), each.due]);
  const upcoming = next ? ` · ${say.nextCheckpoint(escapeHtml(titleOf(next, policy)), next.due)}` : '';
  return `<details>\n<summary><b>${say.checkpoints}</b>: ${say.checked(signed, all.length)}${upcoming}</summary>\n\n${renderTable({ header: say.checkpointHeader, rows })}\n\n</details>`;
}

function titleOf({ id }: StandingCheckpoint, { text }: Policy): string {
  return text.checkpoints[id]?.title ?? id;
}

function nameOf(checkpoint: StandingCheckpoint, policy: Policy): string {
  const name = renderProse(titleOf(checkpoint, policy));
  return checkpoint.issue === null ? name : `${name} (#${checkpoint.issue})`;
}

function signersOf({ signed }: StandingCheckpoint, policy: Policy): string {
  return signed.map(({ login, at }) => `${inlineCode(login)}, ${dayIn(policy.schedule.timezone, at)}`).join('<br>');
}

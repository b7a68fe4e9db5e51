import { error, notice, setOutput, summary, warning } from '@actions/core';
import type { Locale } from '../../src/core/playbook/text-schema.ts';
import { renderVerdictText } from '../../src/core/report/render-verdict-text.ts';
import type { PullSnapshot } from '../../src/core/snapshot/pull-snapshot.ts';
import { worst } from '../../src/core/verdict/combine.ts';
import { checkState } from '../../src/core/verdict/conclusion.ts';
import { gateEntry } from '../../src/core/verdict/gate-entry.ts';
import { letsThrough } from '../../src/core/verdict/lets-through.ts';
import type { GateVerdict } from '../../src/core/verdict/verdict.ts';
import { actionWords } from './action-words.ts';
import type { Judged } from './judged.ts';
import { printInert } from './print-inert.ts';
import { renderSummary } from './render-summary.ts';

// GitHub shows ten annotations of a kind a step; the summary has all of it.
const longestAnnotation = 4_000;

/** Tells the verdicts: outputs for later steps, annotations, the step's summary, and the trees in its log. */
export async function reportVerdicts(judged: Judged): Promise<void> {
  const { snapshot, number, verdicts, advisory } = judged;
  const locale = localeOf(snapshot);
  setOutput('verdicts', JSON.stringify(verdicts.map(gateEntry)));
  setOutput('conclusion', conclusionOf(verdicts));
  setOutput('advisory', String(advisory));
  setOutput('pull', String(number));
  annotate(judged, locale);
  await summary.addRaw(renderSummary(judged, locale), true).write();
}

function conclusionOf(verdicts: readonly GateVerdict[]): string {
  if (letsThrough(verdicts)) return 'success';
  const stopping = verdicts.filter((verdict) => !letsThrough([verdict]));
  if (stopping.length === 0) return 'action_required';
  const state = checkState(worst(stopping.map(({ verdict }) => verdict)), 'block');
  return state?.status === 'completed' ? state.conclusion : 'in_progress';
}

function annotate({ snapshot, verdicts, advisory }: Judged, locale: Locale): void {
  const say = actionWords[locale];
  if (advisory) notice(say.advisory, { title: 'Sprintgate' });
  if (verdicts.length === 0) error(say.nothingJudged, { title: 'Sprintgate' });
  const problems = snapshot.policy.kind === 'absent' ? [] : snapshot.policy.problems;
  for (const { file, line, column, message } of problems) warning(message, { title: 'Sprintgate', file, startLine: line, startColumn: column });
  for (const verdict of verdicts) {
    const text = renderVerdictText(verdict, locale);
    printInert(text);
    if (isGood(verdict)) continue;
    const tell = letsThrough([verdict]) ? warning : error;
    tell(text.slice(0, longestAnnotation), { title: `Sprintgate · ${verdict.gate}` });
  }
}

function isGood({ verdict }: GateVerdict): boolean {
  return verdict === 'pass' || verdict === 'not-applicable';
}

function localeOf({ policy }: PullSnapshot): Locale {
  if (policy.kind === 'in-force') return policy.policy.locale;
  return policy.kind === 'broken' ? policy.locale : 'en';
}

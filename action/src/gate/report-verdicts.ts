import { error, notice, setOutput, summary, warning } from '@actions/core';
import { problemMessage } from '../../../src/core/policy/parse-config.ts';
import type { Locale } from '../../../src/core/playbook/text-schema.ts';
import { renderVerdictText } from '../../../src/core/report/render-verdict-text.ts';
import type { PullSnapshot } from '../../../src/core/snapshot/pull-snapshot.ts';
import { worst } from '../../../src/core/verdict/combine.ts';
import { checkState } from '../../../src/core/verdict/conclusion.ts';
import { gateEntry } from '../../../src/core/verdict/gate-entry.ts';
import { letsThrough } from '../../../src/core/verdict/lets-through.ts';
import type { GateVerdict } from '../../../src/core/verdict/verdict.ts';
import { actionWords } from './action-words.ts';
import type { Judged, ToldJudgement } from './judged.ts';
import { mayGoOn } from './may-go-on.ts';
import { printInert } from '../print-inert.ts';
import { renderSummary } from './render-summary.ts';

// GitHub shows ten annotations of a kind a step; the summary has all of it.
const longestAnnotation = 4_000;

/** Tells the verdicts: outputs for later steps, annotations, the step's summary, and the trees in its log. */
export async function reportVerdicts(judged: ToldJudgement): Promise<void> {
  const { snapshot, pull, posting } = judged;
  const locale = localeOf(snapshot);
  setOutput('verdicts', JSON.stringify(pull.verdicts.map(gateEntry)));
  setOutput('conclusion', conclusionOf(judged));
  setOutput('checks', posting.kind);
  setOutput('pull', String(pull.number));
  annotate(judged, locale);
  await summary.addRaw(renderSummary(judged, locale), true).write();
}

function conclusionOf(judged: Judged): string {
  if (mayGoOn(judged)) return 'success';
  const verdicts = [judged.pull, ...judged.sameHead].flatMap((pull) => pull.verdicts);
  const stopping = verdicts.filter((verdict) => !letsThrough([verdict]));
  if (stopping.length === 0) return 'action_required';
  const state = checkState(worst(stopping.map(({ verdict }) => verdict)), 'block');
  return state?.status === 'completed' ? state.conclusion : 'in_progress';
}

function annotate({ snapshot, pull, sameHead, posting }: ToldJudgement, locale: Locale): void {
  const say = actionWords[locale];
  if (posting.kind === 'advisory') notice(say.advisory, { title: 'Sprintgate' });
  if (posting.kind === 'refused') warning(say.refused, { title: 'Sprintgate' });
  if (pull.verdicts.length === 0) error(say.nothingJudged, { title: 'Sprintgate' });
  const problems = snapshot.policy.kind === 'absent' ? [] : snapshot.policy.problems;
  for (const problem of problems) {
    const { file, line, column } = problem;
    warning(problemMessage(problem, locale), { title: 'Sprintgate', file, startLine: line, startColumn: column });
  }
  for (const verdict of pull.verdicts) annotateVerdict(verdict, { title: `Sprintgate · ${verdict.gate}`, locale });
  for (const { number, verdicts } of sameHead) {
    for (const verdict of verdicts) annotateVerdict(verdict, { title: `Sprintgate · #${number} · ${verdict.gate}`, locale });
  }
}

function annotateVerdict(verdict: GateVerdict, { title, locale }: { title: string; locale: Locale }): void {
  const text = renderVerdictText(verdict, locale);
  printInert(text);
  if (isGood(verdict)) return;
  const tell = letsThrough([verdict]) ? warning : error;
  tell(text.slice(0, longestAnnotation), { title });
}

function isGood({ verdict }: GateVerdict): boolean {
  return verdict === 'pass' || verdict === 'not-applicable';
}

function localeOf({ policy }: PullSnapshot): Locale {
  if (policy.kind === 'in-force') return policy.policy.locale;
  return policy.kind === 'broken' ? policy.locale : 'en';
}

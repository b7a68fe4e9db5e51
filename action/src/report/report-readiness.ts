import { notice, setOutput, summary, warning } from '@actions/core';
import { InputError } from '../../../src/core/errors/input-error.ts';
import { isRelease } from '../../../src/core/gates/readiness/is-release.ts';
import { planReports } from '../../../src/core/plan/plan-reports.ts';
import { renderReadinessReport } from '../../../src/core/report/readiness-report.ts';
import { applyWrite } from '../../../src/github/apply/apply-write.ts';
import { refusalOf } from '../../../src/github/refusal-of.ts';
import { type GateSources, gateSources } from '../gate/gate-sources.ts';
import { judgePull } from '../gate/judge-pull.ts';
import type { Judged } from '../gate/judged.ts';
import { actionWords } from '../gate/action-words.ts';
import { pullsToJudge } from '../gate/pulls-to-judge.ts';
import { readPosters } from '../gate/read-posters.ts';
import type { Inputs } from '../read-inputs.ts';
import type { Job } from '../read-job.ts';
import { reportStepWords } from './report-step-words.ts';

const title = 'Sprintgate';

/**
 * Brings the readiness comment on the release pull requests up to date: found by its marker, and edited. It tells and does not
 * judge: true when all could be told, whether or not a release is ready.
 */
export async function reportReadiness(inputs: Inputs, job: Job): Promise<boolean> {
  const sources = await gateSources(inputs, job);
  const { numbers } = await pullsToJudge(sources, inputs, job);
  if (numbers.length === 0) notice(actionWords.en.nothingOpen, { title });
  const told: boolean[] = [];
  for (const number of numbers) told.push(await reportOne(sources, number));
  return told.every(Boolean);
}

async function reportOne(sources: GateSources, number: number): Promise<boolean> {
  const { data } = await sources.github.rest.pulls.get({ ...sources.name, pull_number: number });
  if ((await readPosters(sources, data.head.sha)).app) {
    notice(actionWords.en.appDecides(number), { title });
    return true;
  }
  const judged = await judgePull(sources, number);
  const state = judged.snapshot.policy;
  if (state.kind !== 'in-force') throw new InputError('there is no configuration in force on the default branch, so there is nothing to report on.');
  const pull = judged.snapshot.pulls.find((each) => each.number === number);
  if (!pull || !isRelease(state.policy, pull, judged.snapshot.knownReleases)) {
    setOutput('comment', 'none');
    notice(reportStepWords[state.policy.locale].noRelease(number), { title });
    return true;
  }
  const { policy } = state;
  const markdown = renderReadinessReport({ policy, snapshot: judged.snapshot, pull, evaluation: judged.evaluation, previous: null });
  await summary.addRaw(`${markdown}\n`, true).write();
  return post(sources, judged);
}

/** Writes the comments that say something else than before. A token that may not is told which permission it lacks. */
async function post({ github, name }: GateSources, { evaluation, snapshot }: Judged): Promise<boolean> {
  const writes = planReports(evaluation, snapshot);
  const locale = evaluation.policy?.locale ?? 'en';
  try {
    for (const write of writes) await applyWrite(github, name, write);
  } catch (error) {
    refusalOf(error);
    setOutput('comment', 'refused');
    warning(reportStepWords[locale].refused, { title });
    return false;
  }
  setOutput('comment', writes.length === 0 ? 'unchanged' : 'written');
  return true;
}

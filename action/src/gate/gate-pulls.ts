import { error as annotate, notice, setOutput } from '@actions/core';
import { explainFailure } from '../explain-failure.ts';
import type { Inputs } from '../read-inputs.ts';
import type { Job } from '../read-job.ts';
import { actionWords } from './action-words.ts';
import { gatePull } from './gate-pull.ts';
import { type GateSources, gateSources } from './gate-sources.ts';
import { mayGoOn } from './may-go-on.ts';
import { pullsToJudge } from './pulls-to-judge.ts';

const title = 'Sprintgate';

/**
 * Judges the event's pull request, or all open ones where it names none, and posts what was decided. True when the one may go
 * on; of all, when each could be judged and posted: that a check is red is no failure of the sweep.
 */
export async function gatePulls(inputs: Inputs, job: Job): Promise<boolean> {
  const sources = await gateSources(inputs, job);
  const { numbers, left, all } = await pullsToJudge(sources, inputs, job);
  setOutput('advisory', String(sources.advisory));
  if (numbers.length === 0) notice(actionWords.en.nothingOpen, { title });
  if (left > 0) notice(actionWords.en.left(left), { title });
  const ends: boolean[] = [];
  for (const number of numbers) ends.push(all ? await gateOneOfAll(sources, number) : await gateOne(sources, number));
  return ends.every(Boolean);
}

async function gateOne(sources: GateSources, number: number): Promise<boolean> {
  const judged = await gatePull(sources, number);
  return judged === null || mayGoOn(judged);
}

/** One that cannot be read must not keep the others from being judged. */
async function gateOneOfAll(sources: GateSources, number: number): Promise<boolean> {
  try {
    const judged = await gatePull(sources, number);
    return judged === null || judged.posting.kind === 'posted' || mayGoOn(judged);
  } catch (error) {
    annotate(explainFailure(error), { title: `${title} · #${number}` });
    return false;
  }
}

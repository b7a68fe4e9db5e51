import { notice } from '@actions/core';
import { collectEvidence } from './collect/collect-evidence.ts';
import { actionWords } from './gate/action-words.ts';
import type { Inputs } from './read-inputs.ts';
import type { Job } from './read-job.ts';

/** What is left of every mode for a fork's pull request: its evidence. Red where there is none: a gate that judged nothing must not be green. */
export async function collectInstead(inputs: Inputs, job: Job): Promise<boolean> {
  notice(actionWords.en.onlyCollects, { title: 'Sprintgate' });
  return collectEvidence(inputs, job);
}

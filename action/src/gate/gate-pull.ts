import { notice, setOutput } from '@actions/core';
import { actionWords } from './action-words.ts';
import type { GateSources } from './gate-sources.ts';
import { judgePull } from './judge-pull.ts';
import type { Judged, Posting, ToldJudgement } from './judged.ts';
import { postChecks } from './post-checks.ts';
import { type Posters, readPosters } from './read-posters.ts';
import { reportVerdicts } from './report-verdicts.ts';

/** Judges one pull request, posts the checks of its head where they count, and tells. Null where the app is installed: it decides. */
export async function gatePull(sources: GateSources, number: number): Promise<ToldJudgement | null> {
  const { github, name } = sources;
  const { data } = await github.rest.pulls.get({ ...name, pull_number: number });
  const posters = await readPosters(sources, data.head.sha);
  if (posters.app) {
    setOutput('checks', 'app');
    notice(actionWords.en.appDecides(number), { title: 'Sprintgate' });
    if (!sources.byHand) return null;
  }
  const judged = await judgePull(sources, number);
  const told = { ...judged, posting: await post(sources, judged, posters) };
  await reportVerdicts(told);
  return told;
}

async function post(sources: GateSources, judged: Judged, { app, own }: Posters): Promise<Posting> {
  if (app) return { kind: 'app' };
  return sources.advisory ? { kind: 'advisory' } : postChecks(sources, judged, own);
}

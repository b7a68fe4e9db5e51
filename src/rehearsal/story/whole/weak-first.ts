import { type Play, runTests } from '../play.ts';
import { tellPull, type Told } from '../told.ts';
import { changeOf, mergeSprintPull, openSprintPull, type SprintState } from './sprint-pull.ts';
import { sprintWork } from './sprint-work.ts';

/** The pull request of a sprint arrives with too few tests, is stopped, gets them, and is merged. */
export async function* weakFirst(play: Play, state: SprintState): AsyncGenerator<Told> {
  const { stage, cast, repository, words } = play;
  const path = sprintWork[state.sprint]?.source?.[0] ?? '';
  const pull = openSprintPull(play, { ...state, weak: { [path]: 0.6 } });
  await stage.settle();
  yield tellPull(play, pull, { scene: 'weak', gateKind: 'coverage' });
  stage.github.people.pushToPull({
    repository,
    as: cast.developer,
    number: pull.number,
    files: { 'tests/api/predict.test.ts': '// made up\n' },
    message: words.fixMessage,
  });
  runTests(play, pull, changeOf(play, state));
  await stage.settle();
  const merged = await mergeSprintPull(play, pull, state);
  yield tellPull(play, pull, { scene: 'fixed', gateKind: 'coverage', facts: { merged: merged ? cast.lead : '' } });
}

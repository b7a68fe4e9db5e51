import { mergeIfGreen } from '../merge-if-green.ts';
import { type Play, runTests } from '../play.ts';
import { tellPull, type Told } from '../told.ts';

/** A pull request below the floor is stopped; the same with tests is let through, and merged. */
export async function* coverage(play: Play): AsyncGenerator<Told> {
  const { stage, cast, material, repository, words } = play;
  if (!material.coverage) return;
  const { weak, fixed } = material.coverage;
  stage.github.people.commit({ repository, as: cast.developer, branch: 'limits', files: weak.files, message: words.weakTitle });
  const pull = stage.github.people.openPull({ repository, as: cast.developer, head: 'limits', title: words.weakTitle, body: words.weakBody });
  runTests(play, pull, weak);
  await stage.settle();
  yield tellPull(play, pull, { scene: 'weak', gateKind: 'coverage' });
  stage.github.people.pushToPull({ repository, as: cast.developer, number: pull.number, files: fixed.files, message: words.fixMessage });
  runTests(play, pull, fixed);
  await stage.settle();
  const merged = await mergeIfGreen(play, pull);
  yield tellPull(play, pull, { scene: 'fixed', gateKind: 'coverage', facts: { merged: merged ? cast.lead : '' } });
}

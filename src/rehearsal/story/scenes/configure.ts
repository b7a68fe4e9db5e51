import { configPath } from '../../../core/policy/config-path.ts';
import type { Play } from '../play.ts';
import { homeOf, type Told } from '../told.ts';

/** The lead merges the configuration; the plan is shown before anything is created. */
export async function* configure(play: Play): AsyncGenerator<Told> {
  const { stage, cast, material, repository, words } = play;
  stage.github.people.commit({ repository, as: cast.lead, files: { [configPath]: material.config }, message: words.configMessage });
  await stage.settle();
  yield { scene: 'configured', facts: {}, check: null, path: `${homeOf(play)}/issues/1` };
}

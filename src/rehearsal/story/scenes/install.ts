import type { Play } from '../play.ts';
import { homeOf, type Told } from '../told.ts';

/** The app is installed on a repository without configuration, and asks for one. */
export async function* install(play: Play): AsyncGenerator<Told> {
  const { stage, material, repository } = play;
  stage.github.people.installApp({ account: material.owner, repositories: [repository] });
  await stage.settle();
  yield { scene: 'installed', facts: {}, check: null, path: `${homeOf(play)}/issues/1` };
}

import { goTo, type Play } from '../play.ts';
import { configure } from '../scenes/configure.ts';
import { install } from '../scenes/install.ts';
import type { Scene } from '../scenes/scene.ts';
import { seed } from '../scenes/seed.ts';
import type { Told } from '../told.ts';
import { pilot } from './pilot.ts';
import { playSprint } from './play-sprint.ts';
import { releaseWhole } from './release-whole.ts';
import { sprintWork } from './sprint-work.ts';

const begin: readonly Scene[] = [install, configure, seed];

/** Plays the method over its whole length, from the installation to the end of the pilot. Time is the embedded GitHub's clock, which is moved. */
export async function* tellWholeStory(play: Play): AsyncGenerator<Told> {
  goTo(play, play.policy.schedule.start);
  for (const scene of begin) yield* scene(play);
  for (const sprint of sprintWork.keys()) yield* playSprint(play, sprint);
  yield* releaseWhole(play);
  yield* pilot(play);
}

import { goTo, type Play } from './play.ts';
import { checkpoint } from './scenes/checkpoint.ts';
import { configure } from './scenes/configure.ts';
import { coverage } from './scenes/coverage.ts';
import { install } from './scenes/install.ts';
import { release } from './scenes/release.ts';
import type { Scene } from './scenes/scene.ts';
import { seed } from './scenes/seed.ts';
import type { Told } from './told.ts';

const scenes: readonly Scene[] = [install, configure, seed, coverage, checkpoint, release];

/** Plays the whole path and tells each step as it happens. Days and ids come from the configuration: it is the same each time. */
export async function* tellStory(play: Play): AsyncGenerator<Told> {
  goTo(play, play.policy.schedule.start);
  for (const scene of scenes) yield* scene(play);
}

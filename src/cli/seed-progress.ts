import { Presets, SingleBar } from 'cli-progress';
import type { SeedProgress } from '../github/seeding/apply-seeding.ts';

/** A progress bar on a terminal; elsewhere nothing is drawn. */
export function seedProgress(label = 'Seeding'): { show: (progress: SeedProgress) => void; stop: () => void } {
  const bar = new SingleBar(
    { format: `${label} {bar} {value}/{total} {left}`, noTTYOutput: false, hideCursor: true, stream: process.stderr },
    Presets.shades_classic,
  );
  let started = false;
  return {
    show(progress) {
      if (!started) bar.start(progress.total, 0, { left: '' });
      started = true;
      bar.update(progress.done, { left: progress.etaSeconds ? `${Math.ceil(progress.etaSeconds / 60)} min left` : '' });
    },
    stop() {
      if (started) bar.stop();
    },
  };
}

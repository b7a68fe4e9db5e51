import { Presets, SingleBar } from 'cli-progress';
import type { SeedProgress } from '../github/seeding/apply-seeding.ts';

/** A progress bar on a terminal; elsewhere a line for every tenth of the way, or nothing where the caller tells it in its own way. */
export function seedProgress(label = 'Seeding', elsewhere: 'lines' | 'nothing' = 'lines'): { show: (progress: SeedProgress) => void; stop: () => void } {
  const bar = new SingleBar(
    { format: `${label} {bar} {value}/{total} {left}`, noTTYOutput: false, hideCursor: true, stream: process.stderr },
    Presets.shades_classic,
  );
  let started = false;
  return {
    show(progress) {
      if (!process.stderr.isTTY) return elsewhere === 'lines' ? logTenth(label, progress) : undefined;
      if (!started) bar.start(progress.total, 0, { left: '' });
      started = true;
      bar.update(progress.done, { left: leftOf(progress) });
    },
    stop() {
      if (started) bar.stop();
    },
  };
}

function logTenth(label: string, progress: SeedProgress): void {
  const { done, total } = progress;
  const tenths = (count: number) => Math.floor((count * 10) / total);
  if (tenths(done) > tenths(done - 1)) process.stderr.write(`${`${label} ${done}/${total} ${leftOf(progress)}`.trim()}\n`);
}

function leftOf({ etaSeconds }: SeedProgress): string {
  return etaSeconds ? `${Math.ceil(etaSeconds / 60)} min left` : '';
}

/** The longest time that this thread itself computed between two ticks of a timer, in milliseconds. */
export interface Turns {
  reset(): void;
  longest(): number;
}

/**
 * A timer of a millisecond ticks late when the event loop is blocked, but also when other programs have the processor. The
 * thread's own time on the processor tells the two apart.
 */
export function watchTurns(): Turns {
  let longest = 0;
  let before = ownTime();
  setInterval(() => {
    const now = ownTime();
    longest = Math.max(longest, now - before);
    before = now;
  }, 1).unref();
  return {
    reset() {
      longest = 0;
      before = ownTime();
    },
    longest: () => longest,
  };
}

function ownTime(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1_000;
}

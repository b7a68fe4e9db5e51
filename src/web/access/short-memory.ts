interface Remembered<T> {
  readonly answer: Promise<T>;
  readonly until: number;
}

export interface ShortMemoryOptions {
  /** How long an answer holds, in ms from when it was asked for. */
  readonly life: number;
  /** Beyond so many the oldest are forgotten. */
  readonly most: number;
  /** ISO time. */
  readonly now: () => string;
}

/** Asks once for several who want to know the same, and keeps the answer for a short time. A failure is not kept. */
export function shortMemory<T>({ life, most, now }: ShortMemoryOptions): (key: string, ask: () => Promise<T>) => Promise<T> {
  const kept = new Map<string, Remembered<T>>();
  return (key, ask) => {
    const at = Date.parse(now());
    const known = kept.get(key);
    // A clock that was set back must not make an answer hold longer.
    if (known && known.until > at && known.until <= at + life) return known.answer;
    const answer = ask();
    const fresh = { answer, until: at + life };
    kept.delete(key);
    kept.set(key, fresh);
    answer.catch(() => {
      if (kept.get(key) === fresh) kept.delete(key);
    });
    for (const oldest of kept.keys()) {
      if (kept.size <= most) break;
      kept.delete(oldest);
    }
    return answer;
  };
}

/** How fast content may be created. */
export interface ContentLimits {
  readonly perMinute: number;
  readonly perHour: number;
  /** Milliseconds between two writes that notify people, such as a new issue. */
  readonly spacing: number;
  /** Milliseconds between two other writes. */
  readonly quietSpacing: number;
}

/**
 * GitHub: at most 80 content-generating requests a minute and 500 an hour, a second between writes. It does not say which
 * writes count, nor that other apps and the web page leave us all of them: every write is counted, and 20 an hour are left over.
 * Three seconds between issues is what Octokit's throttling keeps too.
 */
export const githubContentLimits: ContentLimits = { perMinute: 80, perHour: 480, spacing: 3000, quietSpacing: 1000 };

const minute = 60_000;
const hour = 60 * minute;

/** The earliest time (ms) at which one more write is within the limits, given the times of those before it, in order. */
export function nextWriteAt(limits: ContentLimits, past: readonly number[], next: { readonly now: number; readonly loud: boolean }): number {
  const { now, loud } = next;
  const last = past.at(-1);
  const spaced = last === undefined ? now : last + (loud ? limits.spacing : limits.quietSpacing);
  return Math.max(now, spaced, roomAt(limits, past, now));
}

/** As `nextWriteAt`, without distance from the write before: for what a person waits for. */
export function roomAt(limits: Pick<ContentLimits, 'perMinute' | 'perHour'>, past: readonly number[], now: number): number {
  return Math.max(now, freeAt(past, limits.perMinute, minute), freeAt(past, limits.perHour, hour));
}

/** The times that still matter: older ones are outside every window. */
export function recentWrites(past: readonly number[], now: number): number[] {
  return past.filter((time) => time > now - hour);
}

function freeAt(past: readonly number[], most: number, window: number): number {
  // The write that must have left the window before another one fits into it.
  const blocking = past.at(-most);
  return blocking === undefined ? 0 : blocking + window;
}

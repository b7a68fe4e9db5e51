/** Length of a sprint in calendar days from `2w` or `10d`; null when it is no such length or beyond 12 weeks. */
export function readSprintDays(text: string): number | null {
  const match = /^([1-9]\d{0,2})([wd])$/.exec(text);
  if (!match) return null;
  const days = Number(match[1]) * (match[2] === 'w' ? 7 : 1);
  return days <= 84 ? days : null;
}

// GitHub itself gives up on a deployment after 30 days.
const longestWait = 29 * 24 * 60;

/** Minutes from `90m`, `12h` or `7d`; null when it is no such time or beyond 29 days. */
export function readWaitMinutes(text: string): number | null {
  const match = /^([1-9]\d{0,4})([mhd])$/.exec(text);
  if (!match) return null;
  const minutes = Number(match[1]) * (match[2] === 'd' ? 24 * 60 : match[2] === 'h' ? 60 : 1);
  return minutes <= longestWait ? minutes : null;
}

/** Minutes from `90m` or `2h`; null when it is no such time or beyond a day. */
export function readMinutes(text: string): number | null {
  const match = /^([1-9]\d{0,3})([mh])$/.exec(text);
  if (!match) return null;
  const minutes = Number(match[1]) * (match[2] === 'h' ? 60 : 1);
  return minutes <= 24 * 60 ? minutes : null;
}

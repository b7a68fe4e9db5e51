/** Length of a sprint in calendar days from `2w` or `10d`; null when it is no such length or beyond 12 weeks. */
export function readSprintDays(text: string): number | null {
  const match = /^([1-9]\d{0,2})([wd])$/.exec(text);
  if (!match) return null;
  const days = Number(match[1]) * (match[2] === 'w' ? 7 : 1);
  return days <= 84 ? days : null;
}

/** Minutes from `90m` or `2h`; null when it is no such time or beyond a day. */
export function readMinutes(text: string): number | null {
  const match = /^([1-9]\d{0,3})([mh])$/.exec(text);
  if (!match) return null;
  const minutes = Number(match[1]) * (match[2] === 'h' ? 60 : 1);
  return minutes <= 24 * 60 ? minutes : null;
}

export interface TapPoint {
  readonly ok: boolean;
  readonly name: string;
  readonly directive: 'skip' | 'todo' | null;
  /** A brace at its end: the sub-tests follow. */
  readonly opens: boolean;
}

const point = /^(not )?ok\b(?:\s+\d{1,9})?\s*(?:-\s+)?(.*)$/;

/** A test point, its indentation cut off; null when the line is none. */
export function tapPoint(line: string): TapPoint | null {
  const match = point.exec(line);
  if (!match) return null;
  const text = (match[2] ?? '').slice(0, 2000);
  const directive = /(?:^|\s)#\s*(skip|todo)/i.exec(text);
  const name = (directive ? text.slice(0, directive.index) : text.replace(/\s#\s(time|duration).*$/, '')).replace(/\s*\{\s*$/, '').trim();
  return {
    ok: match[1] === undefined,
    name,
    directive: directive ? (directive[1]?.toLowerCase() === 'skip' ? 'skip' : 'todo') : null,
    opens: /\s\{\s*$/.test(text),
  };
}

/** How many points a plan promises; null when the line is none. */
export function tapPlan(line: string): number | null {
  const match = /^1\.\.(\d{1,9})\s*(#.*)?$/.exec(line);
  return match ? Number(match[1]) : null;
}

import { isCalendarDay } from '../../core/calendar/calendar-day.ts';
import type { Edits, SupposedSignature } from '../../core/explain/edits.ts';

/** What a form supposes, and what in it was not understood. */
export interface AskedEdits {
  readonly edits: Edits;
  readonly isEmpty: boolean;
  readonly wrong: readonly string[];
}

/** Of each kind. More is not judged: the rest is named as not understood. */
const most = 40;
const longest = 120;

/** Reads the fields of the form: days, names and figures as plain text, of limited number and length. */
export function askedEdits(query: URLSearchParams): AskedEdits {
  const wrong: string[] = [];
  const one = (name: string, fits: (value: string) => boolean): string | undefined => {
    const value = query.get(name)?.trim() ?? '';
    if (value === '') return undefined;
    if (value.length <= longest && fits(value)) return value;
    wrong.push(`${name}: ${value.slice(0, longest)}`);
    return undefined;
  };
  const many = (name: string, values: readonly string[]): string[] => {
    const given = [...new Set(values.map((value) => value.trim()).filter((value) => value !== ''))];
    const taken = given.filter((value) => value.length <= longest).slice(0, most);
    if (taken.length < given.length) wrong.push(name);
    return taken;
  };
  const date = one('date', isCalendarDay);
  const milestone = one('milestone', () => true);
  const labels = many(
    'label',
    query.getAll('label').flatMap((value) => value.split(',')),
  );
  const signatures = (['approve', 'attest', 'waive'] as const).flatMap((kind): SupposedSignature[] =>
    many(kind, query.getAll(kind)).map((subject) => ({ kind, subject, login: null })),
  );
  const figures = [...query].filter(([name, value]) => name.startsWith('coverage.') && value.trim() !== '');
  const coverage = figures.slice(0, most).flatMap(([name, value]) => {
    const points = pointsOf(value);
    if (points === null) wrong.push(`${name}: ${value.slice(0, longest)}`);
    return points === null ? [] : [{ component: name.slice('coverage.'.length), points }];
  });
  const edits: Edits = { ...(date === undefined ? {} : { date }), ...(milestone === undefined ? {} : { milestone }), labels, signatures, coverage };
  return { edits, isEmpty: date === undefined && milestone === undefined && labels.length + signatures.length + coverage.length === 0, wrong };
}

/** Basis points of a percentage as people write it, with a point or a comma. */
function pointsOf(text: string): number | null {
  const match = /^(\d{1,3})(?:[.,](\d{1,2}))?$/.exec(text.trim());
  if (!match) return null;
  const points = Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
  return points <= 10_000 ? points : null;
}

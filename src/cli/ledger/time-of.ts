import { InputError } from '../../core/errors/input-error.ts';

/** A date of an option as an ISO time: the end of that day in UTC. Left out, after all times. */
export function timeOf(text: string | undefined): string {
  if (text === undefined) return '9999-12-31T23:59:59Z';
  const time = Date.parse(/^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text}T23:59:59.999Z` : text);
  if (Number.isNaN(time)) throw new InputError(`"${text}" is no date; write YYYY-MM-DD or an ISO time such as 2027-03-31T18:00:00Z.`);
  return new Date(time).toISOString();
}

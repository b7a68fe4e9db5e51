import type { ConfigProblem } from './policy.ts';

// Nobody mends more in one go, and a file of nothing but errors must not fill a check or a log.
const most = 100;

/** The first hundred problems; a last one says how many more there are. */
export function capProblems(problems: readonly ConfigProblem[]): ConfigProblem[] {
  const next = problems[most];
  if (!next) return [...problems];
  const more = problems.length - most;
  const messages = { en: `and ${more} more.`, es: `y ${more} más.` };
  return [...problems.slice(0, most), { ...next, path: '', message: messages.en, messages }];
}

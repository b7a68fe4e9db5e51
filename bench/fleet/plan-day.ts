import { pick, randomOf } from './random.ts';

/** How a pull request is made, from which alone the oracle knows its checks. */
export type Making = 'covered' | 'uncovered' | 'silent' | 'unreadable' | 'release' | 'broken-config';

export interface Story {
  readonly number: number;
  /** Which repository, from 0. */
  readonly repository: number;
  readonly making: Making;
}

/** Something that somebody does, at a minute of the day. */
export interface Deed {
  readonly minute: number;
  readonly story: Story;
  readonly what: 'open' | 'push' | 'run' | 'noise' | 'comment' | 'label' | 'merge';
}

const makings: readonly (readonly [Making, number])[] = [
  ['covered', 62],
  ['uncovered', 14],
  ['silent', 8],
  ['unreadable', 6],
  ['release', 5],
  ['broken-config', 5],
];

// Shares of a day's work by the hour: two humps with a lunch between, and somebody who is up at night.
const hours = [1, 1, 1, 1, 1, 1, 2, 5, 12, 20, 24, 22, 12, 14, 22, 24, 20, 12, 6, 4, 3, 2, 1, 1].map((weight, hour) => [hour, weight] as const);
const dayEnd = 1439;

/** A day of so many pull requests. Repositories are chosen by Zipf's law with exponent 0.8: the first of 5,000 has one in 23. */
export function planDay({ repositories, pulls, seed }: { readonly repositories: number; readonly pulls: number; readonly seed: number }): Deed[] {
  const random = randomOf(seed);
  const weighted = shuffled(random, repositories).map((repository, rank) => [repository, (rank + 1) ** -0.8] as const);
  const stories = Array.from({ length: pulls }, (_, number): Story => ({ number, repository: pick(random, weighted), making: pick(random, makings) }));
  return stories.flatMap((story) => deedsOf(random, story)).toSorted((a, b) => a.minute - b.minute);
}

function deedsOf(random: () => number, story: Story): Deed[] {
  const deeds: Deed[] = [];
  const at = (minute: number, what: Deed['what']) => void (minute <= dayEnd && deeds.push({ minute, story, what }));
  // What nobody reports is judged when its deadline is over: within the day.
  const latest = story.making === 'silent' ? 18 * 60 : dayEnd;
  let minute = Math.min(latest - 60, pick(random, hours) * 60 + Math.floor(random() * 60));
  at(minute, 'open');
  heads(minute);
  while (random() < 0.5 && minute + 40 < latest) {
    minute += 10 + Math.floor(random() * 25);
    at(minute, 'push');
    heads(minute);
  }
  if (random() < 0.6) at(minute + 3, 'comment');
  if (random() < 0.3) at(minute + 4, 'label');
  if (story.making === 'covered' && random() < 0.5) at(minute + 15 + Math.floor(random() * 120), 'merge');
  return deeds;

  function heads(pushed: number): void {
    if (story.making !== 'silent') at(pushed + 4 + Math.floor(random() * 4), 'run');
    if (random() < 0.25) at(pushed + 2, 'noise');
  }
}

function shuffled(random: () => number, count: number): number[] {
  const all = Array.from({ length: count }, (_, at) => at);
  for (let at = count - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    [all[at], all[other]] = [all[other] ?? 0, all[at] ?? 0];
  }
  return all;
}

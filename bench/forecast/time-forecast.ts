import { dayOfNumber } from '../../src/core/calendar/day-number.ts';
import { forecastWork } from '../../src/core/forecast/forecast-work.ts';
import { questionOf } from './back-test.ts';
import { generateHistory } from './generate-history.ts';

const rounds = 51;

/** Milliseconds of a forecast of a plan of some 200 items, half way. */
export function timeForecast(): { items: number; futures: number; rounds: number; best: number; median: number } {
  const history = firstOfSize(200);
  const question = { ...questionOf(history, Math.round((history.start + history.end) / 2)), seed: dayOfNumber(history.start) };
  const times = Array.from({ length: rounds }, () => {
    const begun = performance.now();
    forecastWork(question);
    return performance.now() - begun;
  }).sort((a, b) => a - b);
  return { items: history.items.length, futures: 2_000, rounds, best: times[0] ?? 0, median: times[Math.floor(rounds / 2)] ?? 0 };
}

function firstOfSize(size: number) {
  for (let index = 0; ; index += 1) {
    const history = generateHistory('growing scope', `time ${index}`);
    if (Math.abs(history.items.length - size) <= 5) return history;
  }
}

import { dayOfNumber } from '../../src/core/calendar/day-number.ts';
import { forecastWork } from '../../src/core/forecast/forecast-work.ts';
import { questionOf } from './back-test.ts';
import { generateHistory } from './generate-history.ts';

const rounds = 51;

/** Milliseconds of processor, which a busy machine changes little, of a forecast of a plan of some 200 items, half way. */
export function timeForecast(): { items: number; futures: number; rounds: number; mean: number } {
  const history = firstOfSize(200);
  const question = { ...questionOf(history, Math.round((history.start + history.end) / 2)), seed: dayOfNumber(history.start) };
  for (let round = 0; round < rounds; round += 1) forecastWork(question);
  const begun = process.cpuUsage();
  for (let round = 0; round < rounds; round += 1) forecastWork(question);
  const { user, system } = process.cpuUsage(begun);
  return { items: history.items.length, futures: 2_000, rounds, mean: (user + system) / 1_000 / rounds };
}

function firstOfSize(size: number) {
  for (let index = 0; ; index += 1) {
    const history = generateHistory('growing scope', `time ${index}`);
    if (Math.abs(history.items.length - size) <= 5) return history;
  }
}

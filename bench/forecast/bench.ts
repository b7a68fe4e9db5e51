/**
 * Holds the forecast against projects that came to their end: npm run bench:forecast -- --histories 500 --seed measured
 * Fails when P85 did not cover 80 to 90 of 100 over all kinds. Writes the table into docs/performance.md when it was asked
 * for nothing, or with --write.
 */
import { parseArgs } from 'node:util';
import { markdownTable } from 'markdown-table';
import { machine, writeSection } from '../report/write-section.ts';
import { backTest, type Trial } from './back-test.ts';
import { kinds } from './generate-history.ts';
import { summarise } from './summarise.ts';
import { timeForecast } from './time-forecast.ts';

const { values } = parseArgs({
  options: { histories: { type: 'string', default: '500' }, seed: { type: 'string', default: 'measured' }, write: { type: 'boolean', default: false } },
});
const histories = Number(values.histories);
const tested = kinds.map((kind) => ({ kind, trials: backTest({ kind, histories, seed: values.seed }) }));
const all = tested.flatMap(({ trials }) => trials);
const table = markdownTable([
  [
    'team',
    'forecasts',
    'median error, P50',
    'median error, mean pace',
    'readiness by P85',
    'checkpoint by P85',
    'both by P85',
    'both by mean pace',
    'P85 after P50',
  ],
  ...tested.map(({ kind, trials }) => row(kind, trials)),
  row('**all**', all),
]);
console.log(table);
const speed = timeForecast();
const timed = `A forecast of ${speed.items} items with ${speed.futures.toLocaleString('en')} futures: ${speed.mean.toFixed(1)} ms of processor as the mean of ${speed.rounds}.`;
console.log(timed);
if (values.write || process.argv.length === 2)
  await writeSection('bench:forecast', `${machine()}; ${histories} generated histories a kind, seed \`${values.seed}\`.\n\n${table}\n\n${timed}`);
const { covered } = summarise(all);
if (covered < 0.8 || covered > 0.9) {
  console.error(`P85 covers ${(covered * 100).toFixed(1)} % and not 80 to 90 %`);
  process.exitCode = 1;
}

function row(name: string, trials: readonly Trial[]): string[] {
  const both = summarise(trials);
  const percent = (part: number) => `${(part * 100).toFixed(1)} %`;
  const days = (count: number) => `${count} days`;
  const of = (goal: Trial['goal']) => percent(summarise(trials.filter((trial) => trial.goal === goal)).covered);
  return [
    name,
    trials.length.toLocaleString('en'),
    days(both.error),
    days(both.naiveError),
    of('readiness'),
    of('checkpoint'),
    percent(both.covered),
    percent(both.naiveCovered),
    days(both.width),
  ];
}

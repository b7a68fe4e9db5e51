/**
 * Measures for how long reading and judging evidence blocks the app's event loop, and writes the table into docs/performance.md.
 * Usage: npm run bench:event-loop; ROUNDS=3 by default. The app runs in a process of its own against the embedded GitHub.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { markdownTable } from 'markdown-table';
import { startGitHub } from '../../src/rehearsal/github/start-github.ts';
import { readManifest, smallConfig } from '../../test/support/stage.ts';
import { inputs } from '../evidence/inputs/inputs.ts';
import { writeInput } from '../evidence/inputs/write-input.ts';
import type { Blocked } from './measured-app.ts';
import { manyReports } from './many-reports.ts';
import { type MeasuredApp, startMeasuredApp, type Where } from './start-measured-app.ts';

const rounds = Number(process.env['ROUNDS'] ?? 3);
const page = new URL('../../docs/performance.md', import.meta.url);
const cache = new URL('../../.cache/bench-evidence/', import.meta.url);
const [begin, end] = ['<!-- bench:event-loop -->', '<!-- /bench:event-loop -->'];

interface Upload {
  readonly title: string;
  readonly files: Readonly<Record<string, string>>;
}

const lcov = await largeLcov();
const paths = lcov.split('\n').flatMap((line) => (line.startsWith('SF:') ? [line.slice(3)] : []));
const uploads: readonly Upload[] = [
  { title: `LCOV, ${Math.round(lcov.length / 1e6)} MB, ${paths.length.toLocaleString('en')} files`, files: { 'lcov.info': lcov } },
  { title: '1,900 JUnit reports of 200 tests', files: manyReports(1_900, 200) },
];
const places: readonly Where[] = ['here', 'elsewhere'];

const seen = new Map<string, Blocked[]>();
for (let round = 0; round < rounds; round += 1) for (const where of places) await measureAll(where);
const rows = [...seen].map(([key, all]) => [...shown(key), best(all, 'own'), best(all, 'longest'), best(all, 'p99')]);
const table = markdownTable([['what is done', 'evidence is read and judged', 'longest own turn', 'latest timer', '99 % of timers'], ...rows]);
console.log(table);
await writePage();

async function measureAll(where: Where): Promise<void> {
  for (const upload of uploads) {
    const github = await startWorld();
    const app = await startMeasuredApp(github, where);
    try {
      await measureUpload(github, app, { upload, where });
    } finally {
      await app.stop();
      await github.close();
    }
  }
}

async function startWorld() {
  const manifest = readManifest();
  const github = await startGitHub({ now: '2027-01-12T18:00:00Z', app: { permissions: manifest.default_permissions, events: manifest.default_events } });
  github.people.addOrganisation('acme', { owners: ['ana'], members: ['luis'] });
  return github;
}

type World = Awaited<ReturnType<typeof startWorld>>;

async function measureUpload(github: World, app: MeasuredApp, { upload, where }: { upload: Upload; where: Where }): Promise<void> {
  const { people } = github;
  people.installApp({ account: 'acme' });
  const files = Object.fromEntries(paths.map((path) => [path, 'x\n']));
  const config = smallConfig.replace('src/**', 'packages/**');
  const repository = people.createRepository({
    owner: 'acme',
    name: 'shop',
    as: 'ana',
    files: { 'README.md': '#\n', '.github/sprintgate.yml': config, ...files },
  });
  people.grantRole({ repository, login: 'luis', role: 'write' });
  const changed = Object.fromEntries(paths.slice(0, 5).map((path) => [path, 'x\ny\nz\n']));
  people.commit({ repository, as: 'luis', branch: 'work', files: changed });
  const pull = people.openPull({ repository, as: 'luis', head: 'work' });
  await settle(github, app);

  const artifacts = [{ name: 'sprintgate-api', files: upload.files }];
  await app.begin();
  people.runWorkflow({ repository, as: 'luis', path: '.github/workflows/ci.yml', pull: pull.number, jobs: ['test'], artifacts });
  await settle(github, app);
  note(`${upload.title}: read and judged|${where}`, await app.end());
  const summary = [...repository.checkRuns.values()].find(({ name, headSha }) => name === 'sprintgate/coverage' && headSha === pull.pull.headSha);
  if (summary?.conclusion === undefined || summary.conclusion === null) throw new Error(`${upload.title} was not judged`);
  await app.begin();
  await app.look(repository.id, pull.number);
  note(`${upload.title}: judged again|${where}`, await app.end());
}

async function settle(github: World, app: MeasuredApp): Promise<void> {
  let known = -1;
  while (known !== github.webhooks.deliveries.length) {
    known = github.webhooks.deliveries.length;
    await github.settled();
    await app.end();
  }
}

function note(key: string, blocked: Blocked): void {
  console.error(`${key}: ${JSON.stringify(blocked)}`);
  seen.set(key, [...(seen.get(key) ?? []), blocked]);
}

function best(all: readonly Blocked[], figure: keyof Blocked): string {
  return `${Math.min(...all.map((one) => one[figure])).toFixed(0)} ms`;
}

function shown(key: string): string[] {
  const [what = '', where = ''] = key.split('|');
  return [what, where === 'here' ? 'in the app’s own process' : 'in a process beside it'];
}

async function largeLcov(): Promise<string> {
  const input = inputs.find(({ name }) => name === 'lcov');
  if (!input) throw new Error('there is no large LCOV');
  await mkdir(cache, { recursive: true });
  const path = fileURLToPath(new URL(`${input.name}-${input.megabytes}mb-${input.files}`, cache));
  await writeInput(input, path);
  return readFile(path, 'latin1');
}

async function writePage(): Promise<void> {
  const text = await readFile(page, 'utf8');
  const [before, rest = ''] = text.split(begin);
  const after = rest.split(end)[1] ?? '';
  const machine = `Node ${process.versions.node}, ${cpus().length} cores (${cpus()[0]?.model.trim() ?? 'unknown'}), ${rounds === 1 ? 'one round' : `best of ${rounds} rounds in turns`}, embedded database.`;
  if (text.includes(begin)) await writeFile(page, `${before}${begin}\n\n${machine}\n\n${table}\n\n${end}${after}`);
}

/** The embedded GitHub in a process of its own, with organisations whose pull requests get a new commit when told. Started by bench.ts. */
import type { PullIssue } from '../../src/rehearsal/github/records/find.ts';
import type { Repository } from '../../src/rehearsal/github/records/repository.ts';
import { startGitHub } from '../../src/rehearsal/github/start-github.ts';
import type { IndexedPull } from '../../src/store/known/save-pull.ts';
import type { KnownRepository } from '../../src/store/known/remember-repository.ts';
import { covered, readManifest, smallConfig } from '../../test/support/stage.ts';

export type Ask =
  | { readonly ask: 'push' }
  /** Milliseconds added to every answer. */
  | { readonly ask: 'latency'; readonly ms: number }
  | { readonly ask: 'count' };

export interface Told {
  readonly url: string;
  readonly appId: number;
  readonly privateKey: string;
  readonly secret: string;
  readonly repositories: readonly (KnownRepository & { readonly installation: number })[];
}

/** What was asked since the last count, and which pull requests have not all of their checks green. */
export interface Counted {
  readonly reads: number;
  readonly writes: number;
  readonly wrong: readonly string[];
}

const [organisations = 4, repositories = 10, pulls = 5] = process.argv.slice(2).map(Number);
const manifest = readManifest();
const github = await startGitHub({ validate: false, app: { permissions: manifest.default_permissions, events: manifest.default_events } });
const { people } = github;
const all: { readonly repository: Repository; readonly pull: PullIssue }[] = [];
const known: Told['repositories'][number][] = [];
people.addOrganisation('first', { owners: ['ana'], members: ['luis'] });
for (let at = 0; at < organisations; at += 1) {
  const owner = `org${at}`;
  people.addOrganisation(owner, { owners: ['ana'], members: ['luis'] });
  const { id: installation } = people.installApp({ account: owner });
  for (let count = 0; count < repositories; count += 1) {
    const name = `shop${count}`;
    const repository = people.createRepository({ owner, name, as: 'ana', files: { 'README.md': `# ${name}\n`, '.github/sprintgate.yml': smallConfig } });
    people.grantRole({ repository, login: 'luis', role: 'write' });
    known.push({ id: repository.id, owner, name, installation });
    for (let pull = 0; pull < pulls; pull += 1) all.push({ repository, pull: open(repository, pull) });
  }
}
let mark = github.requests.mark();
let turn = 0;
process.on('message', (message) => void process.send?.(answer(message as Ask)));
const told: Told = { url: github.url, appId: github.app.id, privateKey: github.app.privateKeyPem, secret: github.webhookSecret, repositories: known };
process.send?.(told);

function open(repository: Repository, at: number): PullIssue {
  const branch = `work${at}`;
  people.commit({ repository, as: 'luis', branch, files: { [`src/${branch}.ts`]: 'export const a = 1;\nexport const b = 2;\n' } });
  return people.openPull({ repository, as: 'luis', head: branch, title: `Work on ${branch}` });
}

function answer(asked: Ask): unknown {
  if (asked.ask === 'push') return all.map(push);
  if (asked.ask === 'latency') {
    github.answers.latency = asked.ms;
    return {};
  }
  const { reads, writes } = github.requests.since(mark);
  mark = github.requests.mark();
  return { reads, writes, wrong: all.flatMap(wrongOf) } satisfies Counted;
}

/** A new commit with a run that reports every line as covered. */
function push({ repository, pull }: (typeof all)[number]): IndexedPull {
  turn += 1;
  const path = `src/${pull.pull.headRef}.ts`;
  people.pushToPull({ repository, as: 'luis', number: pull.number, files: { [path]: `export const a = ${turn};\nexport const b = 2;\n` } });
  const artifacts = [{ name: 'sprintgate-api', files: { 'lcov.info': covered(path) } }];
  people.runWorkflow({ repository, as: 'luis', path: '.github/workflows/ci.yml', pull: pull.number, jobs: ['test'], artifacts });
  return { repository: repository.id, number: pull.number, headSha: pull.pull.headSha, baseRef: 'main', open: true, updatedAt: new Date().toISOString() };
}

function wrongOf({ repository, pull }: (typeof all)[number]): string[] {
  const checks = [...repository.checkRuns.values()].filter((run) => run.headSha === pull.pull.headSha && run.name.startsWith('sprintgate/'));
  const green = checks.filter(({ conclusion }) => conclusion === 'success').length;
  return green === 4 && checks.length === 4 ? [] : [`${repository.name}#${pull.number}: ${checks.map((run) => `${run.name} ${run.conclusion}`).join(', ')}`];
}

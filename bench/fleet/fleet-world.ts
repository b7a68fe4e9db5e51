import type { PullIssue } from '../../src/rehearsal/github/records/find.ts';
import type { Repository } from '../../src/rehearsal/github/records/repository.ts';
import { type EmbeddedGitHub, startGitHub } from '../../src/rehearsal/github/start-github.ts';
import type { KnownRepository } from '../../src/store/known/remember-repository.ts';
import { readManifest, smallConfig } from '../../test/support/stage.ts';
import type { Deed, Making, Story } from './plan-day.ts';

/** When the day begins: midnight where people work. */
export const dayBegins = Date.parse('2027-01-12T06:00:00Z');
export const inOrganisation = 50;

const files = Array.from({ length: 60 }, (_, at) => `src/file${at}.ts`);
const path = '.github/workflows/ci.yml';

export interface FleetWorld {
  readonly github: EmbeddedGitHub;
  readonly known: readonly KnownRepository[];
  readonly organisationOf: (installation: number) => string;
  readonly do: (deed: Deed) => void;
  /** Open pull requests with what is wrong about their checks; empty when all is right. */
  readonly wrong: () => readonly string[];
  readonly open: () => number;
}

interface Told {
  readonly story: Story;
  readonly repository: Repository;
  readonly pull: PullIssue;
  turn: number;
}

/** Organisations of 50 repositories each, with GitHub's limits, in which nothing has happened yet. */
export async function startFleetWorld(repositories: number): Promise<FleetWorld> {
  const manifest = readManifest();
  const now = new Date(dayBegins).toISOString();
  const github = await startGitHub({ now, validate: false, app: { permissions: manifest.default_permissions, events: manifest.default_events } });
  github.webhooks.carryBy(() => undefined);
  Object.assign(github.rateLimit.limits, {
    primary: 5_000,
    graphql: 5_000,
    content: { perMinute: 80, perHour: 500 },
    points: { rest: 900, graphql: 2_000 },
    concurrency: 100,
  });
  const all: Repository[] = [];
  const known: KnownRepository[] = [];
  const organisations = new Map<number, string>();
  for (let at = 0; all.length < repositories; at += 1) {
    const owner = `org${at}`;
    github.people.addOrganisation(owner, { owners: ['ana'], members: ['luis'] });
    const { id: installation } = github.people.installApp({ account: owner });
    organisations.set(installation, owner);
    for (let count = 0; count < inOrganisation && all.length < repositories; count += 1) {
      const repository = createRepository(github, owner, `shop${count}`);
      all.push(repository);
      known.push({ id: repository.id, owner, name: repository.name, installation });
    }
  }
  github.webhooks.forget();
  const told = new Map<number, Told>();
  return {
    github,
    known,
    organisationOf: (installation) => organisations.get(installation) ?? String(installation),
    do: (deed) => perform(github, told, { deed, repository: all[deed.story.repository] }),
    wrong: () => openOf(told).flatMap((one) => wrongOf(github, one)),
    open: () => openOf(told).length,
  };
}

function createRepository({ people }: EmbeddedGitHub, owner: string, name: string): Repository {
  const contents = Object.fromEntries(files.map((file) => [file, 'export const a = 1;\nexport const b = 2;\n']));
  const repository = people.createRepository({
    owner,
    name,
    as: 'ana',
    files: { 'README.md': `# ${name}\n`, '.github/sprintgate.yml': smallConfig, ...contents },
  });
  people.grantRole({ repository, login: 'luis', role: 'write' });
  return repository;
}

function perform(
  github: EmbeddedGitHub,
  told: Map<number, Told>,
  { deed, repository }: { readonly deed: Deed; readonly repository: Repository | undefined },
): void {
  const { story, what } = deed;
  if (!repository) throw new Error(`there is no repository ${story.repository}`);
  if (what === 'open') return void told.set(story.number, open(github, repository, story));
  const one = told.get(story.number);
  if (!one || one.pull.state === 'closed') return;
  const on = { repository, as: 'luis', number: one.pull.number };
  const { people } = github;
  one.turn += 1;
  if (what === 'push') people.pushToPull({ ...on, files: change(one) });
  else if (what === 'run')
    people.runWorkflow({ ...on, path, pull: on.number, jobs: ['test'], artifacts: [{ name: 'sprintgate-api', files: { 'lcov.info': report(story.making) } }] });
  else if (what === 'noise')
    people.runWorkflow({ ...on, path: '.github/workflows/matrix.yml', pull: on.number, jobs: Array.from({ length: 20 }, (_, at) => `matrix (${at})`) });
  else if (what === 'comment') people.comment({ repository, as: 'ana', number: on.number, body: 'Looks good so far; please mind the second case.' });
  else if (what === 'label') people.label({ repository, as: 'ana', number: on.number, names: ['needs-review'] });
  // Another one changed the same file: somebody has to mend it on another day.
  else if (people.testMerge(on) !== null) people.mergePull(on);
}

function open({ people }: EmbeddedGitHub, repository: Repository, story: Story): Told {
  const branch = `${story.making === 'release' ? 'release/' : 'work-'}${story.number}`;
  people.commit({ repository, as: 'luis', branch, files: change({ story, turn: 0 }) });
  const pull = people.openPull({ repository, as: 'luis', head: branch, title: `Work ${story.number}` });
  return { story, repository, pull, turn: 0 };
}

function change({ story, turn }: Pick<Told, 'story' | 'turn'>): Record<string, string> {
  const file = files[story.number % files.length] ?? '';
  const config = story.making === 'broken-config' ? { '.github/sprintgate.yml': `${smallConfig}tier: nine\n` } : {};
  return { [file]: `export const a = ${story.number};\nexport const b = ${turn};\n`, ...config };
}

/** All files with all lines, a third of them, or nonsense. */
function report(making: Making): string {
  if (making === 'unreadable') return 'this is no report\n';
  const hit = (at: number) => (making === 'uncovered' && at % 3 > 0 ? 0 : 1);
  return files.map((file, at) => `TN:\nSF:${file}\nDA:1,${hit(at)}\nDA:2,${hit(at)}\nLF:2\nLH:${2 * hit(at)}\nend_of_record\n`).join('');
}

const green = { coverage: 'success', checkpoint: 'success', readiness: 'success', policy: 'success' };

/** What each gate says in the end, by how the pull request was made: written by hand, from the documentation. */
const expected: Readonly<Record<Making, Readonly<Record<string, string>>>> = {
  covered: green,
  uncovered: { ...green, coverage: 'failure' },
  silent: { ...green, coverage: 'action_required' },
  unreadable: { ...green, coverage: 'action_required' },
  release: { ...green, readiness: 'failure' },
  'broken-config': { ...green, policy: 'failure' },
};

function openOf(told: ReadonlyMap<number, Told>): Told[] {
  return [...told.values()].filter(({ pull }) => pull.state === 'open');
}

function wrongOf(github: EmbeddedGitHub, { story, repository, pull }: Told): string[] {
  const runs = [...repository.checkRuns.values()].filter((run) => run.appId === github.app.id && run.headSha === pull.pull.headSha);
  const found = Object.fromEntries(runs.map((run) => [run.name.replace('sprintgate/', ''), run.conclusion ?? run.status]));
  const wanted = expected[story.making];
  const differs = runs.length !== Object.keys(wanted).length || Object.entries(wanted).some(([gate, conclusion]) => found[gate] !== conclusion);
  return differs ? [`${story.making}, pull request ${pull.number} of ${repository.name}: ${JSON.stringify(found)}`] : [];
}

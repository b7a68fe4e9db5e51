import { readMarked } from '../../src/core/markers/marker.ts';
import type { PullIssue } from '../../src/rehearsal/github/records/find.ts';
import type { Issue } from '../../src/rehearsal/github/records/issue.ts';
import type { Repository } from '../../src/rehearsal/github/records/repository.ts';
import { type EmbeddedGitHub, startGitHub } from '../../src/rehearsal/github/start-github.ts';

/** A Wednesday, far from the machine's time: deadlines of this world never come by the database's clock. */
const morning = '2037-01-14T18:00:00Z';

/** What the people of the script have at hand. */
export interface Cast {
  readonly github: EmbeddedGitHub;
  readonly repository: Repository;
  /** Our issue with this marker id, wherever the app got it done by now. */
  readonly issueOf: (id: string) => Issue;
  readonly pullFrom: (branch: string) => PullIssue;
}

/** Requests are held against GitHub's description where nothing goes wrong: once is enough, and costs. */
export async function startCast(validate: boolean): Promise<Cast> {
  const github = await startGitHub({ now: morning, validate });
  github.people.addOrganisation('acme', { owners: ['ana'], members: ['gina', 'bruno'] });
  const repository = github.people.createRepository({ owner: 'acme', name: 'tienda', files: { 'README.md': '# Tienda\n', 'src/base.ts': lines('base') } });
  github.people.grantRole({ repository, login: 'bruno', role: 'write' });
  const found = <T>(what: string, thing: T | undefined): T => {
    if (thing === undefined) throw new Error(`${what} is not there yet`);
    return thing;
  };
  return {
    github,
    repository,
    issueOf: (id) =>
      found(
        `the issue ${id}`,
        [...repository.issues.values()].find((issue) => readMarked(issue.body)?.marker.id === id),
      ),
    pullFrom: (branch) =>
      found(
        `the pull request of ${branch}`,
        [...repository.issues.values()].find((issue): issue is PullIssue => issue.pull?.headRef === branch),
      ),
  };
}

/** A source file of a hundred lines. */
export function lines(name: string): string {
  return Array.from({ length: 100 }, (_, index) => `export const ${name}${index} = ${index};\n`).join('');
}

/** A report that says of each file how many of its hundred lines are covered. */
export function lcov(covered: Readonly<Record<string, number>>): string {
  const record = ([path, count]: [string, number]) =>
    `SF:${path}\n${Array.from({ length: 100 }, (_, index) => `DA:${index + 1},${index < count ? 1 : 0}\n`).join('')}LF:100\nLH:${count}\nend_of_record\n`;
  return `TN:\n${Object.entries(covered).map(record).join('')}`;
}

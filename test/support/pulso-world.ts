import { addDays } from '../../src/core/calendar/calendar-day.ts';
import type { PullIssue } from '../../src/rehearsal/github/records/find.ts';
import type { Repository } from '../../src/rehearsal/github/records/repository.ts';
import { type EmbeddedGitHub, startGitHub } from '../../src/rehearsal/github/start-github.ts';

/** A configuration of the second method, whose sprint 0 began three days ago. */
export function pulsoConfig(more = ''): string {
  return `playbook: pulso@2
locale: es
tier: 3
product: servicio
schedule: { start: ${addDays(new Date().toISOString().slice(0, 10), -3)} }
components:
  tienda: { kind: servicio, paths: ["src/**"] }
authorities:
  guia: { users: [gina], count: 1 }
${more}`;
}

export interface PulsoWorld {
  readonly github: EmbeddedGitHub;
  readonly repository: Repository;
  /** A branch of bruno's with a source file, opened as a pull request. */
  readonly openPull: (branch: string, options?: { readonly base?: string; readonly from?: string }) => PullIssue;
  /** A workflow run on a pull request's head that reports so many of 100 lines as covered. */
  readonly report: (pull: PullIssue, covered: number) => void;
  /** The conclusion of each gate's check on a commit; gates that were never reported are missing. */
  readonly checks: (headSha: string) => Readonly<Record<string, string>>;
}

/** An organisation with one repository on an embedded GitHub by the machine's clock: ana owns it, gina signs, bruno works. */
export async function startPulsoWorld(files: Readonly<Record<string, string>> = {}): Promise<PulsoWorld> {
  const github = await startGitHub();
  const { people } = github;
  people.addOrganisation('acme', { owners: ['ana'], members: ['gina', 'bruno'] });
  const repository = people.createRepository({ owner: 'acme', name: 'tienda', files: { 'README.md': '# Tienda\n', 'src/base.ts': lines('base'), ...files } });
  people.grantRole({ repository, login: 'bruno', role: 'write' });
  return {
    github,
    repository,
    openPull(branch, { base, from } = {}) {
      people.commit({ repository, as: 'bruno', branch, files: { 'src/pago.ts': lines(branch) }, ...(from === undefined ? {} : { from }) });
      return people.openPull({ repository, as: 'bruno', head: branch, title: `Cambio ${branch}`, ...(base === undefined ? {} : { base }) });
    },
    report(pull, covered) {
      const files = { 'lcov.info': lcov({ 'src/base.ts': 100, 'src/pago.ts': covered }) };
      people.runWorkflow({ repository, as: 'bruno', path: '.github/workflows/ci.yml', pull: pull.number, artifacts: [{ name: 'sprintgate-evidence', files }] });
    },
    checks(headSha) {
      const runs = [...repository.checkRuns.values()].filter((run) => run.headSha === headSha && run.name.startsWith('sprintgate/'));
      const names = runs.map(({ name }) => name);
      if (new Set(names).size < names.length) throw new Error(`a gate was reported twice on one commit: ${names.join(', ')}`);
      return Object.fromEntries(runs.map(({ name, status, conclusion }) => [name.slice('sprintgate/'.length), conclusion ?? status]));
    },
  };
}

function lines(name: string): string {
  return Array.from({ length: 100 }, (_, index) => `export const ${name.replace(/\W/g, '')}${index} = ${index};\n`).join('');
}

function lcov(covered: Readonly<Record<string, number>>): string {
  const record = ([path, count]: [string, number]) =>
    `SF:${path}\n${Array.from({ length: 100 }, (_, index) => `DA:${index + 1},${index < count ? 1 : 0}\n`).join('')}LF:100\nLH:${count}\nend_of_record\n`;
  return `TN:\n${Object.entries(covered).map(record).join('')}`;
}

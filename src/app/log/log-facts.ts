import { AsyncLocalStorage } from 'node:async_hooks';

/** What every line that is written during some work says of it: the delivery and its event, or the key and its installation. */
export interface LogFacts {
  readonly delivery?: string;
  readonly event?: string;
  readonly key?: string;
  readonly installation?: number;
}

const current = new AsyncLocalStorage<LogFacts>();

/** Does some work, all of whose log lines say what it is for; also those of libraries that it calls. */
export function withLogFacts<T>(facts: LogFacts, work: () => T): T {
  return current.run({ ...current.getStore(), ...facts }, work);
}

/** Where repositories belong, for lines that are written outside the work itself. */
const installations = new Map<string, number>();

/** Remembers the installation of a repository, so that every line of its keys can name it. */
export function noteInstallation(repository: number, installation: number): void {
  installations.set(String(repository), installation);
}

/** What a line is for: what it says itself, else the work that is being done; with the installation, where it is known. */
export function factsOfLine(line: object): LogFacts {
  const facts: LogFacts = { ...current.getStore() };
  const key = 'key' in line && typeof line.key === 'string' ? line.key : facts.key;
  if (key === undefined || (facts.installation !== undefined && facts.key === key)) return facts;
  const [place = '', kind] = key.split('/');
  const installation = kind === 'install' ? Number(place) : installations.get(place);
  return installation === undefined ? facts : { ...facts, installation };
}

import type { Standing, StandingDay } from '../core/standing/standing.ts';
import type { Access } from './access/access.ts';
import type { SignIn } from './access/sign-in.ts';
import type { WebRepository } from './access/web-repository.ts';
import type { BadgePorts } from './badge/badge-ports.ts';
import type { PortfolioPorts } from './portfolio/portfolio-ports.ts';
import type { PullPorts } from './pull/pull-ports.ts';
import type { PlaybookPorts } from './playbook/playbook-ports.ts';
import type { RepositoryPorts } from './repository/repository-ports.ts';

/** What pages are handed by the app. They read nothing else, and ask GitHub only through it. */
export interface WebPorts {
  /** ISO time. */
  readonly now: () => string;
  readonly log: { readonly error: (facts: object, message: string) => void };
  /** Where people reach the pages, without a slash at its end, e.g. `https://gate.example.com`. */
  readonly baseUrl: string;
  readonly access: Access;
  /** Whether the database answers now: asked when something failed, to say what. */
  readonly databaseAnswers: () => Promise<boolean>;
  /** How people sign in; null in a rehearsal, which takes only requests to this machine by its own name. */
  readonly signIn: SignIn | null;
  /** The repository of that name on which the app is installed, in any case of letters; null where there is none. */
  readonly findRepository: (owner: string, name: string) => Promise<WebRepository | null>;
  /** How it stands; null while it was never looked at. */
  readonly standing: (repository: number) => Promise<Standing | null>;
  /** Its days from `YYYY-MM-DD` on, oldest first. */
  readonly days: (repository: number, from: string) => Promise<readonly StandingDay[]>;
  readonly portfolio: PortfolioPorts;
  readonly repositories: RepositoryPorts;
  readonly playbooks: PlaybookPorts;
  readonly pulls: PullPorts;
  readonly badges: BadgePorts;
}

import type { Step } from './situation.ts';

type Files = Readonly<Record<string, string>>;

interface Tests {
  /** Name of the upload; what the sample configuration expects when left out. */
  readonly upload?: string;
  /** How the workflow ended; null leaves it running. */
  readonly conclusion?: string | null;
  readonly as?: string;
  /** File of the workflow, in `.github/workflows`. */
  readonly workflow?: string;
  /** The branch whose newest commit it tests, in place of the pull request's. */
  readonly branch?: string;
}

/** The workflow of the head commit runs, with an upload of these files; without files it uploads nothing. */
export function tested(files: Files | null, { upload = 'sprintgate-api', ...tests }: Tests = {}): Step {
  return uploads(files === null ? {} : { [upload]: files }, tests);
}

/** A workflow runs, with these uploads: the files of each by its name. */
export function uploads(named: Readonly<Record<string, Files>>, { conclusion, as = 'luis', workflow = 'ci.yml', branch }: Omit<Tests, 'upload'> = {}): Step {
  return ({ stage, repository, pull }) => {
    stage.github.people.runWorkflow({
      repository,
      as,
      path: `.github/workflows/${workflow}`,
      ...(branch === undefined ? { pull: pull.number } : { branch }),
      jobs: ['test'],
      artifacts: Object.entries(named).map(([name, files]) => ({ name, files })),
      ...(conclusion === undefined ? {} : { conclusion }),
    });
  };
}

/** Somebody comments on the pull request. */
export function says(as: string, body: string): Step {
  return ({ stage, repository, pull }) => {
    stage.github.people.comment({ repository, as, number: pull.number, body });
  };
}

/** Luis pushes another commit to the pull request. */
export function pushes(files: Files): Step {
  return ({ stage, repository, pull }) => {
    stage.github.people.pushToPull({ repository, as: 'luis', number: pull.number, files });
  };
}

/** Somebody commits to the default branch. */
export function commitsToMain(files: Readonly<Record<string, string | null>>): Step {
  return ({ stage, repository }) => {
    stage.github.people.commit({ repository, as: 'ana', files });
  };
}

export function labels(...names: readonly string[]): Step {
  return ({ stage, repository, pull }) => {
    stage.github.people.label({ repository, as: 'luis', number: pull.number, names });
  };
}

/** The clock moves, and what had to wait for it is looked at. */
export function itIs(now: string): Step {
  return async ({ stage, repository, pull }) => {
    stage.github.now = now;
    await stage.look(repository, pull.number);
  };
}

/** GitHub has trouble with the next requests that match. */
export function trouble(fault: Parameters<Parameters<Step>[0]['stage']['github']['faults']['add']>[0]): Step {
  return ({ stage }) => {
    stage.github.faults.add(fault);
  };
}

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Fault } from '../../src/rehearsal/github/http/faults.ts';
import type { PullIssue } from '../../src/rehearsal/github/records/find.ts';
import type { Repository } from '../../src/rehearsal/github/records/repository.ts';
import { openSmallPull, type Stage, startStage } from '../support/stage.ts';
import { decidedVerdicts } from './decided-verdicts.ts';
import { uploads } from './steps.ts';

type Reads = Readonly<Record<string, (headSha: string) => string>>;

/** What REST is asked for beside a look, and where: the part of the address after the repository. */
const beside: Reads = {
  'the runs of the commit': () => '/actions/runs',
  'the list of uploads': () => '/actions/runs/',
  'an upload': () => '/actions/artifacts/',
  'the difference to the base': () => '/compare/',
};

/** What REST is asked for only where no look tells. */
const instead: Reads = {
  'the pull request': () => '/pulls/1',
  'the files of the change': () => '/pulls/1/files',
  'the configuration': () => '/contents/',
  'the checks that are there': (headSha) => `/commits/${headSha}/check-runs`,
  'the files of the commit': () => '/git/trees/',
  'the milestones': () => '/milestones',
  'the issues': () => '/issues',
};

/** A look that GitHub does not answer: what it cannot do is asked of REST, and what passes is waited for. */
const looks: Readonly<Record<string, Partial<Fault> & Pick<Fault, 'kind'>>> = {
  'a look that is too much for GitHub': { kind: 'refuse', status: 502 },
  'a look that takes GitHub too long': { kind: 'refuse', status: 504 },
  'a look while GitHub is down': { kind: 'refuse', status: 503 },
  'a look whose connection ends': { kind: 'hang-up' },
  'a look whose answer ends halfway': { kind: 'cut-answer' },
};

// More than one job of the key: the queue has to bring it back.
const strikes = 4;
const half = uploads({ 'sprintgate-api': { 'lcov.info': 'TN:\nSF:src/work.ts\nDA:1,1\nDA:2,0\nend_of_record\n' } });

interface Struck {
  readonly repository: Repository;
  readonly pull: PullIssue;
  readonly fault: Fault | undefined;
}

describe.each([
  ['by looks', 'graphql', beside],
  ['by REST alone', 'rest', instead],
] as const)('%s, while GitHub answers with errors of its own, nothing opens, and it is judged after them:', (_by, kind, reads) => {
  let stage: Stage;
  const struck = new Map<string, Struck>();

  /** A pull request whose change falls short, while GitHub does not give one of the reads. They wait at the same time. */
  async function strike(repository: Repository, what: string): Promise<void> {
    const pull = openSmallPull(stage, { repository, branch: 'work' });
    stage.github.faults.add({ kind: 'refuse', status: 503, times: strikes, where: `/${repository.name}${reads[what]?.(pull.pull.headSha)}` });
    struck.set(what, { repository, pull, fault: stage.github.faults.pending.at(-1) });
    await half({ stage, repository, pull });
  }

  beforeAll(async () => {
    stage = await startStage({ looks: kind });
    const repositories = await Promise.all(Object.keys(reads).map((_, index) => stage.repository(`struck-${index}`)));
    await Promise.all(Object.keys(reads).map((what, index) => strike(repositories[index] as Repository, what)));
    await stage.settle();
  }, 180_000);
  afterAll(async () => {
    stage.github.assertClean();
    await stage.close();
  });

  test.each(Object.keys(reads))('%s', async (what) => {
    const { repository, pull, fault } = struck.get(what) ?? {};
    if (!repository || !pull) throw new Error(`${what} was not struck`);
    expect(fault?.times).toBe(0);
    await expectShort(stage, { repository, pull });
  });

  if (kind === 'rest') return;

  test.each(Object.keys(looks))('%s', async (what) => {
    const repository = await stage.repository(what.replaceAll(' ', '-'));
    const pull = openSmallPull(stage, { repository, branch: 'work' });
    stage.github.faults.add({ times: 2, where: 'graphql', ...(looks[what] ?? { kind: 'refuse' }) });
    const fault = stage.github.faults.pending.at(-1);
    await half({ stage, repository, pull });
    await stage.settle();
    expect(fault?.times).toBe(0);
    await expectShort(stage, { repository, pull });
  });
});

/** The change falls short by one line, and no other verdict was ever decided. */
async function expectShort(stage: Stage, { repository, pull }: Pick<Struck, 'repository' | 'pull'>): Promise<void> {
  const check = stage.check(repository, pull.pull.headSha, 'coverage');
  expect([check?.conclusion, check?.output.summary]).toEqual(['failure', expect.stringContaining('Cover 1 more line')]);
  expect(await decidedVerdicts(stage, repository, 'coverage')).toEqual(new Set(['fail']));
}

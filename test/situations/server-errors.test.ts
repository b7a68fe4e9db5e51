import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Fault } from '../../src/rehearsal/github/http/faults.ts';
import type { PullIssue } from '../../src/rehearsal/github/records/find.ts';
import type { Repository } from '../../src/rehearsal/github/records/repository.ts';
import { openSmallPull, type Stage, startStage } from '../support/stage.ts';
import { decidedVerdicts } from './decided-verdicts.ts';
import { uploads } from './steps.ts';

/** What a look reads, and where: the part of the address after the repository. */
const reads: Readonly<Record<string, (headSha: string) => string>> = {
  'the pull request': () => '/pulls/1',
  'the files of the change': () => '/pulls/1/files',
  'the configuration': () => '/contents/',
  'the checks that are there': (headSha) => `/commits/${headSha}/check-runs`,
  'the files of the commit': () => '/git/trees/',
  'the runs of the commit': () => '/actions/runs',
  'the list of uploads': () => '/actions/runs/',
  'an upload': () => '/actions/artifacts/',
  'the milestones': () => '/milestones',
  'the issues': () => '/issues',
  'the difference to the base': () => '/compare/',
};

// More than one job of the key: the queue has to bring it back.
const strikes = 4;
const half = uploads({ 'sprintgate-api': { 'lcov.info': 'TN:\nSF:src/work.ts\nDA:1,1\nDA:2,0\nend_of_record\n' } });

interface Struck {
  readonly repository: Repository;
  readonly pull: PullIssue;
  readonly fault: Fault | undefined;
}

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
  stage = await startStage({ looks: 'rest' });
  const repositories = await Promise.all(Object.keys(reads).map((_, index) => stage.repository(`struck-${index}`)));
  await Promise.all(Object.keys(reads).map((what, index) => strike(repositories[index] as Repository, what)));
  await stage.settle();
}, 180_000);
afterAll(async () => {
  stage.github.assertClean();
  await stage.close();
});

describe('while GitHub answers with errors of its own, nothing opens, and it is judged after them:', () => {
  test.each(Object.keys(reads))('%s', async (what) => {
    const { repository, pull, fault } = struck.get(what) ?? {};
    if (!repository || !pull) throw new Error(`${what} was not struck`);
    expect(fault?.times).toBe(0);
    const check = stage.check(repository, pull.pull.headSha, 'coverage');
    expect([check?.conclusion, check?.output.summary]).toEqual(['failure', expect.stringContaining('Cover 1 more line')]);
    expect(await decidedVerdicts(stage, repository, 'coverage')).toEqual(new Set(['fail']));
  });
});

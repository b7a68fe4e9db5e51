import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { evidenceElsewhere } from '../../src/app/evidence/evidence-work.ts';
import { evidenceHere } from '../../src/app/evidence/evidence-here.ts';
import type { PullIssue } from '../../src/rehearsal/github/records/find.ts';
import type { Repository } from '../../src/rehearsal/github/records/repository.ts';
import { covered, openSmallPull, type Stage, startStage } from '../support/stage.ts';

let elsewhere: Stage;
let here: Stage;
beforeAll(async () => {
  elsewhere = await startStage({ evidence: evidenceElsewhere({ processes: 1, megabytes: 80, seconds: 60 }) });
  here = await startStage({ evidence: evidenceHere });
});
afterAll(async () => {
  for (const stage of [elsewhere, here]) {
    stage.github.assertClean();
    await stage.close();
  }
});

function upload(stage: Stage, to: { repository: Repository; pull: PullIssue }, files: Readonly<Record<string, string>>): void {
  const artifacts = [{ name: 'sprintgate-api', files }];
  stage.github.people.runWorkflow({ repository: to.repository, as: 'luis', path: '.github/workflows/ci.yml', pull: to.pull.number, jobs: ['test'], artifacts });
}

/** All that our checks show on a head commit, without what differs from one ledger to the other. */
function shown(repository: Repository, pull: PullIssue): unknown[] {
  const ours = [...repository.checkRuns.values()].filter(({ name, headSha }) => name.startsWith('sprintgate/') && headSha === pull.pull.headSha);
  return ours.map(({ name, conclusion, output }) => [name, conclusion, output.title, output.text?.replaceAll(/[0-9a-f]{64}/g, 'digest')]);
}

/** More source files than a small heap can hold. */
function heavy(): string {
  return Array.from({ length: 500_000 }, (_, index) => `SF:src/${index}.ts\nDA:1,1\nend_of_record\n`).join('');
}

describe('evidence that is read in a process of its own', () => {
  test('is judged as it would be in the app', async () => {
    const seen = [];
    for (const stage of [elsewhere, here]) {
      const repository = await stage.repository('equal');
      const pull = openSmallPull(stage, { repository, branch: 'work' });
      await stage.settle();
      upload(stage, { repository, pull }, { 'lcov.info': covered('src/work.ts', 'src/gone.ts'), 'broken.xml': '<coverage' });
      await stage.settle();
      const first = shown(repository, pull);
      upload(stage, { repository, pull }, { 'lcov.info': covered('src/work.ts') });
      await stage.settle();
      await stage.look(repository, pull.number);
      seen.push([first, shown(repository, pull)]);
    }
    expect(seen[0]).toEqual(seen[1]);
    expect(seen[0]?.[1]).toContainEqual(['sprintgate/coverage', 'success', expect.any(String), expect.any(String)]);
  });

  test('takes no more than its process when it takes all memory: the app answers, says why, and reads the next', async () => {
    const repository = await elsewhere.repository('poisoned');
    const pull = openSmallPull(elsewhere, { repository, branch: 'work' });
    await elsewhere.settle();
    upload(elsewhere, { repository, pull }, { 'lcov.info': heavy() });
    const settled = elsewhere.settle();
    expect((await fetch(`${elsewhere.app.url}/healthz`)).status).toBe(200);
    await settled;
    const check = elsewhere.check(repository, pull.pull.headSha, 'coverage');
    expect(check?.conclusion).toBe('action_required');
    expect(`${check?.output.title} ${check?.output.summary} ${check?.output.text}`).toContain('more memory than is allowed');
    upload(elsewhere, { repository, pull }, { 'lcov.info': covered('src/work.ts') });
    await elsewhere.settle();
    expect(elsewhere.check(repository, pull.pull.headSha, 'coverage')?.conclusion).toBe('success');
  });
});

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Repository } from '../../../src/rehearsal/github/records/repository.ts';
import { covered, openSmallPull, type Stage, startStage } from '../../support/stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await startStage();
});
afterAll(async () => {
  stage.github.assertClean();
  await stage.close();
});

interface Tested {
  readonly repository: Repository;
  readonly headSha: string;
  readonly event?: 'push' | 'pull_request';
  readonly report: string;
}

async function tested({ repository, headSha, event = 'pull_request', report }: Tested): Promise<void> {
  stage.github.people.runWorkflow({
    repository,
    as: 'luis',
    path: '.github/workflows/ci.yml',
    event,
    headSha,
    jobs: ['test'],
    artifacts: [{ name: 'sprintgate-api', files: { 'lcov.info': report } }],
  });
  await stage.settle();
}

/** A report of one file in which only these lines of so many were run. */
function ran(path: string, lines: number, run: readonly number[]): string {
  const records = Array.from({ length: lines }, (_, index) => `DA:${index + 1},${run.includes(index + 1) ? 1 : 0}`);
  return ['TN:', `SF:${path}`, ...records, 'end_of_record', ''].join('\n');
}

const text = (lines: number): string => Array.from({ length: lines }, (_, index) => `export const a${index} = ${index};\n`).join('');

describe('uncovered changed lines', () => {
  test('are annotated once the reports are there, and not a second time', async () => {
    const repository = await stage.repository('uncovered');
    const pull = openSmallPull(stage, { repository, branch: 'work', files: { 'src/a.ts': text(30) } });
    const { headSha } = pull.pull;
    await stage.settle();
    const notes = () => stage.check(repository, headSha, 'coverage')?.annotations.map((note) => [note.annotation_level, note.start_line, note.end_line]);
    expect(notes()).toEqual([]);
    const report = ran('src/a.ts', 30, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]) + covered('src/other.ts');
    await tested({ repository, headSha, report });
    expect(stage.check(repository, headSha, 'coverage')?.conclusion).toBe('failure');
    expect(notes()).toEqual([['warning', 11, 30]]);
    await tested({ repository, headSha, report: ran('src/a.ts', 30, [1]) });
    expect(notes()).toEqual([['warning', 11, 30]]);
  });
});

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Repository } from '../../../src/rehearsal/github/records/repository.ts';
import { covered, openSmallPull, smallConfig, type Stage, startStage } from '../../support/stage.ts';

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

describe('a drop against the base', () => {
  const config = `${smallConfig}coverage: { threshold: 2 }\n`;
  const lines = (count: number, missed: number): readonly number[] => Array.from({ length: count - missed }, (_, index) => index + 1);

  async function start(name: string, threshold = config) {
    const repository = await stage.repository(name, { config: threshold, files: { 'src/a.ts': text(100) } });
    const base = repository.refs.get('refs/heads/main') ?? '';
    const pull = openSmallPull(stage, { repository, branch: 'work', files: { 'README.md': 'more\n' } });
    await stage.settle();
    return { repository, base, headSha: pull.pull.headSha };
  }
  const gate = ({ repository, headSha }: { repository: Repository; headSha: string }) => {
    const run = stage.check(repository, headSha, 'coverage');
    return { conclusion: run?.conclusion ?? null, text: `${run?.output.summary} ${run?.output.text}` };
  };

  test.each([
    ['within what is allowed passes', 3, 'success', '| −2 |'],
    ['beyond it fails, with the lines that would do', 4, 'failure', 'Cover 1 more line in `src`'],
  ])('%s', async (name, missed, conclusion, shown) => {
    const at = await start(`drop-${missed}`);
    await tested({ ...at, headSha: at.base, event: 'push', report: ran('src/a.ts', 100, lines(100, 1)) });
    await tested({ ...at, report: ran('src/a.ts', 100, lines(100, missed)) });
    expect([name, gate(at).conclusion]).toEqual([name, conclusion]);
    expect(gate(at).text.replaceAll(/ +/g, ' ')).toContain(shown);
  });

  test('cannot be evaluated without evidence of the base, with what to do, and is read when the base has it', async () => {
    const at = await start('no-base');
    await tested({ ...at, report: ran('src/a.ts', 100, lines(100, 0)) });
    expect(gate(at).conclusion).toBe('action_required');
    expect(gate(at).text).toContain('on: { push: { branches: [main] } }');
    await tested({ ...at, headSha: at.base, event: 'push', report: ran('src/a.ts', 100, lines(100, 1)) });
    await stage.look(at.repository, 1);
    expect(gate(at).conclusion).toBe('success');
  });

  test('is held against the commit where the branch left its base, not against today’s base', async () => {
    const at = await start('moved-on');
    await tested({ ...at, headSha: at.base, event: 'push', report: ran('src/a.ts', 100, lines(100, 6)) });
    const later = stage.github.people.commit({ repository: at.repository, as: 'ana', files: { 'docs/later.md': 'later\n' } });
    await tested({ ...at, headSha: later.sha, event: 'push', report: ran('src/a.ts', 100, lines(100, 0)) });
    await tested({ ...at, report: ran('src/a.ts', 100, lines(100, 7)) });
    expect(gate(at).conclusion).toBe('success');
  });

  test('where nothing asks for it, nothing of the base is read', async () => {
    const at = await start('unasked', smallConfig);
    const mark = stage.github.requests.mark();
    await tested({ ...at, event: 'push', report: ran('src/a.ts', 100, lines(100, 5)) });
    expect(gate(at).conclusion).toBe('success');
    expect(stage.github.requests.since(mark).entries.filter(({ path }) => path.includes('/compare/'))).toEqual([]);
  });
});

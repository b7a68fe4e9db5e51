import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { EmbeddedGitHub } from '../../src/rehearsal/github/start-github.ts';
import type { Ask, Blocked } from './measured-app.ts';

export type Where = 'here' | 'elsewhere';

export interface MeasuredApp {
  begin(): Promise<void>;
  /** Has a pull request looked at once more. */
  look(repository: number, number: number): Promise<void>;
  /** When all work is done: how long the event loop was blocked since `begin`. */
  end(): Promise<Blocked>;
  stop(): Promise<void>;
}

/** The app of an embedded GitHub, in a process of its own; evidence is read in that process, or elsewhere as usual. */
export async function startMeasuredApp(github: EmbeddedGitHub, where: Where): Promise<MeasuredApp> {
  const folder = mkdtempSync(join(tmpdir(), 'sprintgate-bench-'));
  const child = fork(fileURLToPath(new URL('measured-app.ts', import.meta.url)), {
    execArgv: ['--expose-gc', '--max-old-space-size=6144'],
    env: {
      ...process.env,
      APP_ID: String(github.app.id),
      PRIVATE_KEY: github.app.privateKeyPem,
      WEBHOOK_SECRET: github.webhookSecret,
      PORT: '0',
      HOST: '127.0.0.1',
      DATABASE_URL: join(folder, 'data'),
      GITHUB_API_URL: github.url,
      LOG_LEVEL: 'warn',
      WHERE: where,
      NOW: github.now,
    },
  });
  const ended = once(child, 'exit');
  const [{ url }] = (await Promise.race([once(child, 'message'), ended.then(() => Promise.reject(new Error('the app did not start')))])) as [{ url: string }];
  github.setHookUrl(`${url}/api/github/webhooks`);
  const ask = async (asked: Ask): Promise<unknown> => {
    child.send(asked);
    const [answer] = (await once(child, 'message')) as [unknown];
    return answer;
  };
  return {
    begin: async () => void (await ask({ ask: 'begin' })),
    look: async (repository, number) => void (await ask({ ask: 'look', repository, number })),
    end: async () => (await ask({ ask: 'end' })) as Blocked,
    async stop() {
      child.send({ ask: 'stop' } satisfies Ask);
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

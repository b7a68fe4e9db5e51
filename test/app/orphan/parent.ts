import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { confined } from '../../../src/app/evidence/evidence-child.ts';

// A process that starts one as the app does, and is killed.
const child = fork(fileURLToPath(new URL('busy-child.ts', import.meta.url)), {
  env: {},
  execArgv: confined(64),
  stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
});
child.on('message', (said) => process.send?.(said as object));

// The app as `sprintgate serve` starts it, as a process of its own, with a wire to the fault suite: a clock that can jump, a
// place to be killed at, and the passing of the time that jobs wait for.
import './hasten.ts';
import { disk } from './disk.ts';
import { writeSync } from 'node:fs';
import { readEnvironment } from '../../src/app/read-environment.ts';
import { startSprintgate } from '../../src/app/serve-app.ts';
import type { RunningApp } from '../../src/app/start-app.ts';
import { happenings } from '../../src/telemetry/announce.ts';
import type { Happening } from '../../src/telemetry/happening.ts';
import { abandon } from './abandon.ts';
import { hurry } from './hurry.ts';
import { countPutOff, letPass } from './put-off.ts';
import { stepOf } from './step-of.ts';
import { type ArmedStep, type Asked, type Counts, killedAt, type Told } from './told.ts';

const environment = readEnvironment(process.env);
if (!environment) throw new Error('the fault suite gives the environment');

let clock = { now: process.env['FAULTS_NOW'] ?? '', wrongBy: 0 };
/** Milliseconds that the process was made to believe have passed. */
let passed = 0;
let armed: readonly ArmedStep[] = [];
const met = new Map<string, number>();

const tell = (told: Told): void => void process.send?.(told);

const RealDate = Date;
globalThis.Date = class extends RealDate {
  constructor(...given: unknown[]) {
    super(...((given.length === 0 ? [Date.now()] : given) as [number]));
  }
  static override now(): number {
    return RealDate.now() + clock.wrongBy + passed;
  }
} as DateConstructor;

function arm(at: readonly ArmedStep[]): void {
  armed = at;
  met.clear();
}
arm(JSON.parse(process.env['FAULTS_ARMED'] ?? '[]') as ArmedStep[]);

happenings.subscribe((message) => {
  const step = stepOf(message as Happening);
  if (step === null) return;
  const times = (met.get(step) ?? 0) + 1;
  met.set(step, times);
  if (armed.some((one) => one.step === step && one.occurrence === times)) {
    // Written at once, in this very moment: a message would be sent later, when nobody is left to send it.
    writeSync(process.stderr.fd, `${killedAt}${step} ${times}\n`);
    process.kill(process.pid, 'SIGKILL');
  }
  tell({ told: 'step', step });
});

async function carry(app: RunningApp, asked: Asked): Promise<Counts | null> {
  switch (asked.ask) {
    case 'counts':
      return { ...(await app.engine.counts()), putOff: await countPutOff(app.context.store.db) };
    case 'hurry':
      await hurry(app.context.store.db);
      return null;
    case 'wait':
      passed += await letPass(app.context.store.db);
      return null;
    case 'silence':
      await abandon(app.context.store);
      return null;
    case 'sweep':
      await app.engine.sweep();
      return null;
    case 'clock':
      clock = asked;
      return null;
    case 'disk':
      disk.full = asked.full;
      return null;
    case 'arm':
      arm(asked.at);
      return null;
  }
}

const app = await startSprintgate(environment, { now: () => new RealDate(RealDate.parse(clock.now) + clock.wrongBy).toISOString() });
process.on('message', ({ number, asked }: { number: number; asked: Asked }) => {
  carry(app, asked).then(
    (counts) => tell({ told: 'answer', to: number, counts, error: null }),
    (error: unknown) => tell({ told: 'answer', to: number, counts: null, error: String(error) }),
  );
});
// Without the suite there is nobody to end it.
process.on('disconnect', () => process.exit(1));
tell({ told: 'ready' });

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { ArmedStep, Asked, Counts, Told } from './told.ts';

const root = join(import.meta.dirname, '../..');

export interface AppProcess {
  /** Null when it died before it was asked, or while it was. */
  ask(asked: Asked): Promise<Counts | null>;
  alive(): boolean;
  /** Kills it at once; harmless when it is dead. */
  kill(): void;
  /** Resolves when the process is gone. */
  readonly gone: Promise<void>;
  /** What it wrote to its log so far, and what was noted meanwhile. */
  log(): string;
  note(line: string): void;
}

export interface AppProcessInput {
  readonly environment: Readonly<Record<string, string>>;
  readonly now: string;
  readonly armed: readonly ArmedStep[];
  readonly onStep: (step: string) => void;
}

interface Question {
  readonly answer: (counts: Counts | null) => void;
  readonly fail: (error: Error) => void;
}

/** Starts the app as a process of its own. Resolves when it takes webhooks, or is dead before. */
export async function startAppProcess({ environment, now, armed, onStep }: AppProcessInput): Promise<AppProcess> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'app.ts')], {
    cwd: root,
    env: { PATH: process.env['PATH'] ?? '', ...environment, FAULTS_NOW: now, FAULTS_ARMED: JSON.stringify(armed) },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let log = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (bytes: Buffer) => (log += bytes.toString()));
  const questions = new Map<number, Question>();
  const gone = once(child, 'exit').then(() => {
    for (const { answer } of questions.values()) answer(null);
    questions.clear();
  });
  const ready = new Promise<void>((resolve) => {
    child.on('message', (told: Told) => {
      if (told.told === 'ready') resolve();
      else if (told.told === 'step') onStep(told.step);
      else settle(questions, told);
    });
  });
  const alive = () => child.exitCode === null && child.signalCode === null && !child.killed;
  await Promise.race([ready, gone]);
  const note = (line: string) => void (log += `${line}\n`);
  return { alive, gone, note, log: () => log, ask: (asked) => askChild(child, { questions, asked, alive }), kill: () => void child.kill('SIGKILL') };
}

function settle(questions: Map<number, Question>, told: Extract<Told, { told: 'answer' }>): void {
  const question = questions.get(told.to);
  questions.delete(told.to);
  if (told.error === null) question?.answer(told.counts);
  else question?.fail(new Error(told.error));
}

let asked = 0;

async function askChild(child: ChildProcess, question: { questions: Map<number, Question>; asked: Asked; alive: () => boolean }): Promise<Counts | null> {
  if (!question.alive()) return null;
  asked += 1;
  const number = asked;
  return new Promise((answer, fail) => {
    question.questions.set(number, { answer, fail });
    // A process that dies meanwhile closes the wire; `gone` then answers for it.
    child.send({ number, asked: question.asked }, () => undefined);
  });
}

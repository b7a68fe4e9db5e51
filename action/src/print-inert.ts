import { randomUUID } from 'node:crypto';

/** Prints text that holds other people's words: the runner takes commands from the log, so it is told to stop for as long. */
export function printInert(text: string): void {
  const token = randomUUID();
  process.stdout.write(`::stop-commands::${token}\n${text}\n::${token}::\n`);
}

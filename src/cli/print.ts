import { styleText } from 'node:util';

type Style = Parameters<typeof styleText>[0];

/** Prints a value as JSON on stdout: the contract of `--json`. */
export function printJson(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
}

/** Prints a line for people on stdout. */
export function printLine(line = ''): void {
  process.stdout.write(`${line}\n`);
}

/** Styles text where stdout is a terminal that wants colour; elsewhere, and with NO_COLOR, it stays plain. */
export function styled(style: Style, text: string): string {
  return styleText(style, text, { stream: process.stdout });
}

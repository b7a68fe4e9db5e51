import type { Locale } from '../core/playbook/text-schema.ts';
import type { Told, ToldCheck } from '../rehearsal/story/told.ts';
import { printLine, styled } from './print.ts';
import { rehearseWords } from './rehearse-words.ts';
import { storySentence } from './story-sentences.ts';
import { wrapText } from './wrap-text.ts';

const marks: Readonly<Record<string, readonly ['green' | 'red' | 'yellow', string]>> = {
  success: ['green', '✓'],
  failure: ['red', '✗'],
  action_required: ['red', '✗'],
  in_progress: ['yellow', '…'],
};

const judged: ReadonlySet<Told['scene']> = new Set(['weak', 'fixed', 'early', 'late', 'release', 'blocked', 'ready']);

interface Telling {
  readonly step: number;
  readonly locale: Locale;
  readonly url: string;
  /** Columns of the terminal. */
  readonly width: number;
}

/** Tells one step on the terminal: what happened, what the check says, what to do about it, where to look. */
export function narrate(told: Told, telling: Telling): void {
  const number = `${telling.step}.`.padStart(3);
  printLine(`${styled('bold', number)} ${wrapText(storySentence(told, telling.locale), { indent: 4, width: telling.width })}`);
  if (told.check) tellCheck(told.check, telling);
  else if (judged.has(told.scene)) printLine(styled('dim', `    ${rehearseWords[telling.locale].gateOff}`));
  if (told.path !== null) printLine(styled('dim', `    ${telling.url}${told.path}`));
}

function tellCheck(check: ToldCheck, { width }: Telling): void {
  const [color, mark] = marks[check.conclusion] ?? ['yellow', '…'];
  printLine(`    ${styled(color, `${mark} ${check.name}`)}`);
  printLine(`      ${wrapText(check.title, { indent: 6, width })}`);
  if (check.next !== null) printLine(`      ${wrapText(`→ ${check.next}`, { indent: 8, width })}`);
}

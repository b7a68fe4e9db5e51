import { commandTable } from '../commands/command-table.ts';
import { lastDay } from '../people/end-of-day.ts';
import type { Policy } from '../policy/policy.ts';
import { inlineCode } from '../report/markdown.ts';
import { shortProse } from '../report/short-prose.ts';
import { exceptionLabel } from './exception-label.ts';
import type { FreezeState } from './freeze-state.ts';
import { freezeWords } from './freeze-words.ts';

/** A freeze in words: what stands still and why, or who lets this one through, and what to do. */
export function sayFreeze(policy: Policy, state: Exclude<FreezeState, { kind: 'none' }>): { readonly reason: string; readonly next: string | null } {
  const say = freezeWords[policy.locale];
  const { exception } = state;
  if (exception) {
    const until = lastDay(policy.schedule.timezone, exception.until);
    return { reason: say.excepted(exception.logins.map(inlineCode).join(', '), until, shortProse(exception.reason, 160)), next: null };
  }
  if (state.kind === 'unknown') return { reason: say.unknown(inlineCode(policy.freezeLabel ?? '')), next: say.unknownNext };
  const { freeze } = state;
  const orException = say.orException(inlineCode(exceptionLabel(policy)), inlineCode(waiveCommand(policy)));
  if (freeze.kind === 'dates') {
    return { reason: say.byDates(freeze.from, freeze.to, shortProse(freeze.reason, 160)), next: `${say.afterDates(freeze.to)} ${orException}` };
  }
  const issue = `[#${freeze.number}](${freeze.url})`;
  return { reason: say.byIssue(issue, shortProse(freeze.title, 160)), next: `${say.afterIssue(issue)} ${orException}` };
}

function waiveCommand({ locale }: Policy): string {
  const waive = commandTable.find(({ name }) => name === 'waive')?.called[locale][0] ?? 'waive';
  return `/sprintgate ${waive} freeze ${locale === 'es' ? 'hasta FECHA MOTIVO' : 'until DATE REASON'}`;
}

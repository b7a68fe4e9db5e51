import type { Locale } from '../playbook/text-schema.ts';
import { outcomeSigns } from '../report/outcome-signs.ts';
import { plainProse } from '../report/prose.ts';
import type { GateVerdict, Outcome } from '../verdict/verdict.ts';
import type { Flip } from './compare-verdicts.ts';
import { explainWords } from './explain-words.ts';
import { shownFlips } from './shown-flips.ts';

// What somebody wrote must not steer the terminal.
const controls = /\p{Cc}+/gu;

/** A line for each gate, and below it each node that flips: before → after, and the reason that holds then. */
export function renderFlips(after: readonly GateVerdict[], flips: readonly Flip[], locale: Locale): string {
  const say = explainWords[locale];
  const gates = after.flatMap((gate) => {
    const own = flips.filter((flip) => flip.gate === gate.gate);
    const root = own.find(({ depth }) => depth === 0);
    const head = root ? line(root) : `${outcomeSigns[gate.verdict]} ${plainProse(gate.title)}: ${say.stays}`;
    return [head, ...shownFlips(own).map((flip) => `  ${line(flip)}`)];
  });
  const lost = flips.filter(({ gate }) => !after.some((verdict) => verdict.gate === gate)).map(line);
  return [...gates, ...lost, ...(flips.length === 0 ? [say.unchanged] : [])].map((text) => text.replace(controls, ' ').trimEnd()).join('\n');
}

function line({ before, after, title, reason }: Flip): string {
  return `${sign(before)} → ${sign(after)} ${plainProse(title)}${after === null ? '' : `: ${plainProse(reason)}`}`;
}

function sign(outcome: Outcome | null): string {
  return outcomeSigns[outcome ?? 'not-applicable'];
}

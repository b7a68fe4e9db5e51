import type { Locale } from '../../core/playbook/text-schema.ts';
import type { Outcome } from '../../core/verdict/verdict.ts';
import { element, labelled } from '../charts/element.ts';
import { outcomeWords, outcomeMarks } from '../shell/outcome-mark.ts';
import type { JudgedLine } from './pull-ports.ts';

const [side, gap, names] = [16, 4, 92];
/** No wider than a phone shows. */
const mostColumns = 12;

/** The newest decisions from left to right, a row for each gate: a square by colour and sign. The list below says the same in words. */
export function historyStrip(lines: readonly JudgedLine[], { title, locale }: { readonly title: string; readonly locale: Locale }): string {
  const told = lines
    .filter(({ lost }) => lost === null)
    .slice(0, mostColumns)
    .toReversed();
  const gates = [...new Set(told.flatMap(({ gates: own }) => own.map(({ gate }) => gate)))].sort();
  if (told.length < 2) return '';
  const step = side + gap;
  const label = (index: number): number => index * step + side - 4;
  const rows = gates.map((gate, index) => labelled('text', { x: 0, y: label(index), class: 'name' }, gate.length > 14 ? `${gate.slice(0, 13)}…` : gate));
  const columns = told.map(({ gates: own, at }, column) =>
    own.map(({ gate, outcome }) => cell({ x: names + column * step, y: gates.indexOf(gate) * step }, { gate, outcome, at, locale })).join(''),
  );
  const [width, height] = [names + told.length * step, gates.length * step];
  return element(
    'svg',
    { class: 'strip', viewBox: `0 0 ${width} ${height}`, width, height, role: 'img', 'aria-labelledby': 'strip-title' },
    labelled('title', { id: 'strip-title' }, title),
    ...rows,
    ...columns,
  );
}

interface Cell {
  readonly gate: string;
  readonly outcome: Outcome;
  readonly at: string;
  readonly locale: Locale;
}

function cell({ x, y }: { readonly x: number; readonly y: number }, { gate, outcome, at, locale }: Cell): string {
  return element(
    'g',
    {},
    labelled('title', {}, `${gate}: ${outcomeWords[locale][outcome]}, ${at.slice(0, 16).replace('T', ' ')} UTC`),
    element('rect', { x, y, width: side, height: side, rx: 3, class: outcome }),
    labelled('text', { x: x + side / 2, y: y + side - 4, class: 'sign' }, outcomeMarks[outcome]),
  );
}

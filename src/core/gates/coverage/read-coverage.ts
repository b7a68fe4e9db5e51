import type { CoverageFigure, CoverageReading } from '../../rules/rule-context.ts';
import type { GateInput } from '../gate-input.ts';
import { outsideGap } from './changed-outside.ts';
import { componentVerdict } from './component-verdict.ts';
import { coverageContext } from './coverage-context.ts';
import type { CoverageContext } from './coverage-context.ts';
import { carriedParts, totalFigure } from './total-verdict.ts';
import type { ComponentState, UnknownFigure } from './figure-state.ts';

/** Answers coverage rules: the figures of `total`, or of every component of a kind. Of a kind without sources there is none. */
export function readCoverage(input: GateInput): (of: string) => CoverageReading {
  const context = coverageContext(input);
  // Many criteria ask of the same kind, and a component takes a look at each of its files.
  const known = new Map<string, CoverageReading>();
  return (of) => {
    const reading = known.get(of) ?? readingOf(context, of);
    known.set(of, reading);
    return reading;
  };
}

function readingOf(context: CoverageContext, of: string): CoverageReading {
  if (of === 'total') return totalReading(context);
  return context.states.filter(({ figures }) => figures.component.kind === of).flatMap((state) => componentReading(context, state));
}

function totalReading(context: CoverageContext): CoverageFigure[] {
  const name = context.words.totalTitle;
  const total = outsideGap(context) ?? totalFigure(context);
  if (total.kind === 'unknown') return [unknownReading(name, total)];
  const { floor, strict } = context.policy.coverage.total;
  return [{ state: 'measured', name, ...total.count, floor, strict, ...noted(carriedParts(context)) }];
}

function componentReading(context: CoverageContext, component: ComponentState): CoverageFigure[] {
  const { figures, state } = component;
  const name = figures.component.id;
  // A component that was emptied by moving its files away still has no figure.
  if (state.kind === 'absent') {
    const gap = outsideGap(context);
    return gap ? [unknownReading(name, gap)] : [];
  }
  if (state.kind === 'unknown') return [unknownReading(name, state)];
  // A changed source that no report mentions leaves the component without a figure for the rules, too.
  const judged = componentVerdict(context, component);
  if (judged.verdict === 'cannot-evaluate')
    return [{ state: 'unknown', name, verdict: 'cannot-evaluate', code: judged.code, reason: judged.reason, next: judged.next }];
  const note = state.carried ? context.words.carry.from(state.carried) : '';
  return [{ state: 'measured', name, ...state.count, floor: figures.component.floor, strict: false, ...noted(note) }];
}

function noted(note: string): { note?: string } {
  return note === '' ? {} : { note };
}

function unknownReading(name: string, gap: UnknownFigure): CoverageFigure {
  const { kind: _, ...rest } = gap;
  return { state: 'unknown', name, ...rest };
}

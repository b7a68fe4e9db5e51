import { flagList } from '../../input/flag-list.ts';
import type { FlagList } from '../../input/flag-list.ts';
import { lineSink } from '../../input/line-sink.ts';
import { ReportProblem } from '../../input/report-problem.ts';
import { testsTally } from '../../tests-tally.ts';
import type { TestsTally } from '../../tests-tally.ts';
import type { ReportBody, ReportSink, StreamReader } from '../reader.ts';
import { failurePlace } from './failure-place.ts';
import { appendText, failureText } from './failure-text.ts';
import { tapPlan, tapPoint } from './tap-line.ts';
import type { TapPoint } from './tap-line.ts';
import { testsBody } from './tests-body.ts';

/** One level of indentation. */
interface TapLevel {
  readonly indent: number;
  points: number;
  failed: number;
  plan: number | null;
  /** Of the `# Subtest:` comment before it. */
  name: string;
  /** The point whose sub-tests follow it, in braces (`ok 1 - name {`). */
  opened: TapPoint | null;
}

interface TapFailure {
  readonly suite: string;
  readonly name: string;
  text: string;
}

interface TapState {
  readonly tally: TestsTally;
  readonly flags: FlagList;
  readonly levels: TapLevel[];
  /** Name that the next deeper level has. */
  subtest: string;
  /** What is told of the last point that failed: comments and a YAML block. */
  failure: TapFailure | null;
  /** Indentation of the open YAML block. */
  yaml: number | null;
  bailed: string | null;
}

// No more tests than this are missing from any genuine output.
const mostMissing = 1_000_000;

/**
 * The Test Anything Protocol (https://testanything.org, 12 to 14): `node --test`, node-tap, prove, bats, pgTAP. Counted are test
 * points, save those that stand for the sub-tests before them (which are indented by four), or after them in braces, as Vitest has
 * it; such a one counts as an error when it failed and none of its sub-tests did. `# SKIP` and `# TODO` are skipped: `ok` with
 * `# TODO` is written for tests that were never run (Vitest, node-tap). Points that a plan promises and that are not there are
 * errors. `Bail out!` is `tool-error`, and so is an output without plan, which nobody knows to be whole. The suite is the names of
 * the sub-tests around the point.
 */
export const tapReader: StreamReader = {
  format: 'tap',
  kind: 'tests',
  recognises: ({ text }) => {
    const first =
      text
        .split('\n', 20)
        .find((line) => line.trim() !== '' && !line.startsWith('#'))
        ?.trimEnd() ?? '';
    return /^TAP version 1\d$/.test(first) || tapPlan(first) !== null || /^(not )?ok 1\b/.test(first);
  },
  open: openTap,
};

function openTap(): ReportSink {
  const state: TapState = { tally: testsTally(), flags: flagList(), levels: [], subtest: '', failure: null, yaml: null, bailed: null };
  const sink = lineSink((line, number) => readLine(state, line, number));
  return {
    push: sink.push,
    end() {
      sink.end();
      return finish(state);
    },
  };
}

function readLine(state: TapState, line: string, number: number): void {
  const text = line.trimStart();
  const indent = line.length - text.length;
  // A block that nothing closes ends with its indentation: it must not hide the points after it.
  if (state.yaml !== null && indent < state.yaml && text !== '') state.yaml = null;
  if (state.yaml !== null) {
    if (text.trimEnd() === '...' && indent === state.yaml) state.yaml = null;
    else if (state.failure) state.failure.text = appendText(state.failure.text, `${text}\n`);
    return;
  }
  if (text.trimEnd() === '---' && indent > 0) state.yaml = indent;
  else if (text.startsWith('# Subtest: ')) {
    closeOpened(state, indent);
    state.subtest = text.slice(11).trim();
  } else if (text.trimEnd() === '}') closeOpened(state, indent);
  else if (text.startsWith('#')) {
    if (state.failure) state.failure.text = appendText(state.failure.text, `${text.slice(1).trim()}\n`);
  } else if (/^Bail out!/i.test(text)) state.bailed ??= text.slice(9).trim();
  // Sub-tests are indented by four; what programs print is not.
  else if (indent % 4 === 0) readPoint(state, { text, indent, number });
}

function readPoint(state: TapState, line: { text: string; indent: number; number: number }): void {
  const plan = tapPlan(line.text.trimEnd());
  const point = plan === null ? tapPoint(line.text) : null;
  if (plan === null && point === null) return;
  if (line.indent > 200) throw new ReportProblem('sub-tests are nested more than 50 deep', line.number);
  if (point) closeOpened(state, line.indent);
  const below = point ? closeBelow(state, line.indent) : null;
  const level = levelOf(state, line.indent);
  if (plan !== null) level.plan = plan;
  if (point?.opens) {
    level.opened = point;
    state.subtest = point.name;
  } else if (point) countPoint(state, { level, point, below });
}

/** Counts the point of this level whose sub-tests were to follow it, when there is one: here they end. */
function closeOpened(state: TapState, indent: number): void {
  const level = state.levels.findLast((one) => one.indent <= indent);
  const point = level?.opened;
  if (!level || !point || level.indent !== indent) return;
  const below = closeBelow(state, indent);
  level.opened = null;
  countPoint(state, { level, point, below });
}

function levelOf(state: TapState, indent: number): TapLevel {
  const last = state.levels.at(-1);
  if (last && last.indent >= indent) return last;
  const level = { indent, points: 0, failed: 0, plan: null, name: last || indent > 0 ? state.subtest : '', opened: null };
  state.levels.push(level);
  return level;
}

/** Ends the levels that are deeper; what they held, or null when there were none. */
function closeBelow(state: TapState, indent: number): { points: number; failed: number } | null {
  let below: { points: number; failed: number } | null = null;
  for (let level = state.levels.at(-1); level && level.indent > indent; level = state.levels.at(-1)) {
    if (level.opened) {
      const [point, inside] = [level.opened, below];
      level.opened = null;
      countPoint(state, { level, point, below: inside });
    }
    closeLevel(state, level);
    below = { points: level.points, failed: level.failed };
    state.levels.pop();
  }
  return below;
}

function closeLevel(state: TapState, level: TapLevel): void {
  const missing = Math.max(0, (level.plan ?? 0) - level.points);
  if (missing > mostMissing) throw new ReportProblem(`the plan is of ${level.plan} tests, ${level.points} are there`);
  if (level.plan === null && level.indent > 0) state.flags.add(`no-plan: nothing says how many sub-tests there should be (${level.name})`);
  if (missing > 0) state.flags.add(`plan: ${level.plan} tests were planned, ${level.points} ran; the others are errors`);
  if (level.plan !== null && level.points > level.plan) state.flags.add(`header-disagrees: a plan of ${level.plan} tests, counted ${level.points}`);
  const suite = suiteOf(state);
  for (let index = 0; index < missing; index += 1) state.tally.add({ suite, result: 'error' });
  level.failed += missing;
  level.points += missing;
}

function suiteOf(state: TapState): string {
  return state.levels
    .map((level) => level.name)
    .filter((name) => name !== '')
    .join(' > ');
}

function countPoint(state: TapState, found: { level: TapLevel; point: TapPoint; below: { points: number; failed: number } | null }): void {
  const { level, point, below } = found;
  flush(state);
  level.points += 1;
  const skipped = point.directive !== null;
  const failed = !point.ok && !skipped;
  if (failed) level.failed += 1;
  // Its sub-tests were counted, and say why it failed; a group that planned none is no test.
  if (below && (failed ? below.failed > 0 : below.points > 0 || !skipped)) return;
  const suite = suiteOf(state);
  state.tally.add({ suite, result: skipped ? 'skipped' : failed ? (below ? 'error' : 'failed') : 'passed' });
  if (failed) state.failure = { suite, name: point.name, text: '' };
}

/** The failure is told when all that is said of it was read. */
function flush(state: TapState): void {
  const failure = state.failure;
  state.failure = null;
  if (!failure) return;
  const error = /^(?:error|message): *(?:[|>][-+]? *\n)?["']?(.+?)["']?$/m.exec(failure.text)?.[1];
  const at = /^(?:location|at|file): *["']?(.+?)["']?$/m.exec(failure.text)?.[1];
  const place = failurePlace(at === undefined ? failure.text : `${at}\n${failure.text}`);
  state.tally.fail({ suite: failure.suite, name: failure.name, message: failureText(error ?? failure.text), ...place });
}

function finish(state: TapState): ReportBody {
  closeOpened(state, 0);
  const inside = closeBelow(state, 0) !== null;
  flush(state);
  const [top] = state.levels;
  if (top) closeLevel(state, top);
  const noPlan = top && top.plan === null ? 'the output has no plan (1..N), so the run was stopped or the output is cut' : null;
  const cut = inside ? 'the output ends inside a sub-test, so the run was stopped or the output is cut' : noPlan;
  return testsBody({ tally: state.tally, flags: state.flags, trouble: state.bailed === null ? cut : `the run bailed out: ${state.bailed}` });
}

import { nullForNaN } from './null-for-nan.ts';
import { ReportProblem } from './report-problem.ts';

/** The largest JSON document that is parsed whole, in bytes. Real ones reach some five megabytes. */
export const largestJson = 64 << 20;
const deepest = 200;

/** Parses a JSON document; bare `NaN` and `Infinity`, which Python writes, are null. Throws a `ReportProblem` with the line on a syntax error, and on nesting that no report has. */
export function parseJson(text: string): unknown {
  checkDepth(text);
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    const tolerant = nullForNaN(text);
    if (tolerant !== null) return parseJson(tolerant);
    const message = error instanceof Error ? error.message : String(error);
    throw new ReportProblem(`it is no whole JSON: ${message.slice(0, 160)}`, lineOf(text, message));
  }
}

function checkDepth(text: string): void {
  let [depth, line, quoted] = [0, 1, false];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0x0a) line += 1;
    else if (quoted) {
      if (code === 0x5c) at += 1;
      else if (code === 0x22) quoted = false;
    } else if (code === 0x22) quoted = true;
    else if (code === 0x7b || code === 0x5b) {
      depth += 1;
      if (depth > deepest) throw new ReportProblem(`values are nested more than ${deepest} deep`, line);
    } else if (code === 0x7d || code === 0x5d) depth -= 1;
  }
}

/** V8 names the position, and the line only in newer versions; an unexpected end is at the last line. */
function lineOf(text: string, message: string): number {
  const position = /position (\d+)/.exec(message)?.[1];
  return text.slice(0, position === undefined ? text.length : Number(position)).split('\n').length;
}

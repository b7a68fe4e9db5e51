import { noDigits, readDigits } from '../../input/read-digits.ts';
import type { ByteCursor } from '../../input/read-digits.ts';
import { checkShare, parseWhole } from '../../input/parse-figure.ts';
import type { XmlAttributes } from '../../input/xml-sink.ts';
import type { Count } from '../../report.ts';

const name = 'condition-coverage';
const largest = 999_999_999;
const [percent, space, open, slash, close, quote] = [0x25, 0x20, 0x28, 0x2f, 0x29, 0x22];

/** Reads the `condition-coverage` of one line after the other into one count. */
export interface ConditionCoverage {
  readonly count: Count;
  /** False when the line has none, or it names no conditions. */
  read(attributes: XmlAttributes, line: number): boolean;
}

export function conditionCoverage(): ConditionCoverage {
  const cursor: ByteCursor = { bytes: new Uint8Array(0), at: 0 };
  const count = { covered: 0, total: 0 };
  return {
    count,
    read(attributes, line) {
      if (attributes.seek(name, cursor) && readPlain(cursor, count)) return true;
      const text = attributes.get(name);
      return text !== undefined && readText(text, count, line);
    },
  };
}

/** The form that all tools write, `50% (1/2)`, without making a text of it. False for any other, and for a count that cannot be. */
function readPlain(cursor: ByteCursor, count: { covered: number; total: number }): boolean {
  const { bytes } = cursor;
  if (readDigits(cursor) === noDigits) return false;
  if (bytes[cursor.at++] !== percent || bytes[cursor.at++] !== space || bytes[cursor.at++] !== open) return false;
  const covered = readDigits(cursor);
  if (covered === noDigits || bytes[cursor.at++] !== slash) return false;
  const total = readDigits(cursor);
  if (total === noDigits || total > largest || covered > total) return false;
  count.covered = covered;
  count.total = total;
  return bytes[cursor.at] === close && bytes[cursor.at + 1] === quote;
}

function readText(text: string, count: { covered: number; total: number }, line: number): boolean {
  const condition = /\(\s*(-?\d+)\s*\/\s*(-?\d+)\s*\)/.exec(text);
  if (!condition) return false;
  const what = { what: 'condition-coverage of a line', line };
  count.covered = parseWhole(condition[1], what);
  count.total = parseWhole(condition[2], what);
  checkShare(count, what);
  return true;
}

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { packReport, unpackReport } from '../../../../src/core/evidence/bundle/pack-report.ts';
import { packLines } from '../../../../src/core/evidence/coverage/line-hits.ts';
import { linesFromText, linesToText } from '../../../../src/core/evidence/coverage/pack-lines.ts';
import { statementsFromText, statementsToText } from '../../../../src/core/evidence/coverage/pack-statements.ts';
import { packStatements } from '../../../../src/core/evidence/coverage/statement-hits.ts';
import type { CoverageReport } from '../../../../src/core/evidence/report.ts';

const number = fc.oneof(fc.nat({ max: 300 }), fc.integer({ min: 0, max: 2 ** 32 - 1 }));

it('keeps any lines', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(number, number)), (pairs) => {
      const lines = packLines(pairs);
      expect(linesFromText(linesToText(lines))).toEqual(lines);
    }),
  );
});

it('keeps any statements', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(number, number, number, number, number, number)), (list) => {
      const statements = packStatements(list);
      expect(statementsFromText(statementsToText(statements))).toEqual(statements);
    }),
  );
});

it('takes a text only when it is the very one that it writes', () => {
  fc.assert(
    fc.property(fc.oneof(fc.base64String(), fc.string()), (text) => {
      const lines = linesFromText(text);
      expect(lines === null || linesToText(lines) === text).toBe(true);
      const statements = statementsFromText(text);
      expect(statements === null || statementsToText(statements) === text).toBe(true);
    }),
  );
});

it('never throws, whatever it is given', () => {
  const totals = { lines: null, branches: null, functions: null, statements: null, instructions: null };
  const base = packReport({
    kind: 'coverage',
    file: 'a',
    format: 'lcov',
    outcome: 'ok',
    flags: [],
    totals: { ...totals, files: 0 },
    files: [],
  } satisfies CoverageReport);
  fc.assert(
    fc.property(fc.constantFrom(...Object.keys(base)), fc.jsonValue(), (name, value) => {
      const report = unpackReport({ ...base, [name]: value });
      expect(report === null || report.kind === 'coverage').toBe(true);
    }),
  );
  fc.assert(fc.property(fc.anything(), (value) => unpackReport(value) === null));
});

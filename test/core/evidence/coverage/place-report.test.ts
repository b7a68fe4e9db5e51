import { expect, it } from 'vitest';
import { placeReport } from '../../../../src/core/evidence/coverage/place-report.ts';
import { readReport } from '../../../../src/core/evidence/read-report.ts';
import type { CoverageReport } from '../../../../src/core/evidence/report.ts';

const tree = ['src/a.ts', 'one/Order.java', 'two/Order.java'];
const lcov = ['/home/runner/work/x/x/src/a.ts', 'gone.ts', 'Order.java'].map((path) => `SF:${path}\nDA:1,1\nDA:2,0\nend_of_record\n`).join('');

it('puts the paths of the repository in, and flags what has no place; all of it counts', () => {
  const report = readReport('lcov.info', new TextEncoder().encode(lcov)) as CoverageReport;
  const placed = placeReport(report, tree, []);
  expect(placed.files.map(({ path }) => path)).toEqual(['src/a.ts', 'gone.ts', 'Order.java']);
  expect(placed.flags).toEqual(['unmapped-path: gone.ts', 'ambiguous-path: Order.java (one/Order.java, two/Order.java)']);
  expect(placed.totals).toEqual(report.totals);
});

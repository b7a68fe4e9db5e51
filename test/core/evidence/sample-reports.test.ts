import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readReport } from '../../../src/core/evidence/read-report.ts';

const samples = new URL('../../../examples/aval/reports/', import.meta.url);
const sample = (file: string): Uint8Array => readFileSync(new URL(file, samples));

/** Counted by hand, or with `grep`, in the files that the sample's own tools wrote. */
const expected = [
  ['main/lcov.info', 'lcov', 59, 59, 3],
  ['explain/lcov.info', 'lcov', 98, 98, 5],
  ['limits/lcov.info', 'lcov', 78, 90, 4],
  ['limits-tested/lcov.info', 'lcov', 90, 90, 4],
  ['main/python.xml', 'cobertura', 58, 59, 7],
] as const;

describe('reports of the sample product', () => {
  it.each(expected)('%s is read whole (%s)', (file, format, covered, total, files) => {
    expect(readReport(file, sample(file))).toMatchObject({ outcome: 'ok', kind: 'coverage', format, flags: [], totals: { lines: { covered, total }, files } });
  });

  it.each(['main/python.xml', 'main/lcov.info'])('%s that is cut is rejected', (file) => {
    expect(readReport(file, sample(file).slice(0, Math.floor(sample(file).length / 2))).outcome).toBe('reject');
  });
});

// A report as JaCoCo writes it for one class of two methods, by hand.
const jacoco = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<!DOCTYPE report PUBLIC "-//JACOCO//DTD Report 1.1//EN" "report.dtd">
<report name="shop"><sessioninfo id="runner-1" start="1" dump="2"/><package name="com/acme">
<class name="com/acme/Cart" sourcefilename="Cart.java">
<method name="add" desc="()V" line="3"><counter type="INSTRUCTION" missed="0" covered="7"/><counter type="LINE" missed="0" covered="2"/></method>
<counter type="INSTRUCTION" missed="4" covered="7"/><counter type="LINE" missed="1" covered="2"/></class>
<sourcefile name="Cart.java"><line nr="3" mi="0" ci="3" mb="0" cb="0"/><line nr="4" mi="0" ci="4" mb="1" cb="1"/><line nr="8" mi="4" ci="0" mb="0" cb="0"/>
<counter type="INSTRUCTION" missed="4" covered="7"/><counter type="BRANCH" missed="1" covered="1"/><counter type="LINE" missed="1" covered="2"/></sourcefile>
<counter type="INSTRUCTION" missed="4" covered="7"/><counter type="BRANCH" missed="1" covered="1"/><counter type="LINE" missed="1" covered="2"/></package>
<counter type="INSTRUCTION" missed="4" covered="7"/><counter type="BRANCH" missed="1" covered="1"/><counter type="LINE" missed="1" covered="2"/></report>`;

it('a JaCoCo report gives each line once, whatever classes and methods repeat', () => {
  expect(readReport('jacoco.xml', new TextEncoder().encode(jacoco))).toMatchObject({
    outcome: 'ok',
    format: 'jacoco',
    flags: [],
    totals: { lines: { covered: 2, total: 3 }, branches: { covered: 1, total: 2 }, instructions: { covered: 7, total: 11 }, files: 1 },
    files: [{ path: 'com/acme/Cart.java' }],
  });
});

import { describe, expect, it } from 'vitest';
import { readReport } from '../../../src/core/evidence/read-report.ts';
import type { Report } from '../../../src/core/evidence/report.ts';
import { readers } from '../../../src/core/evidence/readers/readers.ts';
import { readFixture, readFixtures } from './fixtures.ts';
import type { Fixture } from './fixtures.ts';

/**
 * Every report of a real tool against all readers: the outcome, the kind, and that no reader claims another format's
 * report. The totals of each format are tested beside its reader.
 */
const fixtures = readFixtures();
const readable = new Map(readers.map((reader) => [reader.format, reader.kind]));

describe.skipIf(!fixtures)('reports of real tools', () => {
  it.each((fixtures ?? []).map((fixture) => [fixture.file, fixture] as const))('%s is taken for what it is', (_, fixture) => {
    const report = readReport(fixture.file, readFixture(fixture));
    expect(differences(fixture, report)).toEqual([]);
  });
});

function differences(fixture: Fixture, report: Report): string[] {
  const { format, outcome, kind, error } = report;
  const right = wantedOutcomes(fixture).includes(outcome);
  const found = right ? [] : [`outcome ${outcome}, not ${fixture.expected.outcome}: ${format} ${error?.message ?? ''}`];
  if (outcome === 'reject' && !error?.message) found.push('a rejection without a reason');
  // A file that is no report of its folder's format (empty, broken, another document) need not be recognised as one.
  const recognised = outcome === 'ok' || outcome === 'tool-error' || format !== 'unknown';
  if (recognised && outcome !== 'reject' && format !== fixture.format) found.push(`format ${format}, not ${fixture.format}`);
  if (format === fixture.format && kind !== readable.get(format)) found.push(`kind ${kind}`);
  return found;
}

function wantedOutcomes({ expected }: Fixture): readonly string[] {
  return expected.outcome === 'ok-or-reject' ? ['ok', 'reject'] : [expected.outcome];
}

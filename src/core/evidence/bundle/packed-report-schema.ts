import { z } from 'zod';
import { metricUnits } from '../classify/metric-unit.ts';
import { severities } from '../report.ts';
import { packedBase } from './packed-base.ts';
import { packedCoverageSchema } from './packed-coverage-schema.ts';

const whole = z.int().min(0);
const text = z.string().max(10_000);

const testTotals = z.strictObject({ tests: whole, passed: whole, failed: whole, errors: whole, skipped: whole, flaky: whole });

const packedTests = z.strictObject({
  ...packedBase,
  kind: z.literal('tests'),
  type: text.nullable(),
  component: text.nullable(),
  totals: testTotals,
  suites: z.array(z.strictObject({ name: z.string(), hint: text.nullable(), totals: testTotals })).max(10_000),
  failures: z.array(z.strictObject({ suite: z.string(), name: text, message: text, file: z.string().nullable(), line: z.int().nullable() })).max(10_000),
});

const packedFindings = z.strictObject({
  ...packedBase,
  kind: z.literal('findings'),
  scan: text.nullable(),
  totals: z.strictObject({ total: whole, suppressed: whole, bySeverity: z.strictObject(Object.fromEntries(severities.map((name) => [name, whole]))) }),
  findings: z.array(z.strictObject({ id: text, severity: z.enum(severities), title: text, file: z.string().nullable(), line: z.int().nullable() })).max(10_000),
});

/** A list of pairs, not an object: names come from the report, and one may be `__proto__`. */
const packedValues = z.strictObject({ values: z.array(z.tuple([text, z.union([z.number(), z.boolean()])])).max(100_000) });

const units = z
  .array(z.tuple([text, z.enum(metricUnits)]))
  .max(100_000)
  .exactOptional();

const packedMetrics = z.strictObject({ ...packedBase, kind: z.literal('metrics'), totals: packedValues, units });
const packedDocument = z.strictObject({ ...packedBase, kind: z.literal('document'), totals: packedValues, units });

/** A report as JSON that can be kept and sent. Strict: a field that is not known here is of another version. */
export const packedReportSchema = z.discriminatedUnion('kind', [packedCoverageSchema, packedTests, packedFindings, packedMetrics, packedDocument]);

export type PackedReport = z.output<typeof packedReportSchema>;

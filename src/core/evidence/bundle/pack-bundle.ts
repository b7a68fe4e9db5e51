import { z } from 'zod';
import { readerVersion } from '../reader-version.ts';
import type { Report } from '../report.ts';
import type { EvidenceBundle } from './bundle.ts';
import { identitySchema, provenanceSchema } from './head-schemas.ts';
import { packReport, unpackReport } from './pack-report.ts';
import type { PackedReport } from './packed-report-schema.ts';

const whole = z.int().min(0);
const text = z.string().max(10_000);

/** Version of the packing, not of the readers: another one cannot be unpacked here. */
const packing = 1;

const packedBundleSchema = z.strictObject({
  packing: z.literal(packing),
  readerVersion: whole,
  identity: identitySchema,
  provenance: provenanceSchema,
  files: z.array(z.strictObject({ path: text, sha256: text, bytes: whole })).max(1_000_000),
  reports: z.array(z.unknown()).max(1_000_000),
  completedAt: text,
  labels: z.strictObject({ type: text.nullable(), component: text.nullable(), scan: text.nullable() }).nullish(),
});

/** A bundle as plain JSON, with the version of the readers that read it. */
export type PackedBundle = Omit<z.output<typeof packedBundleSchema>, 'reports'> & { readonly reports: readonly PackedReport[] };

/** The bundle as plain JSON: the same bundle always gives the same text. */
export function packBundle(bundle: EvidenceBundle): PackedBundle {
  const { identity, provenance, files, completedAt } = bundle;
  return {
    packing,
    readerVersion: bundle.readerVersion ?? readerVersion,
    identity: { ...identity },
    provenance: { ...provenance },
    files: files.map((file) => ({ ...file })),
    reports: bundle.reports.map(packReport),
    completedAt,
    ...(bundle.labels ? { labels: { ...bundle.labels } } : {}),
  };
}

/** The bundle that was packed, with its `readerVersion`; null when the value is none, or of another packing. Never throws. */
export function unpackBundle(value: unknown): EvidenceBundle | null {
  const parsed = packedBundleSchema.safeParse(value);
  if (!parsed.success) return null;
  const { packing: _, reports: packed, ...bundle } = parsed.data;
  const reports: Report[] = [];
  for (const one of packed) {
    const report = unpackReport(one);
    if (!report) return null;
    reports.push(report);
  }
  return { ...bundle, reports };
}

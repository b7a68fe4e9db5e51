import { z } from 'zod';
import type { Report } from '../report.ts';
import { packReport, unpackReport } from './pack-report.ts';
import type { PackedReport } from './packed-report-schema.ts';

/** The one file of an upload that our Action makes, and the identity token that may lie beside it. */
export const evidenceFileName = 'evidence.json';
export const identityFileName = 'identity.jwt';

const whole = z.int().min(0);
const name = z.string().min(1).max(200);
const sha = z.string().regex(/^[0-9a-f]{40}([0-9a-f]{24})?$/, 'write a full commit id');
const path = z.string().min(1).max(4_096);
const word = z.string().min(1).max(100).nullable();

const evidenceSchema = z.strictObject({
  sprintgate: z.literal(2).describe('Version of this format.'),
  tool: z.strictObject({ name, version: name }).describe('What wrote it.'),
  repository: z.strictObject({ id: z.int().min(1).nullable(), name }).describe('Where the workflow ran.'),
  run: z.strictObject({ id: z.int().min(1), attempt: z.int().min(1) }).describe('The workflow run and its attempt.'),
  checkout: z
    .strictObject({ testedSha: sha.nullable(), testedTree: sha.nullable(), baseSha: sha.nullable(), headSha: sha.nullable() })
    .describe('What was checked out and tested; on pull_request events testedSha is the merge commit, headSha the head of the branch.'),
  job: name.nullable().describe('Job that uploaded it.'),
  uploadName: name.describe("Name of the upload; the artifact's own name counts."),
  labels: z.strictObject({ type: word, component: word, scan: word }).describe('What the step says of all its reports.'),

  files: z
    .array(z.strictObject({ path, sha256: z.string().regex(/^[0-9a-f]{64}$/, 'write a sha256 as hexadecimal digits'), bytes: whole }))
    .max(10_000)
    .describe('The reports as the tools wrote them, by path.'),
  reports: z.array(z.unknown()).max(10_000).describe('What was read in each, in the order of files.'),
});

type EvidenceHead = Omit<z.output<typeof evidenceSchema>, 'reports'>;

/** What one job uploads: what it ran on, which files it found, and what was read in each. */
export interface EvidenceFile extends Omit<EvidenceHead, 'sprintgate'> {
  /** In the order of `files`. */
  readonly reports: readonly Report[];
}

/** The file's text: no clock and no order of the machine is in it, so equal evidence is equal text. */
export function writeEvidenceFile(evidence: EvidenceFile): string {
  const order = evidence.files.map((_, index) => index).sort((a, b) => compare(evidence.files[a]?.path ?? '', evidence.files[b]?.path ?? ''));
  const reports: PackedReport[] = order.flatMap((index) => evidence.reports[index] ?? []).map(packReport);
  const { tool, repository, run, checkout, job, uploadName, labels } = evidence;
  const { testedSha, testedTree, baseSha, headSha } = checkout;
  // The version comes first, so that even a broken file is known as one of these.
  const file = {
    sprintgate: 2,
    tool: { name: tool.name, version: tool.version },
    repository: { id: repository.id, name: repository.name },
    run: { id: run.id, attempt: run.attempt },
    checkout: { testedSha, testedTree, baseSha, headSha },
    job,
    uploadName,
    labels: { type: labels.type, component: labels.component, scan: labels.scan },
    files: order.flatMap((index) => evidence.files[index] ?? []).map(({ path: at, sha256, bytes }) => ({ path: at, sha256, bytes })),
    reports,
  };
  return `${JSON.stringify(file)}\n`;
}

/** Whether bytes are meant as a file of this format, broken or not; any other JSON is somebody's report. */
export function isEvidenceFile(bytes: Uint8Array): boolean {
  return /^\s*\{\s*"sprintgate"\s*:/.test(new TextDecoder().decode(bytes.subarray(0, 200)));
}

export type ParsedEvidence = { readonly evidence: EvidenceFile } | { readonly problem: string };

/** Reads the file. Anything that does not fit is a problem in words: where, and what is wrong. Never throws. */
export function parseEvidenceFile(bytes: Uint8Array): ParsedEvidence {
  const parsed = evidenceSchema.safeParse(jsonOf(bytes));
  if (!parsed.success) return { problem: problemOf(parsed.error) };
  const { sprintgate: _, reports: packed, ...head } = parsed.data;
  if (packed.length !== head.files.length) return { problem: `reports: there are ${packed.length} for ${head.files.length} files` };
  const reports: Report[] = [];
  for (const [index, file] of head.files.entries()) {
    const report = unpackReport(packed[index]);
    if (!report) return { problem: `reports[${index}] is no packed report of this version` };
    if (report.file !== file.path) return { problem: `reports[${index}] is of another file than files[${index}]` };
    reports.push(report);
  }
  if (new Set(head.files.map((file) => file.path)).size !== head.files.length) return { problem: 'files: a path stands there twice' };
  return { evidence: { ...head, reports } };
}

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

function problemOf(error: z.ZodError): string {
  const [issue] = error.issues;
  if (!issue || (issue.path.length === 0 && issue.code === 'invalid_type')) return 'it is not JSON, or is cut off';
  const where = issue.path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`)).join('');
  return `${where.replace(/^\./, '') || 'it'}: ${issue.message}`.slice(0, 300);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

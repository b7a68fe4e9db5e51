import { invalid } from '../records/api-error.ts';
import type { CheckAnnotation } from '../records/checks.ts';

export interface OutputInput {
  readonly title?: string;
  readonly summary?: string;
  readonly text?: string;
  readonly annotations?: readonly Partial<CheckAnnotation>[];
}

export interface CheckInput {
  readonly status?: string;
  readonly conclusion?: string;
  readonly external_id?: string;
  readonly details_url?: string;
  readonly started_at?: string;
  readonly completed_at?: string;
  readonly output?: OutputInput;
  readonly actions?: readonly { readonly label: string; readonly description: string; readonly identifier: string }[];
}

const outputBytes = 65_535;
const annotationLimit = 50;

/** A conclusion completes the run; completing it without one is refused, which the description alone lets through. */
export function checkConclusions(fields: CheckInput): { readonly status?: string; readonly conclusion?: string } {
  if (fields.conclusion !== undefined) {
    if (fields.conclusion === 'stale' || fields.conclusion === 'startup_failure') throw invalid({ resource: 'CheckRun', code: 'invalid', field: 'conclusion' });
    return { status: 'completed', conclusion: fields.conclusion };
  }
  if (fields.status === 'completed') throw invalid({ resource: 'CheckRun', code: 'missing_field', field: 'conclusion' });
  return fields.status === undefined ? {} : { status: fields.status };
}

function checkBytes(field: string, text: string | undefined): void {
  if (text === undefined || Buffer.byteLength(text) <= outputBytes) return;
  throw invalid({ resource: 'CheckRun', code: 'custom', field, message: `${field} exceeds a maximum bytesize of ${outputBytes}` });
}

export function readOutput(
  output: OutputInput | undefined,
): (Omit<OutputInput, 'annotations'> & { readonly annotations: readonly CheckAnnotation[] }) | undefined {
  if (output === undefined) return undefined;
  checkBytes('summary', output.summary);
  checkBytes('text', output.text);
  if (output.title !== undefined && [...output.title].length > 255)
    throw invalid({ resource: 'CheckRun', code: 'custom', field: 'title', message: 'title is too long (maximum is 255 characters)' });
  const annotations = output.annotations ?? [];
  if (annotations.length > annotationLimit)
    throw invalid({ resource: 'CheckRun', code: 'custom', field: 'annotations', message: `annotations is too long (maximum is ${annotationLimit})` });
  return { ...output, annotations: annotations.map(fillAnnotation) };
}

function fillAnnotation(input: Partial<CheckAnnotation>): CheckAnnotation {
  const { path = '', start_line = 1, end_line = 1, annotation_level = 'notice', message = '' } = input;
  if (Buffer.byteLength(message) > 65_536) throw invalid({ resource: 'CheckRun', code: 'custom', field: 'annotations', message: 'message exceeds 64 KB' });
  return {
    path,
    start_line,
    end_line,
    start_column: input.start_column ?? null,
    end_column: input.end_column ?? null,
    annotation_level,
    title: input.title ?? null,
    message,
    raw_details: input.raw_details ?? null,
  };
}

/** The suite's conclusion is that of its run with the highest priority. */
const priority = ['action_required', 'timed_out', 'cancelled', 'failure', 'neutral', 'success', 'skipped'];

export function combineConclusions(conclusions: readonly string[]): string {
  return priority.find((conclusion) => conclusions.includes(conclusion)) ?? 'neutral';
}

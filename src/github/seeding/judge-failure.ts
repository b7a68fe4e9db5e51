import type { Write } from '../../core/plan/write.ts';
import { DroppedFields } from './carry-out.ts';
import { statusOf } from '../client.ts';

export type Judgement =
  | { readonly kind: 'done' }
  | { readonly kind: 'skip'; readonly reason: string; readonly all: boolean }
  | { readonly kind: 'ambiguous' | 'refused' | 'aborted'; readonly message: string };

/** What a failed write means. Only what is known not to have happened is called refused; the rest is ambiguous. */
export function judgeFailure(write: Write, error: unknown, aborted: boolean): Judgement {
  const message = `${nameOf(write)}: ${error instanceof Error ? error.message : String(error)}`;
  const status = statusOf(error);
  if (error instanceof DroppedFields || error instanceof RangeError) return { kind: 'refused', message };
  if (aborted && status === null) return { kind: 'aborted', message: 'seeding was asked to stop' };
  // No answer, or one from a gateway: the write may have been made.
  if (status === null || status >= 500) return { kind: 'ambiguous', message };
  if (status === 422 && /already_exists/.test(detailsOf(error))) {
    // Somebody was quicker. A label needs nothing more; a milestone's number is still to be read.
    return write.do === 'create-label' ? { kind: 'done' } : { kind: 'ambiguous', message };
  }
  if (write.do === 'add-sub-issue' && (status === 404 || status === 410 || status === 422)) return { kind: 'skip', reason: message, all: status === 404 };
  return { kind: 'refused', message: `${message} ${adviceFor(status)}`.trim() };
}

function adviceFor(status: number): string {
  if (status === 403 || status === 404) return 'Check that the app or the token may write issues of this repository.';
  if (status === 410) return 'Issues are switched off in this repository: switch them on in its settings.';
  return '';
}

function nameOf(write: Write): string {
  return 'key' in write ? `${write.do} ${write.key}` : write.do === 'create-label' ? `${write.do} ${write.name}` : write.do;
}

/** Octokit puts GitHub's error codes into the message; the response has them too. */
function detailsOf(error: unknown): string {
  if (!(error instanceof Error)) return '';
  const data = 'response' in error ? JSON.stringify((error.response as { data?: unknown } | undefined)?.data ?? '') : '';
  return error.message + data;
}

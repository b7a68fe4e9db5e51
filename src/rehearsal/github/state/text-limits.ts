import { invalid } from '../records/api-error.ts';

const bodyLimit = 65_536;

/** GitHub refuses longer bodies of issues, pull requests and comments. */
export function checkBody(resource: string, body: string | null): void {
  if (body === null || [...body].length <= bodyLimit) return;
  throw invalid({ resource, code: 'custom', field: 'body', message: `body is too long (maximum is ${bodyLimit} characters)` });
}

export function checkTitle(resource: string, title: string): void {
  if (title.trim() === '') throw invalid({ resource, code: 'missing_field', field: 'title' });
  if ([...title].length > 256) throw invalid({ resource, code: 'custom', field: 'title', message: 'title is too long (maximum is 256 characters)' });
}

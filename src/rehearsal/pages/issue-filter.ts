import type { Issue } from '../github/records/issue.ts';

/** What a list shows, as its address says it. */
export interface IssueFilter {
  readonly state: 'open' | 'closed' | 'all';
  readonly label: string;
  /** Number of a milestone; null for any. */
  readonly milestone: number | null;
  readonly page: number;
}

/** Reads a filter from a query string; what makes no sense counts as not given. */
export function readFilter(query: (name: string) => string | undefined): IssueFilter {
  const state = query('state');
  const milestone = Number(query('milestone'));
  const page = Number(query('page'));
  return {
    state: state === 'closed' || state === 'all' ? state : 'open',
    label: query('label') ?? '',
    milestone: Number.isInteger(milestone) && milestone > 0 ? milestone : null,
    page: Number.isInteger(page) && page > 0 ? page : 1,
  };
}

/** The query string of a filter with some of it changed; another selection begins on its first page. */
export function filterQuery(filter: IssueFilter, change: Partial<IssueFilter>): string {
  const { state, label, milestone, page } = { ...filter, page: 1, ...change };
  const parts = {
    ...(state === 'open' ? {} : { state }),
    ...(label === '' ? {} : { label }),
    ...(milestone === null ? {} : { milestone: String(milestone) }),
    ...(page === 1 ? {} : { page: String(page) }),
  };
  const text = new URLSearchParams(parts).toString();
  return text === '' ? '' : `?${text}`;
}

/** Whether an issue has the label and the milestone, whatever its state. */
export function matches(filter: IssueFilter, issue: Issue): boolean {
  const worn = filter.label === '' || issue.labels.some((name) => name.toLowerCase() === filter.label.toLowerCase());
  return worn && (filter.milestone === null || issue.milestone === filter.milestone);
}

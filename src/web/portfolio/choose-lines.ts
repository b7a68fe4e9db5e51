import type { StandingSummary } from '../../store/standings/list-standings.ts';
import type { WebRepository } from '../access/web-repository.ts';
import type { PortfolioOrder, PortfolioQuery, PortfolioState } from './portfolio-query.ts';

export interface PortfolioLine {
  readonly repository: WebRepository;
  /** Null while it was never judged. */
  readonly standing: StandingSummary | null;
}

export interface PortfolioChoice {
  /** Of this page. */
  readonly lines: readonly PortfolioLine[];
  /** All that fit. */
  readonly count: number;
  readonly page: number;
  readonly pages: number;
  /** Owners of all that the viewer may read, for the choice. */
  readonly owners: readonly string[];
}

export const linesAPage = 50;

/** Those that are looked for, by organisation and then in the order that is asked for. */
export function chooseLines(all: readonly PortfolioLine[], query: PortfolioQuery): PortfolioChoice {
  const text = query.text.toLowerCase();
  const fitting = all.filter(
    ({ repository: { owner, name }, standing }) =>
      (query.owner === '' || owner === query.owner) &&
      isIn(query.state, standing) &&
      (`${owner}/${name}`.toLowerCase().includes(text) || (standing?.worst?.title.toLowerCase().includes(text) ?? false)),
  );
  const compare = comparing[query.order];
  const sorted = fitting.toSorted((a, b) => byText(a.repository.owner, b.repository.owner) || compare(a, b) || byText(a.repository.name, b.repository.name));
  const pages = Math.max(1, Math.ceil(sorted.length / linesAPage));
  const page = Math.min(query.page, pages);
  return {
    lines: sorted.slice((page - 1) * linesAPage, page * linesAPage),
    count: sorted.length,
    page,
    pages,
    owners: [...new Set(all.map(({ repository }) => repository.owner))].toSorted(byText),
  };
}

function isIn(state: PortfolioState, standing: StandingSummary | null): boolean {
  if (state === 'all') return true;
  if (standing === null) return state === 'unknown';
  return state === 'ready' ? standing.outcome === 'pass' : state === 'blocked' && standing.outcome !== 'pass';
}

// A locale's own order would take a hundred times as long for thousands; names on GitHub are ASCII.
function byText(a: string, b: string): number {
  const [lowA, lowB] = [a.toLowerCase(), b.toLowerCase()];
  return lowA < lowB ? -1 : lowA > lowB ? 1 : 0;
}

/** What needs somebody most comes first; what was never judged last. */
function by(figure: (standing: StandingSummary) => number | null): (a: PortfolioLine, b: PortfolioLine) => number {
  const of = ({ standing }: PortfolioLine): number => (standing && figure(standing)) ?? Number.MAX_SAFE_INTEGER;
  return (a, b) => of(a) - of(b);
}

const comparing: Readonly<Record<PortfolioOrder, (a: PortfolioLine, b: PortfolioLine) => number>> = {
  name: () => 0,
  readiness: by(({ percent }) => percent),
  blockers: by(({ blockers }) => -blockers),
  sprint: by(({ sprint }) => -sprint),
  trend: by(({ trend }) => trend),
  due: by(({ next }) => (next ? Date.parse(next.due) : null)),
};

/** What one may look for in the portfolio. */
export const states = ['all', 'blocked', 'ready', 'unknown'] as const;
export type PortfolioState = (typeof states)[number];

export const orders = ['name', 'readiness', 'blockers', 'sprint', 'trend', 'due'] as const;
export type PortfolioOrder = (typeof orders)[number];

export interface PortfolioQuery {
  /** Part of a repository's name or of what blocks it; empty: all. */
  readonly text: string;
  /** Organisation or owner; empty: all. */
  readonly owner: string;
  readonly state: PortfolioState;
  readonly order: PortfolioOrder;
  /** From 1 on. */
  readonly page: number;
}

/** What the address asks for; what it cannot ask for is as usual. */
export function readQuery(asked: Readonly<Record<string, string | undefined>>): PortfolioQuery {
  const page = Number(asked['page']);
  return {
    text: (asked['q'] ?? '').trim().slice(0, 100),
    owner: (asked['owner'] ?? '').slice(0, 100),
    state: states.find((each) => each === asked['state']) ?? 'all',
    order: orders.find((each) => each === asked['sort']) ?? 'name',
    page: Number.isInteger(page) && page > 1 ? page : 1,
  };
}

/** The address of this query, on another page. */
export function addressOf({ text, owner, state, order }: PortfolioQuery, page: number): string {
  const given = { q: text, owner, state: state === 'all' ? '' : state, sort: order === 'name' ? '' : order, page: page === 1 ? '' : String(page) };
  const query = new URLSearchParams(Object.entries(given).filter(([, value]) => value !== ''));
  return query.size === 0 ? '/' : `/?${query}`;
}

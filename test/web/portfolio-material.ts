import type { StandingSummary } from '../../src/store/standings/list-standings.ts';
import type { WebRepository } from '../../src/web/access/web-repository.ts';
import type { PortfolioPorts } from '../../src/web/portfolio/portfolio-ports.ts';

/** How a repository stands, by its number alone. */
export function summaryOf(repository: number, title = 'Coverage of the model is at least 95 %'): StandingSummary {
  const percent = (repository * 37) % 101;
  const outcome = percent === 100 ? 'pass' : 'fail';
  return {
    repository,
    at: '2027-03-01T10:00:00Z',
    day: '2027-03-01',
    headSha: 'a'.repeat(40),
    timezone: 'America/Mexico_City',
    locale: 'en',
    playbook: 'construir@1',
    tier: 2,
    target: 'release',
    block: 's05',
    sprint: repository % 17,
    outcome,
    percent,
    held: percent,
    waived: 0,
    binding: 100,
    blockers: 100 - percent,
    worst: percent === 100 ? null : { id: 'coverage.model', title, outcome: 'fail', actor: 'team' },
    next: { id: 'security-review', due: '2027-04-02', state: 'open' },
    trend: (repository % 7) - 3,
  };
}

/** So many repositories of two organisations, one of ten never judged. */
export function manyRepositories(count: number, title?: string): { readonly repositories: readonly WebRepository[]; readonly portfolio: PortfolioPorts } {
  const repositories = Array.from({ length: count }, (_, n) => ({
    id: n + 1,
    owner: n % 2 ? 'acme' : 'banco',
    name: `product-${n + 1}`,
    installation: 7 + (n % 2),
  }));
  return {
    repositories,
    portfolio: {
      repositories: async () => repositories,
      standings: async (ids) => ids.filter((id) => id % 10 !== 0).map((id) => summaryOf(id, title)),
      trends: async (ids) => new Map(ids.map((id) => [id, Array.from({ length: 30 }, (_, n) => ((id + n) * 13) % 101)])),
    },
  };
}

import { type Actor, actors } from '../../../core/report/problem-actor.ts';
import { pageNumber } from '../../shell/page-number.ts';

export const criterionStates = ['all', 'open', 'held', 'waived', 'later'] as const;
export type CriterionState = (typeof criterionStates)[number];

/** Which criteria somebody looks for. */
export interface CriteriaQuery {
  /** Part of a title or an id; empty: all. */
  readonly text: string;
  readonly state: CriterionState;
  readonly actor: Actor | null;
  /** Id of a row of the report; empty: all. */
  readonly area: string;
  /** From 1 on. */
  readonly page: number;
}

/** What the address asks for; what it cannot ask for is as usual. */
export function readCriteriaQuery(asked: Readonly<Record<string, string | undefined>>): CriteriaQuery {
  return {
    text: (asked['q'] ?? '').trim().slice(0, 100),
    state: criterionStates.find((each) => each === asked['state']) ?? 'all',
    actor: actors.find((each) => each === asked['actor']) ?? null,
    area: (asked['area'] ?? '').slice(0, 100),
    page: pageNumber(asked['page']),
  };
}

/** The query of an address for this, on another page. */
export function criteriaAddress({ text, state, actor, area }: CriteriaQuery, page: number): string {
  const given = { q: text, state: state === 'all' ? '' : state, actor: actor ?? '', area, page: page === 1 ? '' : String(page) };
  const query = new URLSearchParams(Object.entries(given).filter(([, value]) => value !== ''));
  return `?${query}`;
}

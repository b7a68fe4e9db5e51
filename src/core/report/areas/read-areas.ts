import { readMarked } from '../../markers/marker.ts';
import type { Policy } from '../../policy/policy.ts';
import type { IssueFacts } from '../../snapshot/facts.ts';
import type { ReportedCriterion } from '../read-criteria.ts';
import { type Tally, tally } from '../report-gauge.ts';
import { type Area, areaCriteria, areaItems } from './area-criteria.ts';
import { phaseFigures } from './phase-figures.ts';

/** A row of the readiness report: criteria, or issues, that are looked at together. */
export interface ReportArea {
  readonly id: string;
  /** In the policy's language, as all texts here. */
  readonly title: string;
  /** Figures of the method that belong to it. */
  readonly figures: string;
  readonly counts: Tally;
  /** Criteria that bind now; those of `counts` sum to it. */
  readonly binding: number;
  /** Criteria of later blocks or targets. */
  readonly later: number;
  /** Ids of its criteria that bind. */
  readonly ids: readonly string[];
  /** Set where the row counts issues of the plan and not criteria. */
  readonly issues?: { readonly closed: number; readonly all: number };
}

/** The rows of the report, in the playbook's order. Rows of which nothing is asked, now or later, are left out. */
export function readAreas(criteria: readonly ReportedCriterion[], policy: Policy, seeded: readonly IssueFacts[]): ReportArea[] {
  const closed = seeded.filter(({ state }) => state === 'closed').flatMap(({ body }) => readMarked(body)?.marker.id ?? []);
  return countAreas({ criteria, policy, closed: new Set(closed) });
}

/** What the rows are counted from. */
export interface AreaWorld {
  readonly criteria: readonly ReportedCriterion[];
  readonly policy: Policy;
  /** Ids of the plan's items whose issues are closed. Only what was seeded can be; an item that was never seeded is still open. */
  readonly closed: ReadonlySet<string>;
}

/** As `readAreas`, for whoever has kept no issues. */
export function countAreas(world: AreaWorld): ReportArea[] {
  const { playbook } = world.policy;
  const areas: readonly Area[] = playbook.areas ?? playbook.categories.map((id) => ({ id, categories: [id] }));
  const rows = areas.flatMap((area) => rowsOf(area, world));
  return [...rows, ...uncounted(areas, world)].filter(({ binding, later, issues }) => binding + later + (issues?.all ?? 0) > 0);
}

function rowsOf(area: Area, world: AreaWorld): ReportArea[] {
  const { policy, criteria } = world;
  const { playbook, text } = policy;
  const title = text.areas?.[area.id]?.title ?? text.categories[area.id]?.title ?? area.id;
  if (area.count === 'issues') return [issueRow(area, title, world)];
  if (area.each === 'phase')
    return playbook.phases.map((phase) => {
      const own = new Set(playbook.criteria.filter(({ target }) => target === phase.target).map(({ id }) => id));
      const name = text.phases[phase.id]?.title ?? phase.id;
      return { ...criteriaRow(`${area.id}.${phase.id}`, `${title}: ${name}`, countedOf(own, criteria)), figures: phaseFigures(phase, policy) };
    });
  const ids = areaCriteria(area, policy);
  if (area.each === 'regulation')
    return policy.regulations.map((regulation) => {
      const own = new Set(
        areaItems(area, policy)
          .filter((item) => item.regulations?.includes(regulation))
          .flatMap((item) => item.criteria),
      );
      return criteriaRow(`${area.id}.${regulation}`, `${title}: ${regulation}`, countedOf(own, criteria));
    });
  return [criteriaRow(area.id, title, countedOf(ids, criteria))];
}

/** Categories that somebody added, and that no row counts: what blocks is never left out of the table. */
function uncounted(areas: readonly Area[], world: AreaWorld): ReportArea[] {
  const { criteria, policy } = world;
  const counted = new Set(areas.flatMap((area) => [...areaCriteria(area, policy)]));
  const left = criteria.filter(({ binding, verdict }) => binding === 'binds' && !counted.has(verdict.id));
  return [...Map.groupBy(left, ({ category }) => category)].map(([category, own]) =>
    criteriaRow(category ?? 'other', policy.text.categories[category ?? '']?.title ?? category ?? '?', own),
  );
}

function countedOf(ids: ReadonlySet<string>, criteria: readonly ReportedCriterion[]): readonly ReportedCriterion[] {
  return criteria.filter(({ verdict }) => ids.has(verdict.id));
}

function criteriaRow(id: string, title: string, own: readonly ReportedCriterion[]): ReportArea {
  const binding = own.filter((each) => each.binding === 'binds').length;
  const later = own.filter((each) => each.binding === 'not-yet' || each.binding === 'later-target').length;
  const ids = own.flatMap((each) => (each.binding === 'binds' ? [each.verdict.id] : []));
  return { id, title, figures: '', counts: tally(own), binding, later, ids };
}

function issueRow(area: Area, title: string, { policy, closed }: AreaWorld): ReportArea {
  const items = areaItems(area, policy);
  const counts = { held: 0, waived: 0, failed: 0, unknown: 0, pending: 0 };
  const done = items.filter(({ id }) => closed.has(id)).length;
  return { id: area.id, title, figures: '', counts, binding: 0, later: 0, ids: [], issues: { closed: done, all: items.length } };
}

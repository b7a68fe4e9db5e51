import { addDays } from '../../../src/core/calendar/calendar-day.ts';
import { backlogItems } from '../../../src/core/backlog/backlog-items.ts';
import type { Locale } from '../../../src/core/playbook/text-schema.ts';
import type { Decision } from '../../../src/core/people/decision.ts';
import type { Policy } from '../../../src/core/policy/policy.ts';
import { standingOf } from '../../../src/core/standing/standing-of.ts';
import type { Standing, StandingCoverage, StandingDay, StandingItem, StandingMetric, StandingPromise } from '../../../src/core/standing/standing.ts';
import { loadPlaybook } from '../../../src/engine/load-playbook.ts';
import type { LedgerLine } from '../../../src/store/ledger/list-newest.ts';
import type { WebPorts } from '../../../src/web/web-ports.ts';
import { pullOf, snapshotOf } from '../../core/gates/checkpoint/checkpoint-world.ts';
import { noRepositories } from '../test-pages.ts';
import { authorities, decision, policyOf } from '../../core/people/people-fixtures.ts';

const loaded = await loadPlaybook('construir@1');

export const now = '2027-05-12T18:00:00Z';

const config = `${authorities}regulations: [LFPDPPP, CNBV]
components:
  scoring-model: { kind: ml-model, paths: ["src/model/**"] }
  api: { kind: api, paths: ["src/api/**"] }
  pipeline: { kind: data-pipeline, paths: ["src/data/**"] }
  panel: { kind: frontend, paths: ["src/ui/**"] }
release: { branches: [main] }
parameters: { sla.latency-p95: 200, sla.error-rate: 1, sla.throughput: 50, fairness.maximum-gap: 0.1, model.performance-minimum: 0.85 }
`;

const coverage: readonly StandingCoverage[] = [
  { component: 'scoring-model', covered: 962, total: 1000, floor: 9500, outcome: 'pass', carriedFrom: null },
  { component: 'api', covered: 883, total: 1000, floor: 9000, outcome: 'fail', carriedFrom: null },
  { component: 'pipeline', covered: 1740, total: 2000, floor: 8500, outcome: 'pass', carriedFrom: '2027-05-08T15:00:00Z' },
  { component: 'panel', covered: null, total: null, floor: 8000, outcome: 'cannot-evaluate', carriedFrom: null },
  { component: 'total', covered: null, total: null, floor: 8500, outcome: 'cannot-evaluate', carriedFrom: null },
];

const figures: readonly (readonly [string, number, string | null, (at: number) => number])[] = [
  ['business.adoption', 34, 'percent', (at) => 8 + at / 4],
  ['business.roi', 1.4, null, (at) => 0.6 + at / 140],
  ['drift.feature', 0.031, null, (at) => 0.03 + 0.01 * Math.sin(at / 5)],
  ['drift.prediction', 0.118, null, (at) => 0.06 + at / 2000],
  ['error-rate', 0.0042, 'ratio', (at) => 0.004 + 0.002 * Math.sin(at / 9)],
  ['fairness.gap', 0.07, null, (at) => 0.12 - at / 2200],
  ['latency.p95', 178, 'ms', (at) => 240 - at / 2 + 12 * Math.sin(at / 4)],
  ['load.users', 120, 'count', () => 120],
  ['model.performance', 0.873, 'ratio', (at) => 0.8 + at / 1600],
  ['throughput', 61.5, 'requests/s', (at) => 40 + at / 5],
];

export const sampleDays: readonly StandingDay[] = Array.from({ length: 118 }, (_, at) => ({
  day: addDays('2027-01-14', at),
  sprint: Math.floor(at / 14),
  percent: Math.floor(at / 2),
  blockers: 70 - Math.floor(at / 3),
  items: { all: 150, closed: Math.floor(at / 2) },
  coverage: { 'scoring-model': 8800 + at * 7, api: 8400 + at * 4, pipeline: 8000 + at * 6, total: 8300 + at * 4 },
  metrics: Object.fromEntries(figures.map(([id, , , of]) => [id, of(at)])),
}));

const promise = { by: 'ana', at: '2027-04-20T16:00:00Z', reason: 'La cifra llega con el próximo lote', link: null, state: 'in-force' } as const;
const promises: readonly StandingPromise[] = [
  { ...promise, kind: 'waiver', subject: 'model.fairness', until: '2027-05-20T06:00:00Z' },
  { ...promise, kind: 'attestation', subject: 'entry.business-case', by: 'boss', until: '2027-09-01T06:00:00Z', link: 'https://wiki.example/caso' },
  { ...promise, kind: 'condition', subject: 'architecture-review', until: '2027-06-02', reason: 'Diagrama de despliegue' },
  { ...promise, kind: 'override', subject: 'pull/31', until: '2027-04-21T16:00:00Z', state: 'expired' },
];

/** The method half way, judged by the real gates; its figures, days and decisions are made up. */
export function sampleStanding(more: Partial<Standing> = {}, locale: Locale = 'es'): Standing {
  const under = samplePolicy(locale);
  const stood = standingOf(snapshotOf({ under, pulls: [pullOf()], now }));
  if (!stood) throw new Error('a configuration is in force');
  const { standing } = stood;
  const criteria = standing.criteria.map((each, at) =>
    at % 3 === 0 || each.binding !== 'binds' ? each : { ...each, outcome: 'pass' as const, next: null, actor: null },
  );
  const binding = criteria.filter((each) => each.binding === 'binds');
  const held = binding.filter(({ outcome }) => outcome === 'pass').length;
  const items = itemsOf(under);
  return {
    ...standing,
    criteria,
    held,
    waived: 3,
    percent: Math.floor((held * 100) / binding.length),
    coverage,
    metrics: figures.map(([id, value, unit]): StandingMetric => ({ id, value, unit, at: '2027-05-12T12:00:00Z' })),
    promises,
    checkpoints: standing.checkpoints.map((each, at) => ({
      ...each,
      issue: 20 + at,
      ...(at < 4
        ? { state: at === 2 ? ('conditions' as const) : ('signed' as const), signed: [{ login: 'ana', at: `${addDays(each.due, 2)}T16:00:00Z` }] }
        : {}),
    })),
    risks: standing.risks.map((risk, at) => ({ ...risk, issue: 300 + at, open: at !== 1 })),
    sprints: standing.sprints.map((each) => {
      const own = items.filter(({ sprint }) => sprint === each.sprint);
      return { ...each, open: own.filter(({ closedAt }) => closedAt === null).length, closed: own.filter(({ closedAt }) => closedAt !== null).length };
    }),
    items,
    ...more,
  };
}

function itemsOf(policy: Policy): StandingItem[] {
  const work = backlogItems(policy).filter(({ kind }) => kind !== 'block' && kind !== 'checkpoint' && kind !== 'risk');
  return work.map(({ id, milestone }, at) => {
    const sprint = /^s\d\d$/.test(milestone) ? Number(milestone.slice(1)) : null;
    const closed = sprint !== null && sprint < 8 && (at % 7 !== 0 || sprint < 3);
    return { id, issue: 40 + at, sprint, closedAt: closed ? `${addDays('2027-01-15', (sprint ?? 0) * 14 + (at % 12))}T16:00:00Z` : null };
  });
}

export function samplePolicy(locale: Locale): Policy {
  return policyOf(config, locale);
}

const kinds = ['approve', 'waive', 'attest'] as const;
const decisions: readonly Decision[] = Array.from({ length: 30 }, (_, at) =>
  decision(kinds[at % 3] ?? 'approve', at % 3 === 0 ? 'architecture-review' : 'model.fairness', {
    at: `${addDays('2027-01-20', at)}T16:00:00Z`,
    reason: 'La cifra llega con el próximo lote',
  }),
);

const logLines: readonly LedgerLine[] = Array.from({ length: 50 }, (_, at) => ({
  seq: 50 - at,
  at: `${addDays('2027-05-12', -at)}T15:00:00Z`,
  kind: at % 2 === 0 ? 'decision' : 'outcome',
  subject: at % 4 === 0 ? '1/pull/31' : at % 4 === 1 ? '1/issue/7' : '1/group/abcdef0',
  digest: 'ab'.repeat(32),
  erased: at === 5,
  gates: at % 2 === 0 ? [{ gate: 'coverage', outcomes: ['pass', 'fail'] }] : [],
}));

/** Ports that tell of it. */
export function samplePorts(standing: Standing = sampleStanding()): Partial<WebPorts> {
  const policies = { es: { ...samplePolicy('es'), text: loaded.texts.es }, en: { ...samplePolicy('en'), text: loaded.texts.en } };
  return {
    now: () => now,
    standing: async () => standing,
    days: async () => sampleDays,
    playbooks: { find: async (reference) => (reference === 'construir@1' ? loaded : null) },
    repositories: {
      ...noRepositories,
      policy: async (_, locale) => policies[locale],
      decisions: async () => decisions,
      log: async (_, { before, limit }) => logLines.filter(({ seq }) => seq < (before ?? 1_000)).slice(0, limit),
      releases: async () => [41, 57],
      bundle: async (_, release) => (release === 57 ? { name: 'sprintgate-bundle.zip', bytes: new Uint8Array([80, 75, 3, 4]) } : { problem: 'not a release' }),
      queue: async () => ({ waiting: 2, active: 1, later: 3, oldest: 4.2, dead: [{ key: '1/pull/31', at: '2027-05-12T09:00:00Z' }] }),
    },
  };
}

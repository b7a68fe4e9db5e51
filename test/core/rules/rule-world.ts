import type { EvidenceBundle } from '../../../src/core/evidence/bundle/bundle.ts';
import type { FindingsReport, MetricsReport, Report, TestsReport } from '../../../src/core/evidence/report.ts';
import { wrapMarked } from '../../../src/core/markers/marker.ts';
import type { Decision } from '../../../src/core/people/decision.ts';
import { type Playbook, playbookSchema } from '../../../src/core/playbook/playbook-schema.ts';
import { playbookTextSchema, type Locale } from '../../../src/core/playbook/text-schema.ts';
import type { Policy } from '../../../src/core/policy/policy.ts';
import { buildRuleContext } from '../../../src/core/rules/build-rule-context.ts';
import type { RuleContext } from '../../../src/core/rules/rule-context.ts';
import type { IssueFacts, PullFacts } from '../../../src/core/snapshot/facts.ts';
import type { PullSnapshot } from '../../../src/core/snapshot/pull-snapshot.ts';

type PlaybookInput = Parameters<typeof playbookSchema.parse>[0] & object;

/** Three blocks of one sprint each: plan (s0), make (s1), ship (s2); today lies in the second. */
export function playbookOf(changes: Partial<Record<keyof Playbook, unknown>> = {}): Playbook {
  const input: PlaybookInput = {
    id: 'small',
    version: 2,
    stage: { id: 'small', after: null, before: null },
    sprint: { weeks: 2 },
    profiles: [{ id: 'standard', weeks: [4, 8] }],
    products: ['ml', 'genai'],
    gates: [
      { id: 'coverage', kind: 'coverage' },
      { id: 'quality', kind: 'quality' },
      { id: 'readiness', kind: 'readiness' },
    ],
    componentKinds: [
      { id: 'api', floor: 9000, tests: ['unit', 'load'] },
      { id: 'web', floor: 8000, tests: ['unit'] },
      { id: 'model', floor: 9500, tests: [] },
    ],
    coverage: { total: 8500, strict: true, totalFrom: 's0', smallChange: 20 },
    pyramid: [
      { type: 'unit', share: 7500, scopes: [] },
      { type: 'e2e', share: 2500, scopes: [] },
    ],
    parameters: [
      { id: 'sla.latency', value: null },
      { id: 'bugs.max', value: 5 },
      { id: 'word', value: 'weekly' },
      { id: 'share', value: 5, unit: '%' },
    ],
    authorities: [{ id: 'architects' }, { id: 'sponsor' }],
    targets: ['release', 'beta'],
    blocks: [
      { id: 's0', sprints: [0], checkpoint: 'plan-review' },
      { id: 's1', sprints: [1], checkpoint: 'make-review' },
      { id: 's2', sprints: [2], checkpoint: 'ship-review' },
    ],
    checkpoints: [
      { id: 'plan-review', block: 's0', authority: 'architects', kind: 'review' },
      { id: 'make-review', block: 's1', authority: 'sponsor', kind: 'review' },
      { id: 'ship-review', block: 's2', authority: 'architects', kind: 'review' },
    ],
    categories: ['quality', 'operations'],
    criteria: [],
    checklists: [],
    phases: [],
    items: [
      { id: 's0.task.one', kind: 'task', block: 's0' },
      { id: 's0.task.two', kind: 'task', block: 's0' },
      { id: 's0.cnbv', kind: 'task', block: 's0', regulations: ['CNBV'] },
    ],
    notes: [],
    contradictions: [],
    ...changes,
  };
  return playbookSchema.parse(input);
}

export interface WorldInput {
  readonly playbook?: Playbook;
  readonly locale?: Locale;
  readonly policy?: Partial<Policy>;
  readonly snapshot?: Partial<PullSnapshot>;
  readonly pull?: Partial<PullFacts>;
  readonly reports?: readonly Report[];
  /** Titles of criteria, by id. */
  readonly titles?: Readonly<Record<string, string>>;
}

export interface World {
  readonly policy: Policy;
  readonly snapshot: PullSnapshot;
  readonly pull: PullFacts;
  readonly context: RuleContext;
}

export const now = '2027-01-28T18:00:00Z';
export const headSha = 'a'.repeat(40);

/** A repository of tier 2 with an api and a web component; `changes` say what is different. */
export function world(changes: WorldInput = {}): World {
  const policy = policyOf(changes);
  const pull = { ...basePull, ...changes.pull };
  const snapshot: PullSnapshot = {
    now,
    repository: {
      id: 7,
      owner: 'acme',
      name: 'shop',
      ownerType: 'Organization',
      defaultBranch: 'main',
      fork: false,
      archived: false,
      hasIssues: true,
      htmlUrl: 'https://github.test/acme/shop',
    },
    policy: { kind: 'in-force', policy, commit: null, problems: [], lastGood: false },
    headSha,
    pulls: [pull],
    tree: ['src/api/a.ts', 'src/web/w.ts', 'docs/runbook.md'],
    evidence: { bundles: [bundle(changes.reports ?? [])], runningWorkflows: [], refused: [] },
    decisions: [],
    seeded: [],
    milestones: [],
    openIssuesByLabel: {},
    checkRuns: [],
    reportComments: {},
    knownReleases: [],
    unavailable: [],
    appId: 99,
    ...changes.snapshot,
  };
  return { policy, snapshot, pull, context: buildRuleContext({ policy, snapshot, pull, gate: 'readiness' }) };
}

const basePull: PullFacts = {
  number: 12,
  title: 'Release 1',
  url: 'https://github.test/acme/shop/pull/12',
  state: 'open',
  merged: false,
  author: { id: 1, login: 'ana', type: 'User' },
  head: { sha: headSha, ref: 'release/1', repositoryId: 7 },
  base: { sha: 'b'.repeat(40), ref: 'main' },
  labels: [],
  milestone: null,
  closes: [],
  files: [],
};

function policyOf(changes: WorldInput): Policy {
  const playbook = changes.playbook ?? playbookOf();
  const locale = changes.locale ?? 'en';
  return {
    digest: 'd'.repeat(64),
    playbook,
    locale,
    unit: '.',
    tier: 2,
    products: ['ml'],
    regulations: ['LFPDPPP'],
    text: textOf(playbook, locale, changes.titles ?? {}),
    schedule: { start: '2027-01-11', sprintDays: 14, timezone: 'America/Mexico_City', holidays: [], profile: 'standard' },
    components: [
      { id: 'shop-api', kind: 'api', paths: ['src/api/**'], exclude: [], floor: 9000, uploads: [] },
      { id: 'shop-web', kind: 'web', paths: ['src/web/**'], exclude: [], floor: 8000, uploads: [] },
    ],
    authorities: { architects: { teams: ['acme/architects'], count: 1 } },
    branches: ['main'],
    release: { branches: ['main'], heads: ['release/**'], labels: ['release'], always: [], target: 'release' },
    environments: {},
    enforce: { coverage: 'block', quality: 'block', readiness: 'block' },
    parameters: Object.fromEntries(playbook.parameters.map(({ id, value }) => [id, value])),
    coverage: { total: { floor: 8500, strict: true, from: 's0' }, smallChange: 20, unreportedLimit: null, deadlineMinutes: 60 },
    evidence: { workflows: [], uploads: 'sprintgate', trusted: null, sourceRoots: [], reports: [] },
    independence: 'authors',
    seed: { owners: [] },
    freeze: [],
    deployments: { onFail: 'wait', rejectAfterMinutes: null },
    origins: {},
    ...changes.policy,
  };
}

function textOf(playbook: Playbook, locale: Locale, titles: Readonly<Record<string, string>>) {
  const named = (ids: readonly string[]) => Object.fromEntries(ids.map((id) => [id, { title: titles[id] ?? `The ${id}` }]));
  return playbookTextSchema.parse({
    locale,
    title: 'Small',
    goal: 'Goal',
    sprint: 'Sprint',
    blocks: { s0: { title: 'Plan' }, s1: { title: 'Make' }, s2: { title: 'Ship' } },
    checkpoints: named(playbook.checkpoints.map(({ id }) => id)),
    authorities: { architects: { title: 'Architects' }, sponsor: { title: 'Sponsor' } },
    gates: {},
    componentKinds: { api: { title: 'API' }, web: { title: 'Web' }, model: { title: 'Model' } },
    testTypes: {},
    targets: { release: { title: locale === 'es' ? 'la liberación' : 'the release' }, beta: { title: 'the beta' } },
    categories: named(playbook.categories),
    criteria: named(playbook.criteria.map(({ id }) => id)),
    checklists: named(playbook.checklists.flatMap(({ id, groups }) => [id, ...groups.map((group) => `${id}.${group.id}`)])),
    phases: {},
    items: {},
    itemKinds: {},
    facts: {},
    parameters: { 'sla.latency': { title: 'Latency' } },
    profiles: {},
    notes: {},
    contradictions: {},
    elements: {},
  });
}

export function bundle(reports: readonly Report[], identity: Partial<EvidenceBundle['identity']> = {}): EvidenceBundle {
  return {
    identity: {
      repositoryId: 7,
      headSha,
      testedSha: headSha,
      testedTree: null,
      baseSha: null,
      workflowPath: '.github/workflows/ci.yml',
      event: 'pull_request',
      job: 'test',
      uploadName: 'sprintgate-all',
      runId: 5,
      runAttempt: 1,
      ...identity,
    },
    provenance: { kind: 'self-reported' },
    files: [],
    reports,
    completedAt: '2027-01-28T17:00:00Z',
  };
}

export function tests(type: string, totals: Partial<TestsReport['totals']>, changes: Partial<TestsReport> = {}): TestsReport {
  return {
    kind: 'tests',
    file: `${type}.xml`,
    format: 'junit',
    outcome: 'ok',
    flags: [],
    type,
    component: null,
    suites: [],
    failures: [],
    totals: { tests: 0, passed: 0, failed: 0, errors: 0, skipped: 0, flaky: 0, ...totals },
    ...changes,
  };
}

export function findings(scan: string, bySeverity: Partial<FindingsReport['totals']['bySeverity']>, changes: Partial<FindingsReport> = {}): FindingsReport {
  const severities = { critical: 0, high: 0, medium: 0, low: 0, info: 0, unknown: 0, ...bySeverity };
  const total = Object.values(severities).reduce((sum, count) => sum + count, 0);
  return {
    kind: 'findings',
    file: `${scan}.sarif`,
    format: 'sarif',
    outcome: 'ok',
    flags: [],
    scan,
    findings: [],
    totals: { total, suppressed: 0, bySeverity: severities },
    ...changes,
  };
}

export function metrics(values: Record<string, number | boolean>, changes: Partial<MetricsReport> = {}): MetricsReport {
  return { kind: 'metrics', file: 'metrics.json', format: 'metrics', outcome: 'ok', flags: [], totals: { values }, ...changes };
}

export function decision(kind: Decision['kind'], subject: string, changes: Partial<Decision> = {}): Decision {
  return {
    id: `d-${kind}-${subject}`,
    kind,
    repository: 7,
    unit: '.',
    subject,
    by: { id: 42, login: 'zoe', type: 'User' },
    at: '2027-01-20T10:00:00Z',
    proof: { authority: 'architects', via: [{ kind: 'team', name: 'acme/architects' }], checkedAt: '2027-01-20T10:00:00Z' },
    source: { commentId: 1, bodyHash: 'h', line: 1, issue: 3, url: 'https://github.test/c/1' },
    commits: { from: null, to: headSha },
    reason: null,
    link: 'https://proof.test',
    until: null,
    conditions: [],
    ...changes,
  };
}

export function seededIssue(id: string, number: number, state: IssueFacts['state']): IssueFacts {
  return {
    id: number,
    number,
    title: 'whatever',
    body: wrapMarked('.', id, 'text'),
    state,
    author: { id: 99, login: 'sprintgate[bot]', type: 'Bot' },
    milestone: null,
    labels: [],
    parent: null,
    url: `https://github.test/i/${number}`,
  };
}

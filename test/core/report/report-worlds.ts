import { backlogItems } from '../../../src/core/backlog/backlog-items.ts';
import { sprintKey } from '../../../src/core/backlog/milestone-key.ts';
import { addDays } from '../../../src/core/calendar/calendar-day.ts';
import { sprintCalendar } from '../../../src/core/calendar/sprint-calendar.ts';
import type { ApiDocument } from '../../../src/core/contract/api-document.ts';
import type { EvidenceBundle } from '../../../src/core/evidence/bundle/bundle.ts';
import type { MetricUnit } from '../../../src/core/evidence/classify/metric-unit.ts';
import type { Report } from '../../../src/core/evidence/report.ts';
import { evaluate } from '../../../src/core/gates/evaluate.ts';
import { checkpointAuthority } from '../../../src/core/people/checkpoint-authority.ts';
import type { Decision } from '../../../src/core/people/decision.ts';
import { walkRule } from '../../../src/core/playbook/walk-rule.ts';
import type { Locale } from '../../../src/core/playbook/text-schema.ts';
import type { Policy } from '../../../src/core/policy/policy.ts';
import { renderReadinessReport } from '../../../src/core/report/readiness-report.ts';
import { labelKey } from '../../../src/core/rules/label-key.ts';
import type { CheckRunFacts, IssueFacts, PullFacts } from '../../../src/core/snapshot/facts.ts';
import type { PullSnapshot } from '../../../src/core/snapshot/pull-snapshot.ts';
import { trace } from '../gates/coverage/coverage-sample.ts';
import { inForce, issue, milestone, person, policyOf, repository } from '../people/people-fixtures.ts';
import { findings, metrics, tests } from '../rules/rule-world.ts';

/** What a release manager may find on opening the release: the five situations of which docs/readiness.md has pictures. */
export const situations = ['fresh', 'half', 'blocked', 'waived', 'ready'] as const;
export type Situation = (typeof situations)[number];

/** A team whose product is scored by a model, after the method itself. Who signs is one person an authority. */
const config = `
regulations: [LFPDPPP, CNBV]
components:
  model: { kind: ml-model, paths: ["src/model/**"], uploads: [model] }
  api: { kind: api, paths: ["src/api/**"], uploads: [api], openapi: docs/openapi.yaml }
  pipeline: { kind: data-pipeline, paths: ["src/pipeline/**"], uploads: [pipeline] }
  web: { kind: frontend, paths: ["src/web/**"], uploads: [web], coverage: { carryForward: { days: 7, commits: 20 } } }
release: { branches: [main] }
`;
const signers: Readonly<Record<string, string>> = {
  'architecture-review': 'ana',
  'security-review': 'ciso-lucia',
  'security-team': 'pablo',
  'security-checklist': 'pablo',
  ciso: 'ciso-lucia',
  compliance: 'marisol',
  sponsor: 'directora',
  'sre-review': 'teo',
};

interface Scene {
  readonly now: string;
  /** Whether a criterion of this id, at this place in the playbook, holds. */
  readonly holds: (id: string, index: number) => boolean;
  readonly closed: number;
  readonly waived?: readonly string[];
  /** Criteria whose attestation ends soon. */
  readonly ending?: readonly string[];
  readonly carried?: true;
  readonly verified?: true;
  readonly failing?: true;
  readonly before?: Omit<Scene, 'before'>;
}

const late = ['tests.ml-model.fairness', 'security.penetration-test', 'compliance.ethics-review', 'observability.alerts', 'operations.rollback-plan'];
const some = (share: number) => (_id: string, index: number) => (index * 37) % 100 < share;
const almost: Scene['holds'] = (id) => !late.includes(id);

const scenes: Readonly<Record<Situation, Scene>> = {
  fresh: { now: '2027-01-26T17:00:00Z', holds: (id) => /^(entry|setup|architecture)\./.test(id), closed: 6 },
  half: { now: '2027-05-05T17:00:00Z', holds: some(58), closed: 95, before: { now: '2027-04-28T17:00:00Z', holds: some(50), closed: 90 } },
  blocked: {
    now: '2027-08-25T17:00:00Z',
    holds: almost,
    closed: 190,
    carried: true,
    failing: true,
    before: { now: '2027-08-20T17:00:00Z', holds: (id, index) => almost(id, index) && index % 23 !== 5, closed: 180 },
  },
  waived: {
    now: '2027-08-30T17:00:00Z',
    holds: almost,
    closed: 205,
    waived: [],
    verified: true,
    before: { now: '2027-08-27T17:00:00Z', holds: almost, closed: 200, failing: true },
  },
  ready: {
    now: '2027-09-02T17:00:00Z',
    holds: () => true,
    closed: 400,
    verified: true,
    ending: ['compliance.check'],
    before: { now: '2027-08-30T17:00:00Z', holds: almost, closed: 205, verified: true },
  },
};

/** The report in one of the five situations, after the one before it where there was one. */
export function situationReport(situation: Situation, locale: Locale): string {
  const scene = scenes[situation];
  const before = scene.before ? reportOf(scene.before, locale, { sha: 'd4c3b2a', previous: null }) : null;
  return reportOf(scene, locale, { sha: '7f3a91c', previous: before });
}

/** What stands around it, for tests and for a picture of the check beside it. */
export function situationSnapshot(situation: Situation, locale: Locale): PullSnapshot {
  return snapshotOf(scenes[situation], locale, '7f3a91c');
}

function reportOf(scene: Scene, locale: Locale, { sha, previous }: { readonly sha: string; readonly previous: string | null }): string {
  const snapshot = snapshotOf(scene, locale, sha);
  const evaluation = evaluate(snapshot);
  const [pull] = snapshot.pulls;
  if (!pull || !evaluation.policy) throw new Error('a scene has a release and a configuration');
  return renderReadinessReport({ policy: evaluation.policy, snapshot, pull, evaluation, previous });
}

function snapshotOf(scene: Scene, locale: Locale, sha: string): PullSnapshot {
  const headSha = sha.padEnd(40, '0');
  const policy = productPolicy(locale);
  const made = makeTrue(policy, scene);
  const day = sprintCalendar(policy).at(-1)?.end ?? null;
  const milestones = sprintCalendar(policy).map(({ sprint, end }) => ({ ...milestone(sprint + 1, sprintKey(sprint)), dueOn: end }));
  const pull: PullFacts = {
    number: 412,
    title: 'Release 1.0',
    url: `${repository.htmlUrl}/pull/412`,
    state: 'open',
    merged: false,
    author: person('bruno'),
    head: { sha: headSha, ref: 'release/1.0', repositoryId: repository.id },
    base: { sha: 'b'.repeat(40), ref: 'main' },
    labels: ['release'],
    milestone: null,
    closes: [],
    files: [],
    ...(scene.carried ? { earlier: [{ sha: 'e19ac04'.padEnd(40, '0'), committedAt: '2027-08-23T19:00:00Z', commits: 4, changed: [] }] } : {}),
  };
  return {
    now: scene.now,
    repository,
    policy: inForce(policy),
    headSha,
    pulls: [pull],
    tree: made.tree,
    evidence: { bundles: made.bundles(headSha), runningWorkflows: [], refused: [] },
    ...(scene.carried
      ? { earlier: [{ sha: 'e19ac04'.padEnd(40, '0'), evidence: { bundles: made.earlier('e19ac04'.padEnd(40, '0')), runningWorkflows: [], refused: [] } }] }
      : {}),
    decisions: made.decisions,
    seeded: made.seeded,
    milestones: day === null ? [] : milestones,
    openIssuesByLabel: made.openIssuesByLabel,
    apiDocuments: made.apiDocuments,
    checkRuns: made.checkRuns,
    reportComments: {},
    knownReleases: [],
    unavailable: [],
    pagesUrl: 'https://sprintgate.acme.example/r/acme/aval',
    appId: 77,
  };
}

function productPolicy(locale: Locale): Policy {
  const bare = policyOf('', locale);
  const names = [...new Set([...bare.playbook.authorities.map(({ id }) => id), ...bare.playbook.checkpoints.map(({ authority }) => authority)])];
  const authorities = names.map((id) => `  ${id}: { users: [${signerOf(id)}] }`).join('\n');
  const policy = policyOf(`${config}authorities:\n${authorities}\n`, locale);
  const asked = policy.playbook.criteria.flatMap(({ rule }) => walkRule(rule).flatMap((leaf) => ('metric' in leaf.rule ? [leaf.rule.metric.than] : [])));
  const figures = new Set(asked.flatMap((than) => (typeof than === 'number' ? [] : [than.parameter])));
  const set = (id: string, value: Policy['parameters'][string]) =>
    value ?? (id.endsWith('window') ? '1d' : id === 'sla.error-rate' ? 1 : figures.has(id) ? 0.9 : 'f1');
  return { ...policy, parameters: Object.fromEntries(Object.entries(policy.parameters).map(([id, value]) => [id, set(id, value)])) };
}

function signerOf(authority: string): string {
  return signers[authority] ?? 'ines';
}

interface Made {
  readonly tree: readonly string[];
  readonly bundles: (sha: string) => EvidenceBundle[];
  readonly earlier: (sha: string) => EvidenceBundle[];
  readonly decisions: readonly Decision[];
  readonly seeded: readonly IssueFacts[];
  readonly openIssuesByLabel: Readonly<Record<string, number>>;
  readonly apiDocuments: readonly ApiDocument[];
  readonly checkRuns: readonly CheckRunFacts[];
}

/** Evidence, decisions and issues with which the criteria that the scene names hold, and no others. */
function makeTrue(policy: Policy, scene: Scene): Made {
  const criteria = policy.playbook.criteria.map((criterion, index) => ({
    ...criterion,
    holds: scene.holds(criterion.id, index),
    leaves: walkRule(criterion.rule),
  }));
  const held = criteria.filter(({ holds }) => holds).flatMap(({ id, leaves }) => leaves.map(({ rule }) => ({ id, rule })));
  const covered = (component: Policy['components'][number]): Report => {
    const is = held.some(({ rule }) => 'coverage' in rule && rule.coverage.of === component.kind);
    const percent = is ? Math.min(100, component.floor / 100 + 3) : component.floor / 100 - 7;
    const path = `src/${component.id}/main.py`;
    return trace([path, Math.round(percent * 4), 400]);
  };
  const shares = new Map(policy.playbook.pyramid.map(({ type, share }) => [type, share]));
  const testsOf = ({ id, kind }: Policy['components'][number]): Report[] => {
    const types = new Set(held.flatMap(({ rule }) => ('tests' in rule && (rule.tests.kind ?? kind) === kind ? [rule.tests.type] : [])));
    return [...types].map((type) => {
      const count = Math.max(1, Math.round((shares.get(type) ?? 400) / 40));
      const failed = scene.failing && type === 'integration' && id === 'api' ? 2 : 0;
      return tests(type, { tests: count, passed: count - failed, failed }, { component: id, file: `${id}-${type}.xml` });
    });
  };
  const general: Report[] = [
    ...new Map(held.flatMap(({ rule }) => ('findings' in rule ? [[rule.findings.scan, findings(rule.findings.scan, {})] as const] : []))).values(),
    metrics(Object.fromEntries(held.flatMap(({ rule }) => ('metric' in rule ? [[rule.metric.name, valueFor(rule.metric, policy)] as const] : []))), {
      madeAt: minutesBefore(scene.now, 10),
      units: unitsOf(policy),
    }),
  ];
  const bundle = (sha: string, uploadName: string, reports: readonly Report[]): EvidenceBundle => ({
    identity: {
      repositoryId: repository.id,
      headSha: sha,
      testedSha: sha,
      testedTree: null,
      baseSha: null,
      workflowPath: '.github/workflows/ci.yml',
      event: 'pull_request',
      job: uploadName,
      uploadName: `sprintgate-${uploadName}`,
      runId: 5100,
      runAttempt: 1,
    },
    provenance: scene.verified ? { kind: 'verified', jobWorkflowRef: 'acme/ci/.github/workflows/evidence.yml@refs/heads/main' } : { kind: 'self-reported' },
    files: [],
    reports,
    completedAt: minutesBefore(scene.now, 20),
  });
  const own = policy.components.filter(({ id }) => !(scene.carried && id === 'web'));
  const isFresh = held.length < 10;
  return {
    tree: [...policy.components.map(({ id }) => `src/${id}/main.py`), ...held.flatMap(({ rule }) => ('files' in rule ? pathsFor(rule.files) : []))],
    bundles: (sha) =>
      isFresh ? [] : [...own.map((component) => bundle(sha, component.id, [covered(component), ...testsOf(component)])), bundle(sha, 'reports', general)],
    earlier: (sha) => policy.components.filter(({ id }) => id === 'web').map((component) => bundle(sha, 'web', [covered(component)])),
    decisions: decisionsOf(policy, scene, criteria),
    seeded: seededOf(
      policy,
      scene,
      held.flatMap(({ rule }) => ('issues' in rule && 'closed' in rule.issues ? [rule.issues.closed] : [])),
    ),
    openIssuesByLabel: Object.fromEntries(
      criteria.flatMap(({ leaves, holds }) =>
        leaves.flatMap(({ rule }) => ('issues' in rule && 'labels' in rule.issues ? [[labelKey(rule.issues.labels), holds ? 0 : 3] as const] : [])),
      ),
    ),
    apiDocuments: held.flatMap(({ rule }): ApiDocument[] => {
      if (!('openapi' in rule)) return [];
      const fields = (wanted: typeof rule.openapi.request) =>
        Object.fromEntries(
          Object.entries(wanted ?? {}).map(([name, { type, required, pattern }]) => [name, { types: [type], required, pattern: pattern ?? null }]),
        );
      const operation = { name: rule.openapi.operation, request: fields(rule.openapi.request), response: fields(rule.openapi.response) };
      return [{ component: 'api', path: 'docs/openapi.yaml', state: 'read', operations: [operation] }];
    }),
    checkRuns: held.flatMap(({ rule }, index): CheckRunFacts[] =>
      'checkRun' in rule
        ? [
            {
              id: index,
              name: rule.checkRun.name.replaceAll('*', '').replace(/\{([^,}]+)[^}]*\}/, '$1'),
              appId: 15368,
              status: 'completed',
              conclusion: 'success',
              externalId: null,
              title: null,
              summary: null,
            },
          ]
        : [],
    ),
  };
}

type Judged = { readonly id: string; readonly holds: boolean; readonly leaves: ReturnType<typeof walkRule> };

function decisionsOf(policy: Policy, scene: Scene, criteria: readonly Judged[]): Decision[] {
  const decide = (kind: Decision['kind'], subject: string, more: Partial<Decision> & { readonly authority: string }): Decision => {
    const { authority, ...rest } = more;
    const login = signerOf(authority);
    const at = minutesBefore(scene.now, 60 * 24 * (3 + (subject.length % 9)));
    return {
      id: `d-${kind}-${subject}`,
      kind,
      repository: repository.id,
      unit: '.',
      subject,
      by: person(login),
      at,
      proof: { authority, via: [{ kind: 'user', name: login }], checkedAt: at },
      source: { commentId: 1, bodyHash: 'h', line: 1, issue: 7, url: `${repository.htmlUrl}/issues/7#issuecomment-1` },
      commits: { from: null, to: 'c'.repeat(40) },
      reason: null,
      link: 'https://wiki.acme.example/prueba',
      until: null,
      conditions: [],
      ...rest,
    };
  };
  const attested = criteria.flatMap(({ id, holds, leaves }) =>
    leaves.flatMap(({ rule }) =>
      holds && 'attestation' in rule
        ? [
            decide('attest', id, {
              authority: rule.attestation.authority,
              until: `${addDays(scene.now.slice(0, 10), scene.ending?.includes(id) ? 2 : 80)}T06:00:00Z`,
            }),
          ]
        : [],
    ),
  );
  const signed = policy.playbook.blocks.flatMap(({ checkpoint }, index) => {
    const due = sprintCalendar(policy).findLast(({ block }) => block === policy.playbook.blocks[index]?.id)?.end ?? '';
    const isSigned = due < scene.now.slice(0, 10) || scene.waived !== undefined || criteria.every(({ holds }) => holds);
    return isSigned
      ? [
          decide('approve', checkpoint, {
            authority: checkpointAuthority(policy, checkpoint),
            ...(due < scene.now ? { at: `${addDays(due, -2)}T17:00:00Z` } : {}),
          }),
        ]
      : [];
  });
  const waived = scene.waived === undefined ? [] : criteria.filter(({ holds }) => !holds).map(({ id }) => id);
  const es = policy.locale === 'es';
  const reasons = es
    ? [
        'El piloto mide el sesgo antes de abrirse; se decide con 50 usuarios',
        'El proveedor entrega su informe el 20 de septiembre',
        'El comité sesiona después del release; el modelo solo recomienda',
        'Se regresa a mano según la guía de la versión anterior',
      ]
    : [
        'The pilot measures bias before it opens; decided with 50 users',
        'The vendor delivers its report on 20 September',
        'The committee meets after the release; the model only recommends',
        'Rolled back by hand after the guide of the version before',
      ];
  return [
    ...attested,
    ...signed,
    ...waived.map((id, index) =>
      decide('waive', id, {
        authority: 'ciso',
        until: `${addDays('2027-09-03', 9 * index)}T06:00:00Z`,
        reason: reasons[index % reasons.length] ?? '',
        link: null,
      }),
    ),
  ];
}

function seededOf(policy: Policy, scene: Scene, wanted: readonly string[]): IssueFacts[] {
  const isWanted = (id: string) => wanted.some((pattern) => (pattern.endsWith('*') ? id.startsWith(pattern.slice(0, -1)) : id === pattern));
  const days = (Date.parse(scene.now) - Date.parse('2027-01-12T16:00:00Z')) / 86_400_000;
  return backlogItems(policy).map(({ id, kind, milestone: key }, index) => {
    const isDone = isWanted(id) || (kind !== 'risk' && kind !== 'checkpoint' && index < scene.closed);
    const closedAt = `${addDays('2027-01-12', Math.floor((Math.min(index, scene.closed) / scene.closed) * days * 0.98))}T17:00:00Z`;
    const sprint = /^s(\d+)$/.exec(key)?.[1];
    const place = { milestone: sprint === undefined ? null : Number(sprint) + 1 };
    return issue(20 + index, id, isDone ? { ...place, state: 'closed', stateReason: 'completed', closedAt } : { ...place, closedAt: null });
  });
}

function valueFor({ is, than }: { readonly is: string; readonly than: number | { readonly parameter: string } }, policy: Policy): number {
  const figure = Number(typeof than === 'number' ? than : policy.parameters[than.parameter]);
  return is === '>' ? figure + 1 : is === '<' ? figure - 0.01 : figure;
}

/** Figures are reported in the unit of their limit. */
function unitsOf({ playbook }: Policy): Record<string, MetricUnit> {
  const rules = playbook.criteria.flatMap(({ rule }) => walkRule(rule).flatMap((leaf) => ('metric' in leaf.rule ? [leaf.rule.metric] : [])));
  return Object.fromEntries(
    rules.flatMap(({ name, than }) => {
      const unit = typeof than === 'number' ? undefined : playbook.parameters.find(({ id }) => id === than.parameter)?.unit;
      return unit === '%' ? [[name, 'percent' as const]] : [];
    }),
  );
}

/** Paths that the first pattern of a rule takes. */
function pathsFor({ paths: [pattern = ''], least }: { readonly paths: readonly string[]; readonly least: number }): string[] {
  const [folder] = pattern
    .replace(/^\*\*\//, '')
    .replace(/\{([^,}]+)[^}]*\}/g, '$1')
    .split('/**');
  return Array.from({ length: least }, (_, index) => {
    const path = pattern.endsWith('/**')
      ? `${folder}/part-${index}.md`
      : pattern
          .replace(/\{([^,}]+)[^}]*\}/g, '$1')
          .replaceAll('**/', '')
          .replaceAll('*', index === 0 ? '' : String(index));
    return path;
  });
}

function minutesBefore(now: string, minutes: number): string {
  return new Date(Date.parse(now) - minutes * 60_000).toISOString().replace('.000Z', 'Z');
}

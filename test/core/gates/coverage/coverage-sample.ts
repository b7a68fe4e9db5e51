import type { EvidenceBundle, EvidenceState } from '../../../../src/core/evidence/bundle/bundle.ts';
import { readReport } from '../../../../src/core/evidence/read-report.ts';
import type { Report } from '../../../../src/core/evidence/report.ts';
import type { GateInput } from '../../../../src/core/gates/gate-input.ts';
import type { Component, Policy } from '../../../../src/core/policy/policy.ts';
import type { ChangedFile, PullFacts } from '../../../../src/core/snapshot/facts.ts';
import type { PullSnapshot } from '../../../../src/core/snapshot/pull-snapshot.ts';
import type { Verdict } from '../../../../src/core/verdict/verdict.ts';

export const now = '2027-03-01T12:00:00Z';

/** `covered` of `total` lines of a file, the covered ones first, as a tracefile. */
export function trace(...files: readonly (readonly [path: string, covered: number, total: number])[]): Report {
  const records = files.map(([path, covered, total]) => {
    const lines = Array.from({ length: total }, (_, index) => `DA:${index + 1},${index < covered ? 1 : 0}`);
    return ['TN:', `SF:${path}`, ...lines, 'end_of_record', ''].join('\n');
  });
  return reportOf('lcov.info', records.join(''));
}

export function reportOf(file: string, text: string): Report {
  return readReport(file, new TextEncoder().encode(text));
}

export function bundle(reports: readonly Report[], change: Partial<EvidenceBundle['identity']> = {}): EvidenceBundle {
  return {
    identity: {
      repositoryId: 1,
      headSha: 'a'.repeat(40),
      testedSha: 'a'.repeat(40),
      testedTree: null,
      baseSha: null,
      workflowPath: '.github/workflows/ci.yml',
      event: 'pull_request',
      job: 'test',
      uploadName: 'sprintgate-coverage',
      runId: 10,
      runAttempt: 1,
      ...change,
    },
    provenance: { kind: 'self-reported' },
    files: [],
    reports,
    completedAt: '2027-03-01T11:55:00Z',
  };
}

export function component(id: string, floor: number, change: Partial<Component> = {}): Component {
  return { id, kind: id, paths: [`src/${id}/**`], exclude: [], floor, uploads: [], ...change };
}

export function changed(path: string, lines: readonly number[] | null, change: Partial<ChangedFile> = {}): ChangedFile {
  return { path, previousPath: null, status: 'modified', changedLines: lines, ...change };
}

export interface Sample {
  readonly components?: readonly Component[];
  readonly tree?: readonly string[] | null;
  readonly reports?: readonly Report[];
  readonly evidence?: Partial<EvidenceState>;
  readonly files?: readonly ChangedFile[];
  readonly filesLeftOut?: number;
  readonly pull?: Partial<PullFacts>;
  readonly coverage?: Partial<Policy['coverage']>;
  readonly policy?: Partial<Policy>;
}

/** One pull request whose total binds from its first block, with everything else as a team would have it. */
export function sample(change: Sample = {}): GateInput {
  const reports = change.reports ?? [];
  const pull = {
    number: 3,
    milestone: null,
    closes: [],
    ...change.pull,
    files: change.files ?? [],
    filesLeftOut: change.filesLeftOut ?? 0,
  } as unknown as PullFacts;
  const tree = change.tree === undefined ? ['src/api/a.ts', 'README.md'] : change.tree;
  const evidence: EvidenceState = { bundles: reports.length > 0 ? [bundle(reports)] : [], runningWorkflows: [], refused: [], ...change.evidence };
  const snapshot = { now, tree, evidence, pulls: [pull], seeded: [], milestones: [] } as unknown as PullSnapshot;
  return { policy: samplePolicy(change), snapshot, pull, gate: 'coverage' };
}

function samplePolicy(change: Sample): Policy {
  const blocks = [
    { id: 's00', sprints: [0], checkpoint: 'c0' },
    { id: 's01', sprints: [1, 2], checkpoint: 'c1' },
    { id: 's15', sprints: [3], checkpoint: 'c2' },
  ];
  const policy = {
    locale: 'en',
    playbook: { id: 'test', blocks, phases: [] },
    text: { sprint: 'Sprint', blocks: { s15: { title: 'Go-live' } }, gates: {}, componentKinds: { api: { title: 'API' }, model: { title: 'ML model' } } },
    schedule: { start: '2027-01-11', sprintDays: 14, timezone: 'America/Mexico_City', holidays: [], profile: 'standard' },
    components: change.components ?? [component('api', 9000)],
    coverage: { total: { floor: 8500, strict: true, from: 's00' }, smallChange: 20, unreportedLimit: null, deadlineMinutes: 60, ...change.coverage },
    evidence: { workflows: [], uploads: 'sprintgate', trusted: null, sourceRoots: [] },
    ...change.policy,
  };
  return policy as unknown as Policy;
}

/** The node with this id, wherever it stands in the tree. */
export function find(verdict: Verdict, id: string): Verdict | undefined {
  return verdict.id === id ? verdict : verdict.children.map((child) => find(child, id)).find(Boolean);
}

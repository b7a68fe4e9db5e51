import { sealBundle } from '../../../src/app/evidence/seal-bundle.ts';
import { explainKept } from '../../../src/core/explain/explain-kept.ts';
import type { ExplainedPull } from '../../../src/core/explain/explained-pull.ts';
import { supposePull } from '../../../src/core/explain/suppose-pull.ts';
import type { EvidenceBundle } from '../../../src/core/evidence/bundle/bundle.ts';
import { readReport } from '../../../src/core/evidence/read-report.ts';
import { packSnapshot } from '../../../src/core/ledger/pack-snapshot.ts';
import { canonicalJson, sha256 } from '../../../src/core/markers/digest.ts';
import { judgeHead } from '../../../src/core/plan/judge-head.ts';
import type { Locale } from '../../../src/core/playbook/text-schema.ts';
import { mapEvidence } from '../../../src/core/snapshot/map-evidence.ts';
import type { PullSnapshot } from '../../../src/core/snapshot/pull-snapshot.ts';
import type { JudgedLine, PullPorts } from '../../../src/web/pull/pull-ports.ts';
import { pullOf, snapshotOf } from '../../core/gates/checkpoint/checkpoint-world.ts';
import { authorities, decision, policyOf } from '../../core/people/people-fixtures.ts';

const config = `${authorities}regulations: [LFPDPPP]
components:
  api: { kind: api, paths: ["src/api/**"], uploads: [api] }
  panel: { kind: frontend, paths: ["src/panel/**"], uploads: [panel] }
release: { branches: [main], heads: ["release/**"], labels: [release] }
`;

export const hostile = 'Release <img src=x onerror=alert(1)> & "friends" </h1><script>alert(2)</script>';

function lcov(path: string, covered: number, total: number): string {
  const lines = Array.from({ length: total }, (_, at) => `DA:${at + 1},${at < covered ? 1 : 0}`);
  return `TN:\nSF:${path}\n${lines.join('\n')}\nLF:${total}\nLH:${covered}\nend_of_record\n`;
}

function upload(name: string, report: string): EvidenceBundle {
  const bytes = Buffer.from(report);
  return {
    identity: {
      repositoryId: 9412,
      headSha: 'b'.repeat(40),
      testedSha: 'b'.repeat(40),
      testedTree: null,
      baseSha: null,
      workflowPath: '.github/workflows/ci.yml',
      event: 'pull_request',
      job: 'test',
      uploadName: `sprintgate-${name}`,
      runId: 512,
      runAttempt: 2,
    },
    provenance: name === 'api' ? { kind: 'verified', jobWorkflowRef: 'acme/ci/.github/workflows/evidence.yml@refs/heads/main' } : { kind: 'self-reported' },
    completedAt: '2027-03-01T14:00:00Z',
    files: [],
    reports: [readReport('coverage/lcov.info', bytes)],
  };
}

/** A release pull request half way: coverage of one component too low, one checkpoint signed, most of readiness open. */
export function samplePull(locale: Locale = 'en', more: Partial<Omit<PullSnapshot, 'policy'>> = {}): PullSnapshot {
  const pull = {
    ...pullOf({ milestone: 's03' }),
    title: hostile,
    url: 'https://github.com/acme/aval/pull/30',
    labels: ['release'],
    head: { ...pullOf().head, ref: 'release/1.0' },
  };
  return snapshotOf({
    under: policyOf(config, locale),
    now: '2027-03-01T18:00:00Z',
    pulls: [pull],
    tree: ['src/api/a.ts', 'src/panel/p.ts', 'README.md'],
    evidence: { bundles: [upload('api', lcov('src/api/a.ts', 88, 100)), upload('panel', lcov('src/panel/p.ts', 95, 100))], runningWorkflows: [], refused: [] },
    decisions: [decision('approve', 'architecture-review', { reason: 'Revisada con <b>todos</b>' })],
    checkRuns: [
      {
        id: 1,
        name: 'lint',
        appId: 15_368,
        appSlug: 'github-actions',
        status: 'completed',
        conclusion: 'success',
        externalId: null,
        title: null,
        summary: null,
      },
    ],
    ...more,
  });
}

const digest = (seq: number): string => sha256(`entry ${seq}`);

/** As the ledger would keep it, and as it is explained from there. */
export function explainedOf(snapshot: PullSnapshot, seq = 41): ExplainedPull {
  const sealed = mapEvidence(snapshot, (evidence) => ({ ...evidence, bundles: evidence.bundles.map(sealBundle) }));
  const packed = packSnapshot(sealed);
  const { decision: decided, writes } = judgeHead(snapshot, { engineVersion: '0.5.0', reports: true, decides: 'always' });
  const payload = canonicalJson({ decision: decided, plan: writes, snapshots: [packed.digest] });
  const outcome = JSON.stringify(writes.map((_, at) => (at === 1 ? { error: 'HTTP 422' } : { id: 900 + at })));
  const parts = new Map(packed.parts.map((part) => [part.digest, part.text]));
  const entry = { seq, at: snapshot.now, digest: digest(seq), subject: '9412/pull/30', payload };
  const explained = explainKept({ pull: 30, entry, outcome, comments: [], snapshot: { digest: packed.digest, parts } });
  if (!explained) throw new Error('the sample is judged');
  return explained;
}

/** Ports of values for the page of one pull request, with a history of some length. */
export function samplePulls(locale: Locale = 'en'): PullPorts {
  const snapshot = samplePull(locale);
  const explained = explainedOf(snapshot);
  const gates = explained.gates.map(({ verdict, enforcement }) => ({ gate: verdict.gate, enforcement, outcome: verdict.verdict }));
  const lines: JudgedLine[] = Array.from({ length: 9 }, (_, at) => ({
    seq: 41 - at * 3,
    at: new Date(Date.parse(snapshot.now) - at * 7_000_000).toISOString(),
    digest: digest(41 - at * 3),
    by: at === 3 ? 'group' : at === 4 ? 'shared' : 'own',
    lost: at === 6 ? { why: 'erased', at: '2027-02-27T12:00:00Z' } : at === 7 ? { why: 'changed' } : null,
    head: at === 2 ? null : 'b'.repeat(40),
    gates:
      at === 6 || at === 7
        ? []
        : gates.map((gate, index) => (at === 0 ? gate : { ...gate, outcome: index % (at + 1) === 0 ? gate.outcome : ('pass' as const) })),
  }));
  const known = new Map(lines.filter(({ lost }) => lost === null).map(({ seq }) => [seq, explainedOf(snapshot, seq)] as const));
  return {
    history: async (_, before) => ({ lines: lines.filter(({ seq }) => before === null || seq < before), more: before === null }),
    explained: async ({ pull }, seq) => (pull === 30 ? (known.get(seq) ?? null) : null),
    suppose: async ({ pull }, _seq, edits) => {
      const supposed = supposePull(snapshot, edits, pull);
      return 'impossible' in supposed ? { not: { why: 'impossible', message: supposed.impossible } } : { supposed, readAnew: [] };
    },
    ledgerHead: async () => ({ seq: 44, digest: digest(44) }),
    isKnown: async () => false,
  };
}

import type { EvidenceState } from '../evidence/bundle/bundle.ts';
import type { Report } from '../evidence/report.ts';
import type { Evaluation } from '../gates/gate-result.ts';
import { canonicalJson, sha256 } from '../markers/digest.ts';
import type { PullFacts } from '../snapshot/facts.ts';
import type { PullSnapshot } from '../snapshot/pull-snapshot.ts';

/**
 * What the ledger keeps of a decision: what was seen, by which engine and policy, and the whole verdict. Of what is large
 * and kept elsewhere (reports, the tree, texts on GitHub) it keeps digests and totals, by which it can be recognised.
 */
export function ledgerView(snapshot: PullSnapshot, evaluation: Evaluation, engine: string): Readonly<Record<string, unknown>> {
  const { policy, tree, pulls, evidence, checkRuns, reportComments, bases, earlier, ...rest } = snapshot;
  return {
    engine,
    policy: evaluation.policy?.digest ?? null,
    snapshot: {
      ...rest,
      policy: policy.kind,
      tree: viewTree(tree),
      pulls: pulls.map(viewPull),
      evidence: viewEvidence(evidence),
      ...(bases ? { bases: bases.map((base) => ({ sha: base.sha, tree: viewTree(base.tree), evidence: viewEvidence(base.evidence) })) } : {}),
      ...(earlier ? { earlier: earlier.map(({ sha, evidence: kept }) => ({ sha, evidence: viewEvidence(kept) })) } : {}),
      checkRuns: checkRuns.map(({ summary, ...run }) => ({ ...run, summary: summary && sha256(summary) })),
      reportComments: Object.fromEntries(
        Object.entries(reportComments).map(([number, comment]) => [number, comment && { id: comment.id, body: sha256(comment.body) }]),
      ),
    },
    gates: evaluation.gates.map((gate) => ({ ...gate, pulls: gate.pulls.map(({ pull, verdict }) => ({ pull: { number: pull.number }, verdict })) })),
    outside: evaluation.outside.map(({ number }) => number),
  };
}

function viewTree(tree: PullSnapshot['tree']): unknown {
  return tree && { files: tree.length, digest: sha256(tree.join('\n')) };
}

function viewPull({ files, ...pull }: PullFacts): unknown {
  return { ...pull, files: { count: files.length, digest: sha256(canonicalJson(files)) } };
}

function viewEvidence({ bundles, ...rest }: EvidenceState): unknown {
  return { ...rest, bundles: bundles.map(({ reports, ...bundle }) => ({ ...bundle, reports: reports.map(viewReport) })) };
}

/** The digest is over all that was read of the report; the totals are for people. */
function viewReport(report: Report): unknown {
  const { kind, file, format, outcome, totals } = report;
  return { kind, file, format, outcome, totals, digest: sha256(canonicalJson(report)) };
}

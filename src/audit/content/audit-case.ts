import type { EvidenceBundle } from '../../core/evidence/bundle/bundle.ts';
import { InputError } from '../../core/errors/input-error.ts';
import type { Evaluation } from '../../core/gates/gate-result.ts';
import { type DecidedEntry, type DecidedPull, decidedPull } from '../../core/ledger/decided-pull.ts';
import { type DecisionPayload, judgedIn, type JudgedPayload } from '../../core/ledger/decision-payload.ts';
import type { StoredLedgerEntry } from '../../core/ledger/ledger-entry.ts';
import { unpackSnapshot } from '../../core/ledger/unpack-snapshot.ts';
import type { Policy } from '../../core/policy/policy.ts';
import { type ReportedCriterion, readCriteria } from '../../core/report/read-criteria.ts';
import type { PullFacts } from '../../core/snapshot/facts.ts';
import { mapEvidence } from '../../core/snapshot/map-evidence.ts';
import type { PullSnapshot } from '../../core/snapshot/pull-snapshot.ts';
import type { GateVerdict } from '../../core/verdict/verdict.ts';
import type { LedgerPart } from '../ledger/ledger-part.ts';

/** All that a bundle says of a release, read from the ledger alone. */
export interface AuditCase {
  readonly part: LedgerPart;
  /** The entry that decided, and the last that is there: its outcome, where one was recorded. */
  readonly entry: StoredLedgerEntry;
  readonly head: StoredLedgerEntry;
  readonly judged: JudgedPayload;
  /** What was seen; of the evidence its heads, and none of its content. */
  readonly snapshot: PullSnapshot;
  readonly policy: Policy;
  /** The commit of the configuration in force; null where that is not known. */
  readonly policyCommit: string | null;
  readonly pull: PullFacts;
  readonly evaluation: Evaluation;
  readonly readiness: GateVerdict;
  readonly criteria: readonly ReportedCriterion[];
  readonly decided: DecidedPull;
}

/** Reads the case of a release. Throws an InputError where the pull request was judged, but not as a release. */
export function readAuditCase(part: LedgerPart): AuditCase {
  const entry = part.entries.find(({ seq }) => seq === part.decided);
  const head = part.entries.at(-1);
  const [judgement] = entry?.payload ? judgedIn(JSON.parse(entry.payload) as DecisionPayload) : [];
  if (!entry || !head || !judgement) throw new InputError(`entry ${part.decided} of the ledger decides nothing.`);
  const { judged } = judgement;
  const kept = unpackSnapshot(judgement.snapshot, new Map(part.parts.map(({ digest, text }) => [digest, text])));
  const snapshot = mapEvidence(kept, (evidence) => ({
    ...evidence,
    bundles: evidence.bundles.map((bundle): EvidenceBundle => ({ ...bundle, files: [], reports: [] })),
  }));
  const state = snapshot.policy;
  const pull = snapshot.pulls.find(({ number }) => number === part.pull);
  if (state.kind !== 'in-force' || !pull) throw new InputError(`#${part.pull} was decided without a configuration in force; there is nothing to bundle.`);
  const { policy } = state;
  const evaluation = evaluationOf(judged, snapshot, policy);
  const gate = policy.playbook.gates.find(({ kind }) => kind === 'readiness')?.id;
  const readiness = evaluation.gates.find((each) => each.gate === gate)?.pulls.find((each) => each.pull.number === pull.number)?.verdict;
  if (!readiness || readiness.verdict === 'not-applicable')
    throw new InputError(
      `#${pull.number} was not judged as a release: no head, label or base of \`release\` in the configuration matched it, so there is no readiness to bundle.`,
    );
  const decided = decidedPull(pull.number, decidedEntries(part), { judged, snapshot: kept });
  if (!decided) throw new InputError(`the ledger says nothing of #${pull.number}.`);
  const criteria = readCriteria(readiness, policy);
  return { part, entry, head, judged, snapshot, policy, policyCommit: state.commit, pull, evaluation, readiness, criteria, decided };
}

function evaluationOf(judged: JudgedPayload, snapshot: PullSnapshot, policy: Policy): Evaluation {
  const factsOf = (number: number): PullFacts | undefined => snapshot.pulls.find((pull) => pull.number === number);
  const gates = judged.gates.map((gate) => ({
    ...gate,
    pulls: gate.pulls.flatMap(({ pull: { number }, verdict }) => {
      const facts = factsOf(number);
      return facts ? [{ pull: facts, verdict }] : [];
    }),
  }));
  return { headSha: snapshot.headSha, policy, gates, outside: judged.outside.flatMap((number) => factsOf(number) ?? []) };
}

/** The entries about the pull request that are decisions, each with what came of it. */
function decidedEntries({ entries, decided, pull, repository }: LedgerPart): DecidedEntry[] {
  return entries.flatMap((entry) => {
    const { seq, at, digest, subject, kind, payload } = entry;
    if (kind !== 'decision' || payload === null || seq > decided) return [];
    const read = JSON.parse(payload) as DecisionPayload;
    const concerns = read.decision.gates?.some(({ pulls }) => pulls.some(({ pull: of }) => of.number === pull)) ?? subject === `${repository}/issue/${pull}`;
    const outcome = entries.find((next) => next.seq > seq && next.subject === subject && next.kind === 'outcome');
    const outcomes = JSON.parse(outcome?.payload ?? 'null') as unknown;
    return concerns ? [{ seq, at, digest, subject, payload: read, outcomes: Array.isArray(outcomes) ? (outcomes as { id?: number }[]) : null }] : [];
  });
}

import type { BundleHead } from '../evidence/bundle/bundle.ts';
import { decidedPull, type DecidedEntry } from '../ledger/decided-pull.ts';
import { type DecisionPayload, judgedIn } from '../ledger/decision-payload.ts';
import { unpackSnapshot } from '../ledger/unpack-snapshot.ts';
import { sha256 } from '../markers/digest.ts';
import type { Locale } from '../playbook/text-schema.ts';
import { localeOf } from '../policy/locale-of.ts';
import type { Policy } from '../policy/policy.ts';
import { worstFirst } from '../report/outcome-signs.ts';
import type { PullSnapshot } from '../snapshot/pull-snapshot.ts';
import { gateEntry } from '../verdict/gate-entry.ts';
import { explainGate } from './explain-gate.ts';
import type { ExplainedGate, ExplainedPull } from './explained-pull.ts';
import type { KeptDecision, KeptEntry } from './kept-decision.ts';
import { offersOf } from './offers-of.ts';
import { seenPull } from './seen-pull.ts';
import { sortWorstFirst } from './sort-worst-first.ts';

/**
 * Explains a decision that the ledger keeps. Null where it did not judge this pull request. Where what was seen is gone or was
 * changed, the verdicts stand by themselves. It may take a second for thousands of criteria: whoever has no second asks elsewhere.
 */
export function explainKept({ pull, entry, outcome, comments, snapshot: kept }: KeptDecision): ExplainedPull | null {
  const decided = { ...decidedEntry(entry), outcomes: outcomesOf(outcome) };
  const [judgement] = judgedIn(decided.payload);
  const judged = judgement?.judged ?? decided.payload.decision;
  if (!judged.gates || judged.engine === undefined) return null;
  const snapshot = kept && wholeSnapshot(kept);
  const told = decidedPull(pull, [...comments.map(decidedEntry), decided], { judged: needed(judged), snapshot });
  if (!told || told.gates.length === 0) return null;
  const policy = snapshot?.policy.kind === 'in-force' ? snapshot.policy.policy : null;
  const gates = told.gates.map(({ checkName, enforcement, verdict }): ExplainedGate => {
    const explained = policy ? explainGate(policy, verdict) : { verdict: gateEntry(sortWorstFirst(verdict)), actions: [], restsOn: [] };
    return { ...explained, checkName, enforcement };
  });
  const { gates: _gates, evidence: _evidence, ...rest } = told;
  const worst = worstFirst(gates, ({ verdict }) => verdict.verdict);
  const sorted = worst.toSorted((a, b) => Number(b.enforcement === 'block') - Number(a.enforcement === 'block'));
  return {
    ...rest,
    locale: languageOf(snapshot, policy),
    gates: sorted,
    seen: snapshot && seenPull(snapshot, pull),
    offers: policy && offersOf(policy, sorted),
  };
}

function needed({ engine = '', policy = null, gates = [], outside = [] }: DecisionPayload['decision']) {
  return { engine, policy, gates, outside };
}

function languageOf(snapshot: PullSnapshot<BundleHead> | null, policy: Policy | null): Locale {
  return policy?.locale ?? localeOf(snapshot?.policy ?? null);
}

function decidedEntry({ payload, ...entry }: KeptEntry): DecidedEntry {
  return { ...entry, payload: JSON.parse(payload) as DecisionPayload, outcomes: null };
}

function outcomesOf(text: string | null): DecidedEntry['outcomes'] {
  const outcomes = JSON.parse(text ?? 'null') as unknown;
  return Array.isArray(outcomes) ? (outcomes as NonNullable<DecidedEntry['outcomes']>) : null;
}

/** Null where a part is missing or was changed. */
function wholeSnapshot({ digest, parts }: NonNullable<KeptDecision['snapshot']>): PullSnapshot<BundleHead> | null {
  for (const [name, text] of parts) if (sha256(text) !== name) return null;
  try {
    return unpackSnapshot(digest, parts);
  } catch {
    return null;
  }
}

import { canonicalJson, sha256 } from '../../core/markers/digest.ts';
import { bundlePaths, type Manifest } from '../archive/manifest.ts';
import { readAuditCase } from '../content/audit-case.ts';
import { releaseFacts } from '../content/release-facts.ts';
import { type DecisionPayload, judgedIn } from '../../core/ledger/decision-payload.ts';
import { checkPart } from '../ledger/check-part.ts';
import type { LedgerPart } from '../ledger/ledger-part.ts';
import { readPart } from '../ledger/part-lines.ts';
import type { VerifyFault } from './verify-fault.ts';
import { jsonOrNull } from '../../core/json/json-or-null.ts';

interface CheckedLedger {
  readonly fault: VerifyFault | null;
  readonly unrecorded: number;
}

/** The ledger's part by itself, and that manifest, policy and verdicts say what it says. What is of no form that we know does not hold. */
export function checkLedger(contents: ReadonlyMap<string, Uint8Array>, manifest: Manifest): CheckedLedger {
  try {
    return checkWhole(contents, manifest);
  } catch (error) {
    const seen = `it cannot be read: ${error instanceof Error ? error.message : String(error)}`;
    return { fault: { file: bundlePaths.ledger, what: 'broken-ledger', seen }, unrecorded: 0 };
  }
}

function checkWhole(contents: ReadonlyMap<string, Uint8Array>, manifest: Manifest): CheckedLedger {
  const file = bundlePaths.ledger;
  const part = readPart(textOf(contents, file));
  if (!part) return { fault: { file, what: 'broken-ledger', seen: 'it is no part of a ledger' }, unrecorded: 0 };
  const { fault, unrecorded } = checkPart(part);
  if (fault !== null) return { fault: { file, what: 'broken-ledger', seen: fault }, unrecorded };
  return { fault: faultOfFacts(part, contents, manifest), unrecorded };
}

function faultOfFacts(part: LedgerPart, contents: ReadonlyMap<string, Uint8Array>, manifest: Manifest): VerifyFault | null {
  const { decided, end, policy, repository, release } = manifest;
  const entry = part.entries.find(({ seq }) => seq === part.decided);
  const last = part.entries.at(-1);
  const told = canonicalJson([repository.id, release.pull, decided.seq, decided.digest, decided.at, end.seq, end.digest, policy]);
  const seen = canonicalJson([part.repository, part.pull, part.decided, entry?.digest, entry?.at, last?.seq, last?.digest, part.policy.digest]);
  if (told !== seen) return { file: bundlePaths.manifest, what: 'ledger-differs', expected: seen, seen: told };
  const policyDigest = sha256(textOf(contents, bundlePaths.policy));
  if (policyDigest !== policy) return { file: bundlePaths.policy, what: 'ledger-differs', expected: policy, seen: policyDigest };
  return faultOfVerdicts(part, contents) ?? faultOfRelease(part, manifest);
}

/** The verdicts of `readiness.json` against those that the entry holds, word by word. */
function faultOfVerdicts({ entries, decided, pull }: LedgerPart, contents: ReadonlyMap<string, Uint8Array>): VerifyFault | null {
  const payload = entries.find(({ seq }) => seq === decided)?.payload ?? '{}';
  const gates = judgedIn(JSON.parse(payload) as DecisionPayload)[0]?.judged.gates ?? [];
  const held = gates.flatMap(({ gate, checkName, enforcement, pulls }) =>
    pulls.flatMap(({ pull: of, verdict }) => (of.number === pull ? [{ gate, checkName, enforcement, verdict }] : [])),
  );
  const told = jsonOrNull(textOf(contents, bundlePaths.readiness)) as { readonly gates?: unknown } | null;
  const equal = canonicalJson(held) === canonicalJson(told?.gates ?? null);
  return equal ? null : { file: bundlePaths.readiness, what: 'ledger-differs', expected: `the verdicts of entry ${decided}`, seen: 'other verdicts' };
}

/** What the manifest says the release is, which is what `verify` prints, against what was seen and judged. */
function faultOfRelease(part: LedgerPart, { repository, release, playbook, engine }: Manifest): VerifyFault | null {
  const { name, ...facts } = releaseFacts(readAuditCase(part));
  const seen = canonicalJson([name, facts]);
  const told = canonicalJson([repository.name, { release: { ...release, asked: null }, playbook, engine }]);
  return told === seen ? null : { file: bundlePaths.manifest, what: 'ledger-differs', expected: seen, seen: told };
}

function textOf(contents: ReadonlyMap<string, Uint8Array>, path: string): string {
  return Buffer.from(contents.get(path) ?? new Uint8Array()).toString('utf8');
}

import type { Decision } from '../people/decision.ts';
import type { PullSnapshot } from '../snapshot/pull-snapshot.ts';
import type { BundleHead } from '../evidence/bundle/bundle.ts';
import type { Write } from '../plan/write.ts';
import type { Enforcement } from '../verdict/enforcement.ts';
import type { GateVerdict } from '../verdict/verdict.ts';
import type { CommandPayload, DecisionPayload, JudgedPayload } from './decision-payload.ts';
import type { BundleReference } from './bundle-reference.ts';

/** A decision with what came of its writes; `outcomes` in the order of the plan, null where none was recorded. */
export interface DecidedEntry {
  readonly seq: number;
  readonly at: string;
  readonly digest: string;
  readonly subject: string;
  readonly payload: DecisionPayload;
  readonly outcomes: readonly { readonly id?: number; readonly error?: string }[] | null;
}

/** A check that was posted on the commit. */
export interface PostedCheck {
  readonly entry: number;
  readonly name: string;
  readonly status: string;
  readonly conclusion: string | null;
  /** Number of the check run; null where it is not known whether GitHub took it. */
  readonly id: number | null;
  readonly error: string | null;
}

/** Why the gates of a pull request stood as they did: all of it from the ledger. */
export interface DecidedPull {
  readonly pull: number;
  readonly entry: { readonly seq: number; readonly at: string; readonly digest: string; readonly subject: string };
  readonly engine: string;
  readonly policy: { readonly digest: string | null; readonly playbook: string | null; readonly commit: string | null };
  readonly head: string | null;
  readonly title: string | null;
  readonly author: string | null;
  readonly merged: boolean | null;
  readonly gates: readonly { readonly gate: string; readonly checkName: string; readonly enforcement: Enforcement; readonly verdict: GateVerdict }[];
  readonly checks: readonly PostedCheck[];
  /** What people had decided by then in the repository, with who they were proven to be. */
  readonly decisions: readonly Decision[];
  readonly commands: readonly (CommandPayload & { readonly entry: number; readonly at: string; readonly codes: readonly string[] })[];
  readonly evidence: readonly {
    readonly upload: string;
    readonly run: number;
    readonly attempt: number;
    readonly sha256: string | null;
    readonly verified: boolean;
  }[];
}

/** What the entries about a pull request, oldest first, say of it. The last of them that judged it counts. Null where none did. */
export function decidedPull(
  pull: number,
  entries: readonly DecidedEntry[],
  seen: { readonly judged: JudgedPayload; readonly snapshot: PullSnapshot<BundleHead> | null } | null,
): DecidedPull | null {
  const entry = entries.findLast(({ payload }) => payload.decision.gates !== undefined);
  if (!entry || !seen) return null;
  const { judged, snapshot } = seen;
  const { seq, at, digest, subject } = entry;
  const facts = snapshot?.pulls.find(({ number }) => number === pull) ?? null;
  const inForce = snapshot?.policy.kind === 'in-force' ? snapshot.policy : null;
  return {
    pull,
    entry: { seq, at, digest, subject },
    engine: judged.engine,
    policy: {
      digest: judged.policy,
      playbook: inForce ? `${inForce.policy.playbook.id}@${inForce.policy.playbook.version}` : null,
      commit: inForce?.commit ?? null,
    },
    head: snapshot?.headSha ?? null,
    title: facts?.title ?? null,
    author: facts?.author.login ?? null,
    merged: facts?.merged ?? null,
    gates: judged.gates.flatMap(({ gate, checkName, enforcement, pulls }) =>
      pulls.flatMap(({ pull: of, verdict }) => (of.number === pull ? [{ gate, checkName, enforcement, verdict }] : [])),
    ),
    checks: postedChecks(entries, snapshot?.headSha ?? null),
    decisions: snapshot?.decisions ?? [],
    commands: entries.flatMap(({ seq: of, at: when, payload: { decision } }) =>
      (decision.commands ?? []).map((command) => {
        const codes = (decision.replies ?? []).flatMap((reply) => (reply.inReplyTo === command.commentId ? reply.codes : []));
        return { ...command, entry: of, at: when, codes };
      }),
    ),
    evidence: (snapshot?.evidence.bundles ?? []).map((bundle) => ({
      upload: bundle.identity.uploadName,
      run: bundle.identity.runId,
      attempt: bundle.identity.runAttempt,
      sha256: (bundle as Partial<BundleReference>).content?.sha256 ?? null,
      verified: bundle.provenance.kind === 'verified',
    })),
  };
}

/** The last that was posted of each check on the commit. */
function postedChecks(entries: readonly DecidedEntry[], head: string | null): PostedCheck[] {
  const posted = new Map<string, PostedCheck>();
  for (const { seq, payload, outcomes } of entries) {
    for (const [index, write] of payload.plan.entries()) {
      if (!isCheck(write) || write.headSha !== head) continue;
      const outcome = outcomes?.[index];
      const { name, status } = write;
      const conclusion = write.status === 'completed' ? (write.conclusion ?? null) : null;
      posted.set(name, { entry: seq, name, status, conclusion, id: outcome?.id ?? null, error: outcome?.error ?? null });
    }
  }
  return [...posted.values()];
}

function isCheck(write: Write): write is Extract<Write, { do: 'create-check' | 'update-check' }> {
  return write.do === 'create-check' || write.do === 'update-check';
}

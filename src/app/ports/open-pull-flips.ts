import type { SealedBundle } from '../../core/evidence/bundle/bundle.ts';
import type { Judgement, JudgedBy } from '../../core/plan/judge-head.ts';
import { gateFlips, type OpenPullFlips } from '../../core/policy/open-pull-flips.ts';
import type { Policy } from '../../core/policy/policy.ts';
import type { PullSnapshot } from '../../core/snapshot/pull-snapshot.ts';
import { steadyNow } from '../../telemetry/steady-now.ts';

/** What is needed to judge other pull requests under a proposed configuration. */
export interface FlipPorts {
  readonly knownPulls: () => Promise<readonly { readonly number: number; readonly headSha: string }[]>;
  readonly readSnapshot: (headSha: string) => Promise<PullSnapshot<SealedBundle> | null>;
  readonly judge: (snapshot: PullSnapshot<SealedBundle>, by: JudgedBy) => Promise<Judgement>;
  readonly engineVersion: string;
}

export interface FlipQuestion {
  readonly repository: number;
  /** The head that brings the configuration: it is judged anyway. */
  readonly headSha: string;
  readonly before: Policy;
  readonly after: Policy;
}

// Each costs what a look at a pull request costs, and whoever changed the configuration waits for the check.
const mostHeads = 5;
const mostKept = 100;
const keptFor = 3_600_000;

/** One question is asked at every look at the pull request; its answer is kept for an hour, or until a configuration changes. */
const kept = new Map<string, { readonly at: number; readonly flips: OpenPullFlips }>();

/** Which of the latest open pull requests would come out otherwise under the proposed configuration. What cannot be read is said, and ends nothing. */
export async function openPullFlips(ports: FlipPorts, question: FlipQuestion): Promise<OpenPullFlips> {
  const key = [question.repository, question.headSha, question.before.digest, question.after.digest].join(' ');
  const known = kept.get(key);
  if (known && steadyNow() - known.at < keptFor) return known.flips;
  try {
    const flips = await judgeOthers(ports, question);
    kept.set(key, { at: steadyNow(), flips });
    const oldest = kept.keys().next();
    if (kept.size > mostKept && !oldest.done) kept.delete(oldest.value);
    return flips;
  } catch {
    return { kind: 'not-computed', why: 'unreadable' };
  }
}

async function judgeOthers(ports: FlipPorts, { headSha, after }: FlipQuestion): Promise<OpenPullFlips> {
  const others = (await ports.knownPulls()).filter((pull) => pull.headSha !== headSha);
  const heads = [...new Set(others.toSorted((a, b) => b.number - a.number).map((pull) => pull.headSha))].slice(0, mostHeads);
  const judged = await Promise.all(heads.map((head) => judgeHead(ports, head, after)));
  const seen = judged.filter((each) => each !== null);
  return {
    kind: 'judged',
    open: others.length,
    judged: seen.reduce((count, { pulls }) => count + pulls, 0),
    pulls: seen.flatMap(({ flips }) => flips).toSorted((a, b) => a.pull - b.pull),
  };
}

async function judgeHead({ readSnapshot, judge, engineVersion }: FlipPorts, head: string, after: Policy) {
  const snapshot = await readSnapshot(head);
  if (!snapshot || snapshot.policy.kind !== 'in-force') return null;
  const by = { engineVersion, reports: false };
  const now = await judge(snapshot, by);
  const then = await judge({ ...snapshot, previews: {}, policy: { kind: 'in-force', policy: after, commit: null, problems: [], lastGood: false } }, by);
  return { pulls: snapshot.pulls.length, flips: gateFlips(now.verdicts, then.verdicts) };
}

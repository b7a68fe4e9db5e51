import type { BundleHead, EvidenceState, SealedBundle } from '../../../core/evidence/bundle/bundle.ts';
import type { Edits } from '../../../core/explain/edits.ts';
import type { ExplainedPull } from '../../../core/explain/explained-pull.ts';
import { type DecisionPayload, judgedIn } from '../../../core/ledger/decision-payload.ts';
import { allBundles, mapEvidence } from '../../../core/snapshot/map-evidence.ts';
import { findKnownPulls } from '../../../store/known/find-known-pulls.ts';
import type { Database } from '../../../store/database.ts';
import { findToldAround } from '../../../store/ledger/find-told.ts';
import { type KeptEvidenceOf, keptEvidenceOf } from '../../../store/ledger/kept-evidence-of.ts';
import { ledgerHead } from '../../../store/ledger/ledger-head.ts';
import { type JudgedRow, listJudged } from '../../../store/ledger/list-judged.ts';
import { readPayloadOf } from '../../../store/ledger/read-payload-of.ts';
import { readParts } from '../../../store/ledger/read-parts.ts';
import { readSnapshot } from '../../../store/ledger/read-snapshot.ts';
import type { JudgedLine, PullPorts, PullTarget, SupposedAnswer } from '../../../web/pull/pull-ports.ts';
import { judgedLine, lostLine } from './judged-line.ts';
import { leastRecent } from './least-recent.ts';
import { type PageWork, pageWork } from './page-work.ts';

/** Decisions on one page of the history. */
const linesShown = 24;
/** Lines of some 500 bytes, and explanations by the characters of what they were made from. */
const [mostLines, mostCharacters] = [5_000, 24_000_000];

/** What the page of a pull request reads from the store. Decisions never change: what was read of one is kept for a while, and let go of when it is erased. */
export function pullPagePorts(db: Database, work: PageWork = pageWork()): PullPorts {
  const lines = leastRecent<JudgedLine | 'none'>(mostLines);
  const explanations = leastRecent<ExplainedPull>(mostCharacters);
  const keyOf = ({ repository, pull }: PullTarget, digest: string): string => `${repository}/${pull}/${digest}`;

  async function rowOf(target: PullTarget, seq: number): Promise<JudgedRow | null> {
    const [row] = await listJudged(db, { ...target, before: seq + 1, limit: 1 });
    return row?.seq === seq ? row : null;
  }

  async function explained(target: PullTarget, seq: number): Promise<ExplainedPull | 'slow' | null> {
    const row = await rowOf(target, seq);
    if (!row) return null;
    const key = keyOf(target, row.digest);
    if (row.erased) explanations.drop(key);
    const known = explanations.get(key);
    if (known) return known;
    const { repository, pull } = target;
    const payload = await readPayloadOf(db, repository, row);
    if (payload === null) return null;
    const { at, subject, digest, snapshots } = row;
    const [seen] = snapshots;
    const snapshot = seen === undefined ? null : { digest: seen, parts: await readParts(db, { repository, digest: seen }) };
    const around = await findToldAround(db, { repository, subject, seq, pull });
    const answer = await work.explain({ pull, entry: { seq, at, subject, digest, payload }, ...around, snapshot });
    if (answer === 'slow' || answer === 'busy') return 'slow';
    // The outcome may still come: only then is it whole.
    if (answer && around.outcome !== null) explanations.set(key, answer, payload.length);
    return answer;
  }

  async function lineOf(target: PullTarget, row: JudgedRow): Promise<JudgedLine | null> {
    const key = keyOf(target, row.digest);
    const known = row.erased ? undefined : lines.get(key);
    if (known) return known === 'none' ? null : known;
    const payload = row.erased ? null : await readPayloadOf(db, target.repository, row);
    if (payload === null) {
      lines.drop(key);
      return lostLine(target, row);
    }
    const line = judgedLine(target, row, payload);
    lines.set(key, line ?? 'none');
    return line;
  }

  return {
    explained,
    suppose: (target, seq, edits) => supposeBy({ db, work, row: () => rowOf(target, seq) }, target, edits),
    ledgerHead: (repository) => ledgerHead(db, repository),
    isKnown: async ({ repository, pull }) => (await findKnownPulls(db, repository)).some(({ number }) => number === pull),
    async history(target, before) {
      const rows = await listJudged(db, { ...target, before, limit: linesShown + 1 });
      const read: JudgedLine[] = [];
      // One after the other: others are served between two long texts.
      for (const row of rows.slice(0, linesShown)) read.push(...[await lineOf(target, row)].filter((line) => line !== null));
      return { lines: read, more: rows.length > linesShown };
    },
  };
}

interface Supposing {
  readonly db: Database;
  readonly work: PageWork;
  readonly row: () => Promise<JudgedRow | null>;
}

async function supposeBy({ db, work, row }: Supposing, { repository, pull }: PullTarget, edits: Edits): Promise<SupposedAnswer> {
  const found = await row();
  const payload = found && (await readPayloadOf(db, repository, found));
  if (payload === null) return { not: { why: 'gone' } };
  const [judgement] = judgedIn(JSON.parse(payload) as DecisionPayload);
  const kept = judgement ? await readSnapshot(db, { repository, digest: judgement.snapshot }) : null;
  if (!kept) return { not: { why: 'gone' } };
  const evidence = new Map<BundleHead, KeptEvidenceOf>();
  for (const bundle of allBundles(kept)) evidence.set(bundle, await keptEvidenceOf(db, bundle));
  const lost = [...evidence].find(([, { bundle }]) => bundle === null);
  if (lost) return { not: { why: 'upload', upload: lost[0].identity.uploadName } };
  const readAnew = [...evidence].flatMap(([{ identity }, { state }]) => (state === 'as-judged' ? [] : [identity.uploadName]));
  const sealed = mapEvidence(kept, (of): EvidenceState<SealedBundle> => ({ ...of, bundles: of.bundles.flatMap((each) => evidence.get(each)?.bundle ?? []) }));
  const answer = await work.suppose({ snapshot: sealed, edits, pull });
  if (typeof answer === 'string') return { not: { why: answer } };
  return 'impossible' in answer ? { not: { why: 'impossible', message: answer.impossible } } : { supposed: answer, readAnew };
}

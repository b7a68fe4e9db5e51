/**
 * The process that opens uploads and judges by them, for whoever forked it. It holds no secret and may write nowhere; a
 * file that takes all of its memory or time takes nothing else.
 */
import type { BundleHead, SealedBundle } from '../../core/evidence/bundle/bundle.ts';
import { explainKept } from '../../core/explain/explain-kept.ts';
import type { PullSnapshot } from '../../core/snapshot/pull-snapshot.ts';
import { mapEvidence } from '../../core/snapshot/map-evidence.ts';
import { endWithParent } from './end-with-parent.ts';
import { judgeSealed, openSealed, standSealed, supposeSealed } from './evidence-tasks.ts';
import type { Answer, Errand } from './errand.ts';
import { type Parcel, parcelReceiver, sendParcel } from './parcel.ts';

const receive = parcelReceiver();
const send = process.send?.bind(process);
if (!send) throw new Error('this is started by the app');

// Whoever stops the app by its terminal stops this as well, before the app has finished its work; it ends with its parent.
process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => undefined);
process.on('disconnect', () => process.exit());
endWithParent();
process.on('message', (message) => {
  const parcel = receive(message);
  if (parcel) void answer(parcel).then((answered) => sendParcel(send, answered));
});
send('ready');

async function answer(parcel: Parcel): Promise<Parcel> {
  try {
    return await carryOut(parcel);
  } catch (error) {
    const answered: Answer = { do: 'failed', message: error instanceof Error ? (error.stack ?? error.message) : String(error) };
    return { value: answered, blobs: [] };
  }
}

async function carryOut({ value, blobs }: Parcel): Promise<Parcel> {
  const errand = value as Errand;
  if (errand.do === 'explain') return { value: { do: 'explained', explained: explainKept(errand.kept) } satisfies Answer, blobs: [] };
  if (errand.do !== 'open') {
    const contents = blobs.values();
    const filled = (head: BundleHead): SealedBundle => ({ ...head, content: contents.next().value ?? new Uint8Array() });
    const snapshot = mapEvidence(errand.snapshot, (evidence) => ({ ...evidence, bundles: evidence.bundles.map(filled) }));
    return { value: judgedBy(errand, snapshot), blobs: [] };
  }
  const result = await openSealed({ ...errand.upload, archive: blobs[0] ?? new Uint8Array() });
  if ('refused' in result) return { value: { do: 'refused', cause: result.refused } satisfies Answer, blobs: [] };
  const { bundle, identity } = result.opened;
  const { content, ...head } = bundle;
  return { value: { do: 'opened', head, identity } satisfies Answer, blobs: [content] };
}

function judgedBy(errand: Exclude<Errand, { do: 'open' | 'explain' }>, snapshot: PullSnapshot<SealedBundle>): Answer {
  if (errand.do === 'judge') return { do: 'judged', judgement: judgeSealed(snapshot, errand.by) };
  if (errand.do === 'stand') return { do: 'stood', stood: standSealed(snapshot) };
  return { do: 'supposed', supposed: supposeSealed(snapshot, errand.edits, errand.pull) };
}

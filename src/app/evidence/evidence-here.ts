import { Refusal } from '../../github/artifacts/refusal.ts';
import { judgeSealed, openSealed, standSealed } from './evidence-tasks.ts';
import type { EvidenceWork } from './evidence-work.ts';

/** The same work in this process: what tests and measurements hold the other way against. */
export const evidenceHere: EvidenceWork = {
  judge: async (snapshot, by) => judgeSealed(snapshot, by),
  stand: async (snapshot) => standSealed(snapshot),
  stop: () => undefined,
  async open(upload) {
    const result = await openSealed(upload);
    if ('refused' in result) throw new Refusal(result.refused.code, ...result.refused.values);
    return result.opened;
  },
};

import { planChecks } from '../../../src/core/plan/plan-checks.ts';
import { applyWrite } from '../../../src/github/apply/apply-write.ts';
import { refusalOf } from '../../../src/github/refusal-of.ts';
import type { GateSources } from './gate-sources.ts';
import type { Judged, Posting } from './judged.ts';

/**
 * Posts each gate as a check run on the head commit: found again and updated, left alone while it says the same, and always
 * completed, since no job stays to do it later. A token that may not write checks is an answer, no error.
 */
export async function postChecks({ github, name }: GateSources, judged: Judged, own: number | null): Promise<Posting> {
  const writes = planChecks(judged.evaluation, { ...judged.snapshot, appId: own }, 'ends');
  try {
    for (const write of writes) await applyWrite(github, name, write);
  } catch (error) {
    refusalOf(error);
    return { kind: 'refused' };
  }
  return { kind: 'posted', writes: writes.length };
}

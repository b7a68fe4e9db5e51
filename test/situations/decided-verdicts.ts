import type { Repository } from '../../src/rehearsal/github/records/repository.ts';
import type { Stage } from '../support/stage.ts';

interface Decision {
  readonly gates: readonly { readonly gate: string; readonly pulls: readonly { readonly verdict: { readonly verdict: string } }[] }[];
}

/** What was ever decided about a gate in a repository, as its ledger has it. */
export async function decidedVerdicts(stage: Stage, repository: Repository, gate: string): Promise<Set<string>> {
  const entries = await stage.ledger(repository);
  const gates = entries.flatMap(({ payload }) => (JSON.parse(payload ?? '{}') as { decision?: Decision }).decision?.gates ?? []);
  return new Set(gates.filter((of) => of.gate === gate).flatMap(({ pulls }) => pulls.map(({ verdict }) => verdict.verdict)));
}

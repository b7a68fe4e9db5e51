import { describe, expect, test } from 'vitest';
import type { Write } from '../../../src/core/plan/write.ts';
import { reconcileSeed, type SeedPorts } from '../../../src/engine/reconcile/reconcile-seed.ts';
import { inForce, policyOf, repository } from '../../core/people/people-fixtures.ts';

const write: Write = { do: 'create-label', name: 'sprintgate', color: '000000', description: '' };
const report = { writes: 1, notices: [], skipped: [] };

/** What happened, in order: entries of the ledger and writes. */
async function happened(writes: readonly Write[], work: (log: string[]) => Promise<typeof report>): Promise<string[]> {
  const log: string[] = [];
  const ports: SeedPorts = {
    now: () => '2027-01-20T18:00:00Z',
    repository,
    readPolicy: async () => inForce(policyOf()),
    ledger: {
      append: async ({ kind }) => {
        log.push(kind);
        return { seq: 1, digest: 'digest' };
      },
    },
    async seed(_policy, onPlan) {
      await onPlan({ writes: [...writes], notices: [] }, { writes: writes.length, seconds: 3 });
      return work(log);
    },
  };
  await reconcileSeed(ports, '9412/seed/.').catch((error: unknown) => log.push(String(error)));
  return log;
}

describe('seeding', () => {
  test('is in the ledger before its first write and after its last', async () => {
    expect(
      await happened([write], async (log) => {
        log.push('write');
        return report;
      }),
    ).toEqual(['decision', 'write', 'outcome']);
  });
  test('that was cut off says so, and is tried again', async () => {
    expect(await happened([write], () => Promise.reject(new Error('killed')))).toEqual(['decision', 'outcome', 'Error: killed']);
  });
  test('leaves no trace when nothing changes', async () => {
    expect(await happened([], async () => report)).toEqual([]);
  });
});

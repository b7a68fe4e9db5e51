import { expect, test } from 'vitest';
import { policyReader } from '../../src/app/pages/policy-reader.ts';
import { policyContent } from '../../src/core/policy/policy-content.ts';
import { loadPlaybook } from '../../src/engine/load-playbook.ts';
import type { Database } from '../../src/store/database.ts';
import { policyOf } from '../core/people/people-fixtures.ts';

/** A database that knows one policy. */
function keeping(digest: string, content: string): Database {
  const query = async (_sql: string, [asked]: readonly unknown[]) => (asked === digest ? [{ content }] : []);
  return { query } as unknown as Database;
}

test('a policy that judged comes back with the words of the language that is asked for, and none that was never kept', async () => {
  const policy = policyOf();
  const read = policyReader(keeping(policy.digest, policyContent(policy)), loadPlaybook);
  const [es, en] = [await read(policy.digest, 'es'), await read(policy.digest, 'en')];
  expect(en).toMatchObject({ tier: 2, locale: 'en', digest: policy.digest, text: { locale: 'en' } });
  expect(es).toMatchObject({ locale: 'es', text: { locale: 'es' } });
  expect(await read('0'.repeat(64), 'es')).toBeNull();
});

test('one whose playbook this server no longer has is as one that is not kept', async () => {
  const policy = policyOf();
  const read = policyReader(keeping(policy.digest, policyContent(policy)), () => Promise.reject(new Error('gone')));
  expect(await read(policy.digest, 'es')).toBeNull();
});

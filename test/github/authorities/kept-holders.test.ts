import { expect, test } from 'vitest';
import type { AuthorityHolders } from '../../../src/core/people/authority-proof.ts';
import { keptHolders } from '../../../src/github/authorities/kept-holders.ts';
import type { GitHub } from '../../../src/github/client.ts';

const github = {} as GitHub;
const rule = { users: ['ana'], count: 1 };

function counted(complete = true) {
  const seen = { asked: 0, time: 0 };
  const read = async (): Promise<AuthorityHolders> => {
    seen.asked += 1;
    return { people: [], complete };
  };
  return { seen, look: keptHolders(read, () => seen.time) };
}

const of = (name: string) => ({ repository: { owner: 'acme', name }, rule });

test('a list is kept for a minute, for its repository and rule', async () => {
  const { seen, look } = counted();
  await look(github, of('shop'));
  seen.time = 59_999;
  await look(github, of('shop'));
  expect(seen.asked).toBe(1);
  await look(github, of('till'));
  expect(seen.asked).toBe(2);
  seen.time = 60_000;
  await look(github, of('shop'));
  expect(seen.asked).toBe(3);
});

test('a list that could not be read whole is asked for again', async () => {
  const { seen, look } = counted(false);
  await look(github, of('shop'));
  await look(github, of('shop'));
  expect(seen.asked).toBe(2);
});

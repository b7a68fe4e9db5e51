import { describe, expect, it } from 'vitest';
import type { Delivery } from '../../src/store/inbox/append-deliveries.ts';
import { groupCommit, inboxLimits } from '../../src/store/inbox/group-commit.ts';

const delivery = (id: string, bytes = 2): Delivery => ({ id, event: 'push', body: 'x'.repeat(bytes) });
const idsOf = (deliveries: readonly Delivery[]) => new Set(deliveries.map(({ id }) => id));

/** A database that keeps a group when it is told to. */
function slowDatabase() {
  const groups: { ids: string[]; answer: PromiseWithResolvers<ReadonlySet<string>> }[] = [];
  let asked = Promise.withResolvers<void>();
  return {
    groups,
    async write(deliveries: readonly Delivery[]): Promise<ReadonlySet<string>> {
      const answer = Promise.withResolvers<ReadonlySet<string>>();
      groups.push({ ids: deliveries.map(({ id }) => id), answer });
      asked.resolve();
      asked = Promise.withResolvers();
      return answer.promise;
    },
    async group(number: number): Promise<(typeof groups)[number]> {
      for (;;) {
        const found = groups[number];
        if (found) return found;
        await asked.promise;
      }
    },
  };
}

describe('a group commit', () => {
  it('answers nobody before the commit, and lets what comes meanwhile go with the next one', async () => {
    const { write, group, groups } = slowDatabase();
    const append = groupCommit({ write });
    const answered: string[] = [];
    const one = append(delivery('a')).then(() => answered.push('a'));
    const first = await group(0);
    const others = ['b', 'c', 'd'].map((id) => append(delivery(id)).then((fresh) => answered.push(`${id} ${fresh}`)));
    expect([groups.length, answered]).toEqual([1, []]);
    first.answer.resolve(new Set(['a']));
    await one;
    const second = await group(1);
    expect(second.ids).toEqual(['b', 'c', 'd']);
    second.answer.resolve(new Set(['b', 'd']));
    await Promise.all(others);
    expect(answered).toEqual(['a', 'b true', 'c false', 'd true']);
  });

  it('refuses at once what it has no room for, in deliveries and in bytes', async () => {
    const { write, group } = slowDatabase();
    const append = groupCommit({ write, limits: { ...inboxLimits, deliveries: 2, bytes: 100 } });
    const kept = append(delivery('a', 60));
    await expect(append(delivery('b', 60))).rejects.toThrow('too many deliveries wait');
    const small = append(delivery('c'));
    await expect(append(delivery('d'))).rejects.toThrow('too many deliveries wait');
    (await group(0)).answer.resolve(new Set(['a', 'c']));
    expect(await Promise.all([kept, small])).toEqual([true, true]);
    const later = append(delivery('e', 100));
    (await group(1)).answer.resolve(new Set(['e']));
    expect(await later).toBe(true);
  });

  it('waits no longer than it may for a database that hangs, and has room again for what nobody waits for', async () => {
    const { write, group, groups } = slowDatabase();
    const append = groupCommit({ write, limits: { ...inboxLimits, deliveries: 2, milliseconds: 20 } });
    const [one, two] = await Promise.allSettled([append(delivery('a')), group(0).then(() => append(delivery('b')))]);
    expect([one.status, two.status]).toEqual(['rejected', 'rejected']);
    await expect(append(delivery('c'))).rejects.toThrow('in time');
    groups[0]?.answer.resolve(new Set(['a']));
    const after = append(delivery('d'));
    const next = await group(1);
    expect(next.ids).toEqual(['d']);
    next.answer.resolve(new Set(['d']));
    expect(await after).toBe(true);
  });

  it('tells everybody of a group that it failed, and goes on with the next', async () => {
    let fails = true;
    const append = groupCommit({
      async write(deliveries) {
        if (fails) throw new Error('the disk is full');
        return idsOf(deliveries);
      },
    });
    const answers = await Promise.allSettled([append(delivery('a')), append(delivery('b'))]);
    expect(answers.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    fails = false;
    expect(await append(delivery('a'))).toBe(true);
  });

  it('keeps groups small in bytes, and one large delivery by itself', async () => {
    const sizes: number[] = [];
    const append = groupCommit({
      async write(deliveries) {
        sizes.push(deliveries.length);
        return idsOf(deliveries);
      },
    });
    await Promise.all([append(delivery('a', 20_000_000)), append(delivery('b', 3_000_000)), append(delivery('c', 2_000_000)), append(delivery('d'))]);
    expect(sizes).toEqual([1, 1, 2]);
  });
});

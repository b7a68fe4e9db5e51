import { describe, expect, it } from 'vitest';
import { onEveryStore } from '../support/every-store.ts';

describe('the inbox', () => {
  onEveryStore((store) => {
    it('keeps a delivery once, also when it is sent twice at once', async () => {
      const { inbox } = store();
      const delivery = { id: 'guid-1', event: 'push', body: '{"ref":"ñ"}' };
      const answers = await Promise.all([inbox.append(delivery), inbox.append(delivery)]);
      expect(answers.filter(Boolean)).toHaveLength(1);
      expect(await inbox.append({ ...delivery, body: 'another' })).toBe(false);
      expect(await inbox.claim(10)).toEqual([{ ...delivery, attempt: 1 }]);
    });

    it('gives a claimed delivery to nobody else, until it is released', async () => {
      const { inbox } = store();
      await inbox.append({ id: 'a', event: 'push', body: '{}' });
      await inbox.append({ id: 'b', event: 'push', body: '{}' });
      const [one, two] = await Promise.all([inbox.claim(1), inbox.claim(1)]);
      expect([...one, ...two].map((delivery) => delivery.id).toSorted()).toEqual(['a', 'b']);
      expect(await inbox.claim(1)).toEqual([]);
      await inbox.release();
      expect((await inbox.claim(5)).map((delivery) => [delivery.id, delivery.attempt])).toEqual([
        ['a', 2],
        ['b', 2],
      ]);
    });

    it('still recognises a delivery that is done, and forgets it after its days', async () => {
      const { inbox, db } = store();
      const delivery = { id: 'a', event: 'push', body: '{}' };
      await inbox.append(delivery);
      await inbox.claim(1);
      await inbox.finish('a');
      expect(await inbox.countWaiting()).toBe(0);
      expect(await inbox.append(delivery)).toBe(false);
      expect(await inbox.forget(14)).toBe(0);
      await db.exec("update sprintgate.inbox set done_at = now() - interval '15 days'");
      expect(await inbox.forget(14)).toBe(1);
    });

    it('works one that was given up anew when GitHub redelivers it, and only that', async () => {
      const { inbox } = store();
      const delivery = { id: 'a', event: 'push', body: '{}' };
      await inbox.append(delivery);
      await inbox.claim(1);
      await inbox.postpone('a', { seconds: 0, error: 'GitHub is down' });
      expect(await inbox.append(delivery)).toBe(false);
      await inbox.finish('a', 'GitHub is down');
      expect(await inbox.append(delivery)).toBe(true);
      expect(await inbox.claim(1)).toEqual([{ ...delivery, attempt: 1 }]);
      await inbox.finish('a');
      expect(await inbox.append(delivery)).toBe(false);
    });

    it('puts a delivery that failed off', async () => {
      const { inbox } = store();
      await inbox.append({ id: 'a', event: 'push', body: '{}' });
      await inbox.claim(1);
      await inbox.postpone('a', { seconds: 60, error: 'GitHub is down' });
      expect(await inbox.claim(1)).toEqual([]);
      expect(await inbox.countWaiting()).toBe(1);
    });
  });
});

import { createHash } from 'node:crypto';
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
      expect(await inbox.forget()).toEqual({ bodies: 0, deliveries: 0 });
      await db.exec("update sprintgate.inbox set done_at = now() - interval '31 days'");
      expect(await inbox.forget()).toMatchObject({ deliveries: 1 });
    });

    it('keeps of an old body only its hash, and cannot replay it any more', async () => {
      const { inbox, db } = store();
      await inbox.append({ id: 'a', event: 'push', body: '{"ref":"ñ"}' });
      await inbox.claim(1);
      expect(await inbox.replay('a')).toBe(false);
      await inbox.finish('a');
      expect(await inbox.replay('a')).toBe(true);
      expect((await inbox.claim(1)).map(({ body, attempt }) => [body, attempt])).toEqual([['{"ref":"ñ"}', 1]]);
      await inbox.finish('a');
      await db.exec("update sprintgate.inbox set done_at = now() - interval '15 days'");
      expect(await inbox.forget()).toEqual({ bodies: 1, deliveries: 0 });
      expect(await inbox.replay('a')).toBe(false);
      expect(await inbox.append({ id: 'a', event: 'push', body: '{"ref":"ñ"}' })).toBe(false);
      const hash = createHash('sha256').update('{"ref":"ñ"}').digest('hex');
      expect(await db.query('select body, body_sha256 from sprintgate.inbox')).toEqual([{ body: null, body_sha256: hash }]);
    });

    it('keeps many deliveries at once, byte for byte, with few commits', async () => {
      const { inbox, db } = store();
      const many = Array.from({ length: 300 }, (_, at) => ({ id: `guid-${at}`, event: 'push', body: Buffer.from(`{"ref":"${'ñ'.repeat(at)}"}`) }));
      const fresh = await Promise.all([...many, ...many].map((delivery) => inbox.append(delivery)));
      // Of two that come at the same time either may be the first, and one is.
      expect(many.map((_, at) => Number(fresh[at]) + Number(fresh[at + many.length]))).toEqual(many.map(() => 1));
      const kept = await db.query<{ id: string; body: string }>("select id, convert_from(body, 'UTF8') as body from sprintgate.inbox");
      expect(new Map(kept.map(({ id, body }) => [id, body]))).toEqual(new Map(many.map(({ id, body }) => [id, body.toString()])));
      const [commits] = await db.query<{ count: number }>('select count(distinct xmin::text)::int as count from sprintgate.inbox');
      expect(commits?.count).toBeLessThan(10);
    });

    it('has a body again that was dropped, when a delivery that was given up is redelivered', async () => {
      const { inbox, db } = store();
      const delivery = { id: 'a', event: 'push', body: '{}' };
      await inbox.append(delivery);
      await inbox.finish('a', 'GitHub was down');
      await db.exec("update sprintgate.inbox set done_at = now() - interval '15 days'");
      await inbox.forget();
      expect(await inbox.append(delivery)).toBe(true);
      expect(await inbox.claim(1)).toEqual([{ ...delivery, attempt: 1 }]);
    });

    it('works one that was given up anew when GitHub redelivers it, and only that', async () => {
      const { inbox } = store();
      const delivery = { id: 'a', event: 'push', body: '{}' };
      await inbox.append(delivery);
      await inbox.claim(1);
      await inbox.postpone('a', { seconds: 0, error: 'GitHub is down', counts: true });
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
      await inbox.postpone('a', { seconds: 60, error: 'GitHub is down', counts: true });
      expect(await inbox.claim(1)).toEqual([]);
      expect(await inbox.countWaiting()).toBe(1);
    });
  });
});

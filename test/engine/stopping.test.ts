import { expect, it } from 'vitest';
import { pumpInbox } from '../../src/engine/pump-inbox.ts';
import { onEveryStore } from '../support/every-store.ts';
import { until } from '../support/until.ts';

const silent = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };

onEveryStore((store) => {
  it('an inbox stops though a delivery’s work never ends, and leaves it to the next', async () => {
    const { inbox } = store();
    await inbox.append({ id: 'endless', event: 'push', body: '{}' });
    let begun = false;
    const endless = async (): Promise<void> => {
      begun = true;
      await new Promise(() => undefined);
    };
    const pump = pumpInbox({ inbox, log: silent, work: endless, patience: 100 });
    await until('the work to begin', () => begun);
    await pump.stop();
    // As when its claim has ended.
    await inbox.release();
    const worked: string[] = [];
    const next = pumpInbox({ inbox, log: silent, work: async ({ id }) => void worked.push(id) });
    await next.idle();
    expect(worked).toEqual(['endless']);
    await next.stop();
  });

  it('a delivery whose work never ends holds up none of those after it, and is tried again', async () => {
    const { db, inbox } = store();
    for (const id of ['endless', 'next']) await inbox.append({ id, event: 'push', body: '{}' });
    const worked: string[] = [];
    const pump = pumpInbox({
      inbox,
      log: silent,
      longest: 200,
      work: async ({ id }) => (id === 'endless' ? new Promise<never>(() => undefined) : void worked.push(id)),
    });
    await pump.idle();
    await inbox.append({ id: 'later', event: 'push', body: '{}' });
    pump.wake();
    await pump.idle();
    await pump.stop();
    expect(worked).toEqual(['next', 'later']);
    const [left] = await db.query<{ error: string }>("select error from sprintgate.inbox where id = 'endless' and done_at is null");
    expect(left?.error).toMatch(/took longer than its time/);
  });
});

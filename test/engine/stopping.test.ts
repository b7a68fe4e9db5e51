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
});

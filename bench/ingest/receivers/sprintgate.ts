/** Sprintgate’s intake with its store, without work: the role `webhook`, on whatever database it is given. Started by bench.ts. */
import { Hono } from 'hono';
import { takeDeliveries } from '../../../src/app/intake/take-deliveries.ts';
import { listen } from '../../../src/app/listen.ts';
import { openStore } from '../../../src/store/open-store.ts';

const store = await openStore(process.env['DATABASE_URL'] ?? '');
const log = { debug: () => undefined, info: () => undefined, warn: console.warn, error: console.error };
const webhooks = takeDeliveries({ secret: process.env['WEBHOOK_SECRET'] ?? '', log, accept: (delivery) => store.inbox.append(delivery) });
process.on('SIGINT', () => process.exit(0));
await listen({ port: Number(process.env['PORT']), host: '127.0.0.1' }, { routes: new Hono(), webhooks });

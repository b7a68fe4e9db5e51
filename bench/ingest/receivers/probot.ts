/** A stock Probot app on its own server, as its documentation starts one; it has one handler, which does nothing. Started by bench.ts. */
import { generateKeyPairSync } from 'node:crypto';
import { Probot, Server } from 'probot';

const privateKey = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
const server = new Server({
  Probot: Probot.defaults({ appId: 42, privateKey, secret: process.env['WEBHOOK_SECRET'] ?? '' }),
  host: '127.0.0.1',
  port: Number(process.env['PORT']),
});
await server.load((app) => {
  app.onAny(async () => undefined);
});
await server.start();

/** The ceiling: checks the signature over the bytes and answers 202. Started by bench.ts. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer } from 'node:http';

const secret = process.env['WEBHOOK_SECRET'] ?? '';
const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const wanted = createHmac('sha256', secret).update(Buffer.concat(chunks)).digest();
    const given = Buffer.from(String(request.headers['x-hub-signature-256']).slice(7), 'hex');
    response.writeHead(given.length === wanted.length && timingSafeEqual(wanted, given) ? 202 : 401, { 'content-length': 0 });
    response.end();
  });
});
server.listen(Number(process.env['PORT']), '127.0.0.1');

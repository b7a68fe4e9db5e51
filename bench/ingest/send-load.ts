/**
 * Sends signed deliveries as fast as they are answered, over as many connections as it is told, and prints what it saw as JSON.
 * The requests are made beforehand but for their ids, and go over plain sockets, so that this process is not what is measured.
 * Usage: node bench/ingest/send-load.ts SECONDS CONNECTIONS PORT...
 */
import { createHmac, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { connect, type Socket } from 'node:net';

export interface Load {
  /** Deliveries that were acknowledged, a second. */
  readonly rate: number;
  readonly p50: number;
  readonly p99: number;
  /** Answers of any kind, those before the measurement included. */
  readonly answers: number;
  /** Answers other than 2xx. */
  readonly failed: number;
  /** Mean bytes of a body. */
  readonly bytes: number;
  /** Share of a core that this process used. */
  readonly busy: number;
}

interface Example {
  readonly name: string;
  readonly examples: readonly object[];
}

const [seconds = 1, connections = 50, ...ports] = process.argv.slice(2).map(Number);
const secret = process.env['WEBHOOK_SECRET'] ?? '';
const file = createRequire(import.meta.url).resolve('@octokit/webhooks-examples/api.github.com/index.json');
const events = JSON.parse(readFileSync(file, 'utf8')) as readonly Example[];
const requests = events.flatMap(({ name, examples }) => examples.map((example) => requestOf(name, Buffer.from(JSON.stringify(example)))));
// Ids differ from run to run, as GitHub's do: a receiver must not know them.
const run = randomBytes(6).toString('hex');
const times: number[] = [];
let sent = 0;
let failed = 0;
let answers = 0;
let measuring = false;

function requestOf(event: string, body: Buffer): { readonly before: string; readonly after: Buffer; readonly bytes: number } {
  const signature = createHmac('sha256', secret).update(body).digest('hex');
  const before = `POST /api/github/webhooks HTTP/1.1\r\nhost: 127.0.0.1\r\nuser-agent: GitHub-Hookshot/1\r\naccept: */*\r\ncontent-type: application/json\r\nx-github-event: ${event}\r\nx-hub-signature-256: sha256=${signature}\r\ncontent-length: ${body.length}\r\nx-github-delivery: `;
  return { before, after: Buffer.concat([Buffer.from('\r\n\r\n'), body]), bytes: body.length };
}

function sendNext(socket: Socket): void {
  const request = requests[sent % requests.length];
  if (!request) throw new Error('there are no examples');
  socket.cork();
  socket.write(`${request.before}${run}-${sent}`);
  socket.write(request.after);
  socket.uncork();
  sent += 1;
}

/** Whether a whole answer is there: all of these servers say its length or send it in chunks. */
function isWhole(answer: string): boolean {
  const head = answer.indexOf('\r\n\r\n');
  if (head === -1) return false;
  const length = /content-length: (\d+)/i.exec(answer)?.[1];
  return length === undefined ? answer.endsWith('0\r\n\r\n') : answer.length >= head + 4 + Number(length);
}

function work(port: number): Socket {
  const socket = connect(port, '127.0.0.1').setNoDelay();
  let answer = '';
  let began = performance.now();
  socket.setEncoding('latin1');
  socket.on('connect', () => sendNext(socket));
  socket.on('data', (text: string) => {
    answer += text;
    if (!isWhole(answer)) return;
    const ended = performance.now();
    answers += 1;
    if (measuring) {
      times.push(ended - began);
      if (!answer.startsWith('HTTP/1.1 2')) failed += 1;
    }
    answer = '';
    began = ended;
    sendNext(socket);
  });
  return socket;
}

const sockets = Array.from({ length: connections }, (_, at) => work(ports[at % ports.length] ?? 0));
const pause = (ms: number) => new Promise((resolve) => void setTimeout(resolve, ms));
await pause(1_000);
measuring = true;
const [began, cpu] = [performance.now(), process.cpuUsage()];
await pause(seconds * 1_000);
measuring = false;
const elapsed = performance.now() - began;
const used = process.cpuUsage(cpu);
for (const socket of sockets) socket.destroy();
times.sort((a, b) => a - b);
const at = (share: number) => times[Math.floor(times.length * share)] ?? NaN;
const load: Load = {
  rate: ((times.length - failed) / elapsed) * 1_000,
  p50: at(0.5),
  p99: at(0.99),
  answers,
  failed,
  bytes: requests.reduce((sum, { bytes }) => sum + bytes, 0) / requests.length,
  busy: (used.user + used.system) / 1_000 / elapsed,
};
console.log(JSON.stringify(load));

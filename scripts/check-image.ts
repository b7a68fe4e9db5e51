// What the Dockerfile builds, without Docker: the same files and the same `npm ci` in a folder, owned by root and not to be
// written, and the same command started there by another user. `npm run check:image` says whether it takes webhooks, how
// large it is, and where it writes. Run as root, or the user stays the same and only the modes protect the folder.
import { execFileSync, spawn } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { chmodSync, chownSync, cpSync, existsSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const uid = 10_001;
const root = process.getuid?.() === 0;
const folder = mkdtempSync(join(tmpdir(), 'sprintgate-image-'));
const app = join(folder, 'app');
const data = join(folder, 'data');
const temporary = join(folder, 'tmp');

function copyFiles(): void {
  const dockerfile = readFileSync('deploy/Dockerfile', 'utf8');
  for (const [, paths = ''] of dockerfile.matchAll(/^COPY (?!--from)(.+) \S+$/gm)) {
    for (const path of paths.split(' ')) cpSync(path, join(app, path), { recursive: true });
  }
  const install = /^RUN npm (ci [^&]+) &&/m.exec(dockerfile)?.[1];
  if (install === undefined) throw new Error('deploy/Dockerfile has no `RUN npm ci …` any more');
  execFileSync('npm', install.trim().split(' '), { cwd: app, stdio: ['ignore', 'ignore', 'inherit'] });
}

/** Makes everything readable and nothing writable, and gives the bytes in all. */
function seal(path: string): number {
  const stat = lstatSync(path);
  if (stat.isSymbolicLink()) return 0;
  const bytes = stat.isDirectory() ? readdirSync(path).reduce((sum, name) => sum + seal(join(path, name)), 0) : stat.size;
  chmodSync(path, stat.isDirectory() ? 0o555 : 0o444);
  return bytes;
}

async function firstAnswer(url: string, ended: () => boolean): Promise<Response> {
  const deadline = performance.now() + 60_000;
  while (performance.now() < deadline && !ended()) {
    const answer = await fetch(url).catch(() => null);
    if (answer) return answer;
    await new Promise((resolve) => {
      setTimeout(resolve, 200);
    });
  }
  throw new Error(ended() ? 'the process ended' : 'the process does not answer');
}

const github = createServer((_request, response) => response.writeHead(404, { 'content-type': 'application/json' }).end('{"message":"Not Found"}'));
try {
  mkdirSync(app, { recursive: true });
  copyFiles();
  const megabytes = Math.round(seal(app) / 1024 / 1024);
  for (const path of [data, temporary]) {
    mkdirSync(path);
    if (root) chownSync(path, uid, uid);
  }
  chmodSync(folder, 0o755);
  await new Promise<void>((resolve) => {
    github.listen(0, '127.0.0.1', resolve);
  });
  const address = github.address();
  const env = {
    PATH: `${dirname(process.execPath)}:${process.env['PATH'] ?? ''}`,
    NODE_ENV: 'production',
    HOME: '/nonexistent',
    TMPDIR: temporary,
    APP_ID: '1',
    PRIVATE_KEY: generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    WEBHOOK_SECRET: 'of-this-check',
    PORT: '38371',
    METRICS_PORT: '38372',
    HOST: '127.0.0.1',
    DATABASE_URL: join(data, 'sprintgate'),
    GITHUB_API_URL: `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`,
  };
  const child = spawn(process.execPath, ['src/cli/sprintgate.ts', 'serve'], {
    cwd: app,
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
    ...(root ? { uid, gid: uid } : {}),
  });
  const ready = await firstAnswer(`http://127.0.0.1:38372/readyz`, () => child.exitCode !== null);
  const said = await ready.text();
  const figures = await (await fetch('http://127.0.0.1:38372/metrics')).text();
  const exit = new Promise<number | null>((resolve) => {
    child.once('exit', resolve);
  });
  child.kill('SIGTERM');
  const code = await exit;
  const good = ready.ok && code === 0 && figures.includes('sprintgate_build_info') && existsSync(join(data, 'sprintgate'));
  process.stdout.write(
    `/app: ${megabytes} MB, not written; run as ${root ? `user ${uid}` : 'this user'}\n/readyz: ${ready.status} ${said}\nSIGTERM: exit code ${code}\n`,
  );
  process.stdout.write(good ? 'the image’s content works\n' : 'the image’s content does NOT work\n');
  process.exitCode = good ? 0 : 1;
} finally {
  github.close();
  execFileSync('chmod', ['-R', 'u+w', folder]);
  rmSync(folder, { recursive: true, force: true });
}

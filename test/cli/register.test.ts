import { join } from 'node:path';
import { generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { printReceiptKey } from '../../src/core/people/receipt-public-key.ts';
import { signReceipt } from '../../src/core/people/sign-receipt.ts';
import { decision } from '../core/people/people-fixtures.ts';
import { type Acme, startAcme } from '../rehearsal/github/acme.ts';
import { runProcess } from '../support/run-process.ts';

const root = join(import.meta.dirname, '../..');
const keys = generateKeyPairSync('ed25519');
const config = `playbook: construir@1
locale: en
tier: 2
product: ml
schedule: { start: 2027-01-11, sprint: 2w, timezone: America/Mexico_City, profile: standard }
authorities:
  architecture-review: { users: [ana] }
`;
let acme: Acme;
beforeAll(async () => {
  acme = await startAcme();
  const { github, repository } = acme;
  github.people.commit({ repository, as: 'ana', files: { '.github/sprintgate.yml': config }, message: 'config' });
});
afterAll(() => acme.github.close());

function register(...words: string[]) {
  return runProcess({
    script: join(root, 'src/cli/sprintgate.ts'),
    arguments: ['register', '--repo', 'acme/shop', ...words],
    env: { GITHUB_TOKEN: 'ghp_ana', GITHUB_API_URL: acme.github.apiUrl },
    cwd: root,
  });
}

// Each run starts a process that loads the whole CLI.
describe('the register on the command line', { timeout: 30_000 }, () => {
  test('says that nothing is accepted while nobody decided anything', async () => {
    expect(await register()).toMatchObject({ code: 0, stdout: 'Nothing is accepted now.\n', stderr: '' });
  });

  test('lists what the receipts say, and tells nothing without their key', async () => {
    const { github, repository } = acme;
    github.people.commit({ repository, as: 'luis', branch: 'work', files: { 'a.ts': 'export {};\n' }, message: 'work' });
    const pull = github.people.openPull({ repository, as: 'luis', head: 'work', title: 'Work' });
    const hold = decision('hold', `pull/${pull.number}`, { repository: repository.id, reason: 'wait for the opinion' });
    await acme.bot.rest.issues.createComment({ ...acme.at, issue_number: pull.number, body: signReceipt(hold, { privateKey: keys.privateKey, locale: 'en' }) });
    const slug = (await acme.bot.rest.issues.listComments({ ...acme.at, issue_number: pull.number })).data[0]?.user?.login.replace('[bot]', '') ?? '';
    const { code, stdout, stderr } = await register('--app-slug', slug, '--receipt-key', printReceiptKey(keys.publicKey));
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain(`| Hold: #${pull.number}<br>`);
    expect(stdout).toContain('wait for the opinion');
    const unread = await register('--app-slug', slug);
    expect(unread.code).toBe(2);
    expect(unread.stderr).toContain('the decisions cannot be read');
  });
});

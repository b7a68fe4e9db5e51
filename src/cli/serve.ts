import { Command } from 'commander';
import { InputError } from '../core/errors/input-error.ts';
import { serveApp } from '../app/serve-app.ts';
import { checkApp } from '../app/check/check-app.ts';
import type { Finding } from '../app/check/finding.ts';
import { readEnvironment } from '../app/read-environment.ts';
import { unknownSettings } from '../app/settings/unknown-settings.ts';
import { printLine, styled } from './print.ts';

export const serveCommand = new Command('serve')
  .description('Run the GitHub App: take webhooks, gate, report, keep the ledger. Stops cleanly on SIGTERM.')
  .option('--check', 'start nothing: look at settings, database and GitHub, print what was found, end with 0 or 1')
  .addHelpText(
    'after',
    `
Settings, from the environment:
  APP_ID, PRIVATE_KEY (or PRIVATE_KEY_PATH), WEBHOOK_SECRET   required
  PRIVATE_KEY_FILE, WEBHOOK_SECRET_FILE, DATABASE_URL_FILE, METRICS_TOKEN_FILE   the same, read from a file
  PORT             3000
  HOST             every address
  DATABASE_URL     .data/sprintgate: a folder for the embedded database, or postgres://…
  PLAYBOOKS_DIR    a folder of your own playbooks, one folder each
  GITHUB_API_URL   https://api.github.com, or https://HOST/api/v3
  CLIENT_ID, CLIENT_SECRET, BASE_URL, SESSION_SECRET   switch the pages on; CLIENT_SECRET_FILE, SESSION_SECRET_FILE
  SESSION_HOURS    12
  METRICS_PORT, METRICS_TOKEN   serve /metrics there, or to who shows the token
  LOG_LEVEL        info`,
  )
  .action(async ({ check }: { readonly check?: true }) => {
    if (check) return printFindings(await checkApp(process.env));
    const environment = readEnvironment(process.env);
    for (const warning of unknownSettings(process.env)) console.error(warning);
    if (!environment)
      throw new InputError('APP_ID, PRIVATE_KEY and WEBHOOK_SECRET are not set; they are those of your GitHub App. To see Sprintgate without one: npm start.');
    await serveApp(environment);
  });

const signs = { good: styled('green', '✓'), note: styled('yellow', '!'), bad: styled('red', '✗') } as const;

function printFindings(findings: readonly Finding[]): void {
  const width = Math.max(...findings.map(({ about }) => about.length));
  for (const { about, state, says } of findings) printLine(`${signs[state]} ${about.padEnd(width)}  ${says}`);
  if (findings.some(({ state }) => state === 'bad')) process.exitCode = 1;
}

import { Command } from 'commander';
import { readEnvironment } from '../app/read-environment.ts';
import { badgeToken } from '../core/badge/badge-token.ts';
import { InputError } from '../core/errors/input-error.ts';
import { badgeKinds } from '../web/badge/badge.ts';
import { githubClient, repositoryName } from './github-client.ts';
import { printJson, printLine } from './print.ts';

interface BadgeOptions {
  readonly repo: string;
  readonly json?: true;
}

export const badgeCommand = new Command('badge')
  .description('Print the addresses of a repository’s badges: with their token where it is private.')
  .requiredOption('--repo <owner/name>', 'the repository (GITHUB_TOKEN, GITHUB_API_URL)')
  .option('--json', 'print `[{ kind, url }]`')
  .addHelpText(
    'after',
    `
It needs the settings of the server, the pages' BASE_URL among them. Who has the address of a private repository's badge sees its
figures, and nothing else; another private key of the App ends all of these addresses.

Example:
  GITHUB_TOKEN=… sprintgate badge --repo acme/scoring`,
  )
  .action(async ({ repo, json }: BadgeOptions) => {
    const environment = readEnvironment(process.env);
    if (!environment?.pages)
      throw new InputError('the pages are off; give the settings of the server, with CLIENT_ID, CLIENT_SECRET, BASE_URL and SESSION_SECRET.');
    const { data } = await githubClient(process.env).rest.repos.get({ ...repositoryName(repo) });
    const query = data.private ? `?token=${badgeToken(environment.privateKey, data.id)}` : '';
    const { baseUrl } = environment.pages;
    const badges = badgeKinds.map((kind) => ({ kind, url: `${baseUrl}/r/${data.full_name}/badge/${kind}.svg${query}` }));
    if (json) return printJson(badges);
    for (const { kind, url } of badges) printLine(`[![${kind}](${url})](${baseUrl}/r/${data.full_name})`);
  });

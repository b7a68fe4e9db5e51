import { Octokit } from '@octokit/rest';
import { type GitHub, nameApiVersion } from './client.ts';
import { wholeAnswers } from './whole-answers.ts';

/** GitHub by a token, for shells without a server. It prints nothing: a file that is not there is an answer, no trouble. */
export function tokenClient(options: { readonly token: string; readonly apiUrl: string; readonly userAgent: string }): GitHub {
  const silent = () => undefined;
  const octokit = new Octokit({
    auth: options.token,
    baseUrl: options.apiUrl.replace(/\/+$/, ''),
    userAgent: options.userAgent,
    log: { debug: silent, info: silent, warn: silent, error: silent },
  });
  nameApiVersion(octokit);
  wholeAnswers(octokit);
  return octokit;
}

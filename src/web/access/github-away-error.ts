/** GitHub does not say now whether somebody may look: they may not. */
export class GitHubAwayError extends Error {
  override readonly name = 'GitHubAwayError';
}

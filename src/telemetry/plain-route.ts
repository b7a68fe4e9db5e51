// Octokit's pagination asks by address. What may follow the names in it: a word beside these could be somebody's.
const words = new Set(
  'actions artifacts alerts check-runs check-suites code-scanning collaborators comments commits deliveries deployments events files hook installation installations issues jobs labels members milestones pending_deployments pulls repositories reviews rules rulesets runs statuses sub_issues teams timeline'.split(
    ' ',
  ),
);

/** A route with its placeholders as GitHub's reference writes it, without anybody's name or number; an address that could name something else is `other`. */
export function plainRoute(route: string): string {
  const general = route
    .replace(/^([A-Z]+ )\/repos\/[^/{]+\/[^/{]+/, '$1/repos/{owner}/{repo}')
    .replace(/^([A-Z]+ )\/orgs\/[^/{]+/, '$1/orgs/{org}')
    .replace(/\/\d+(?=\/|$)/g, '/{id}')
    .replace(/\/[0-9a-f]{40}(?=\/|$)/g, '/{sha}');
  const [, rest = ''] = /^[A-Z]{3,7} \/(?:repos\/\{owner\}\/\{repo\}|orgs\/\{org\})(\/.*)$/.exec(general) ?? [];
  const named = general !== route && rest.split('/').some((part) => part !== '' && !part.startsWith('{') && !words.has(part));
  const template = /^[A-Z]{3,7} \/(?:[a-z_-]+|\{[a-z_]+\})(?:\/(?:[a-z_-]+|\{[a-z_]+\}))*$/.test(general);
  return template && !named && !/ \/(?:repos|orgs|users|enterprises)\/[^{]/.test(general) ? general : 'other';
}

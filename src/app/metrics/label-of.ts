import { eventTable } from '../../github/events/event-table.ts';

const gates = new Set(['coverage', 'checkpoint', 'quality', 'readiness', 'policy']);
const resources = new Set(['core', 'graphql', 'search', 'content', 'content-minute', 'content-hour', 'secondary', 'concurrency']);

/** An event as a label: one of those that we work, or `other`. Who sends webhooks must not choose how many series there are. */
export function eventLabel(event: string): string {
  return Object.hasOwn(eventTable, event) ? event : 'other';
}

/** A gate as a label; those of an operator's own playbook are `other`. */
export function gateLabel(gate: string): string {
  return gates.has(gate) ? gate : 'other';
}

/** One of GitHub's limits as a label. */
export function resourceLabel(resource: string): string {
  return resources.has(resource) ? resource : 'other';
}

/** The kind of a printed key: `9412/pull/12` is `pull`. */
export function kindLabel(key: string): string {
  return /^\d+\/([a-z]+)(?:\/|$)/.exec(key)?.[1] ?? 'other';
}

// Octokit's pagination asks by address. What may follow the names in it: a word beside these could be somebody's.
const words = new Set(
  'actions artifacts alerts check-runs check-suites code-scanning collaborators comments commits deliveries deployments events files hook installation installations issues jobs labels members milestones pending_deployments pulls repositories reviews rules rulesets runs statuses sub_issues teams timeline'.split(
    ' ',
  ),
);

/** A route as GitHub's reference writes it, with its placeholders; an address that could name something else is `other`. */
export function routeLabel(route: string): string {
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

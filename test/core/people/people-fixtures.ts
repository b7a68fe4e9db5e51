import { wrapMarked } from '../../../src/core/markers/marker.ts';
import type { AuthorityProof, HeldName } from '../../../src/core/people/authority-proof.ts';
import type { ConversationComment, ConversationSnapshot } from '../../../src/core/people/conversation-snapshot.ts';
import type { Decision, Person } from '../../../src/core/people/decision.ts';
import type { MergedPull } from '../../../src/core/people/merged-work.ts';
import type { Policy } from '../../../src/core/policy/policy.ts';
import { resolvePolicy } from '../../../src/core/policy/resolve-policy.ts';
import type { IssueFacts, MilestoneFacts, RepositoryFacts } from '../../../src/core/snapshot/facts.ts';
import { loadPlaybook } from '../../../src/engine/load-playbook.ts';

const loaded = await loadPlaybook('construir@1');

export const authorities = `
authorities:
  architecture-review: { teams: [acme/architects], count: 1 }
  model-performance: { any: [ { teams: [acme/science] }, { roles: [maintain] } ] }
  security-review: { all: [ { teams: [acme/security] }, { users: [ciso] } ] }
  sre-review: { teams: [acme/sre], count: 2 }
  security-team: { teams: [acme/security] }
  compliance: { users: [lawyer] }
  escalation: { users: [boss] }
`;

/** A policy of the method itself; `more` is further YAML. The sprints begin on 2027-01-11 and are two weeks each. */
export function policyOf(more = authorities, locale = 'en'): Policy {
  const text = `playbook: construir@1\nlocale: ${locale}\ntier: 2\nproduct: ml\nschedule: { start: 2027-01-11, sprint: 2w, timezone: America/Mexico_City, profile: standard }\n${more}`;
  const { policy, problems } = resolvePolicy({ loaded, organisation: null, repository: { file: '.github/sprintgate.yml', text } });
  if (!policy) throw new Error(problems.map((problem) => `${problem.line} ${problem.message}`).join('\n'));
  return policy;
}

export const repository: RepositoryFacts = {
  id: 9412,
  owner: 'acme',
  name: 'aval',
  ownerType: 'Organization',
  defaultBranch: 'main',
  fork: false,
  archived: false,
  hasIssues: true,
  htmlUrl: 'https://github.com/acme/aval',
};

let nextId = 1;
/** A person; the same login is always the same id. */
const ids = new Map<string, number>();
export function person(login: string, type: Person['type'] = 'User'): Person {
  const id = ids.get(login) ?? 100 + nextId++;
  ids.set(login, id);
  return { id, login, type };
}

export const team = (name: string): HeldName => ({ kind: 'team', name: `acme/${name}` });
export const user = (name: string): HeldName => ({ kind: 'user', name });

export function proof(
  login: string,
  ...[authority, via, more = {}]: [authority: string, via: readonly HeldName[], more?: Partial<AuthorityProof>]
): AuthorityProof {
  return { userId: person(login).id, authority, via, invited: [], unknown: [], checkedAt: '2027-01-20T12:00:00Z', ...more };
}

export function comment(body: string, by = 'ana', more: Partial<ConversationComment> = {}): ConversationComment {
  return {
    id: 5000,
    body,
    author: person(by),
    appId: null,
    createdAt: '2027-01-20T12:00:00Z',
    updatedAt: '2027-01-20T12:00:00Z',
    url: 'https://github.com/acme/aval/issues/7#issuecomment-5000',
    ...more,
  };
}

export function issue(number: number, item: string | null, more: Partial<IssueFacts> = {}): IssueFacts {
  const body = item === null ? '' : wrapMarked('.', item, 'words');
  return {
    id: number * 10,
    number,
    title: `Issue ${number}`,
    body,
    state: 'open',
    author: person('sprintgate[bot]', 'Bot'),
    milestone: null,
    labels: [],
    parent: null,
    url: `https://github.com/acme/aval/issues/${number}`,
    ...more,
  };
}

export function milestone(number: number, key: string): MilestoneFacts {
  return { number, title: 'Whatever people call it', description: wrapMarked('.', key, 'words'), state: 'open', dueOn: null };
}

export function merged(number: number, author: string, more: Partial<MergedPull> = {}): MergedPull {
  return { number, mergedAt: '2027-01-15T12:00:00Z', author: person(author).id, pushers: [], committers: [], milestoneDescription: null, ...more };
}

// Each decision is a second later than the one before it, whichever file of the same worker made that.
let decided = 0;
export function decision(
  kind: Decision['kind'],
  subject: string,
  more: Partial<Decision> & { readonly login?: string; readonly as?: string; readonly via?: readonly HeldName[] } = {},
): Decision {
  const { login = 'ana', as = subject, via = [team('architects')], ...rest } = more;
  decided += 1;
  return {
    id: `d-${String(decided).padStart(16, '0')}`,
    kind,
    repository: repository.id,
    unit: '.',
    subject,
    by: person(login),
    at: new Date(Date.UTC(2027, 0, 20, 12, 0, decided)).toISOString().replace('.000Z', 'Z'),
    proof: { authority: as, via, checkedAt: '2027-01-20T12:00:00Z' },
    source: { commentId: 9000 + decided, bodyHash: 'hash', line: 1, issue: 7, url: 'https://github.com/acme/aval/issues/7' },
    commits: { from: null, to: 'c'.repeat(40) },
    reason: null,
    link: null,
    until: null,
    conditions: [],
    ...rest,
  };
}

/** A conversation on issue 7, the architecture review's own, in which Ana of the architects holds the authority. */
export function conversation(comments: readonly ConversationComment[], more: Partial<ConversationSnapshot> = {}): ConversationSnapshot {
  return {
    now: '2027-01-20T18:00:00Z',
    repository,
    policy: inForce(policyOf()),
    issue: issue(7, 's00.checkpoint'),
    pull: null,
    comments,
    processed: [],
    proofs: [proof('ana', 'architecture-review', [team('architects')]), proof('ana', 'escalation', [])],
    holders: {},
    decisions: [],
    seeded: [issue(7, 's00.checkpoint'), issue(17, 's01.checkpoint')],
    work: { pulls: [merged(1, 'dev')], directPushes: [] },
    defaultBranchSha: 'd'.repeat(40),
    appId: 77,
    ...more,
  };
}

export function inForce(policy: Policy): ConversationSnapshot['policy'] {
  return { kind: 'in-force', policy, commit: 'a'.repeat(40), problems: [], lastGood: false };
}

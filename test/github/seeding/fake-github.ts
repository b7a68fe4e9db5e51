import { Octokit } from '@octokit/rest';
import type { GitHub } from '../../../src/github/client.ts';

interface Milestone {
  number: number;
  title: string;
  description: string;
  state: string;
  due_on: string | null;
  creator: object;
}
interface Issue {
  id: number;
  number: number;
  title: string;
  body: string;
  state: string;
  user: { id: number; login: string; type: string };
  milestone: number | null;
  labels: string[];
  parent: number | null;
  pull: boolean;
}
interface Request {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: Record<string, unknown>;
}

/** What happens instead of, or after, a write: an answer, a lost answer, or death. */
export type Fault = (request: Request, writes: number) => { readonly before?: Response; readonly after?: Response } | 'die-before' | 'die-after' | null;

export interface FakeGitHub {
  readonly github: GitHub;
  readonly labels: { name: string; color: string; description: string }[];
  readonly milestones: Milestone[];
  readonly issues: Issue[];
  reads: number;
  writes: number;
  fault: Fault;
  /** What issues say of their parent: its address or null, only its address, or nothing as older servers do. */
  parentField: 'always' | 'when-linked' | 'never';
  hasSubIssues: boolean;
  dead: boolean;
}

export const bot = { id: 7, login: 'sprintgate[bot]', type: 'Bot' };

/** A GitHub with state, as far as seeding uses it, behind a real Octokit. */
export function fakeGitHub(): FakeGitHub {
  const world: FakeGitHub = {
    github: new Octokit({ request: { fetch: (url: string, init: RequestInit) => answer(world, url, init) }, log: silent }),
    labels: [],
    milestones: [],
    issues: [],
    reads: 0,
    writes: 0,
    fault: () => null,
    parentField: 'always',
    hasSubIssues: true,
    dead: false,
  };
  return world;
}

const silent = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };

/** Everything but the counters: two worlds with equal states are equal. */
export function stateOf(world: FakeGitHub): unknown {
  return structuredClone({ labels: world.labels, milestones: world.milestones, issues: world.issues });
}

export function addIssue(world: FakeGitHub, change: Partial<Issue> = {}): Issue {
  const number = world.issues.length + 1;
  const issue: Issue = {
    id: number * 1000 + 7,
    number,
    title: `Issue ${number}`,
    body: '',
    state: 'open',
    user: bot,
    milestone: null,
    labels: [],
    parent: null,
    pull: false,
    ...change,
  };
  world.issues.push(issue);
  return issue;
}

async function answer(world: FakeGitHub, url: string, init: RequestInit): Promise<Response> {
  if (world.dead) throw new Error('socket hang up');
  const { pathname, searchParams } = new URL(url);
  const request: Request = {
    method: init.method ?? 'GET',
    path: decodeURIComponent(pathname).replace('/repos/acme/app', ''),
    query: searchParams,
    body: typeof init.body === 'string' ? (JSON.parse(init.body) as Record<string, unknown>) : {},
  };
  if (request.method === 'GET') {
    world.reads += 1;
    return read(world, request);
  }
  // An old server: what GraphQL would tell at once is asked of REST.
  if (request.path === '/graphql') return problem(404, 'Not Found');
  const fault = world.fault(request, world.writes + 1);
  if (fault === 'die-before') return die(world);
  if (fault !== null && fault !== 'die-after' && fault.before) return fault.before;
  world.writes += 1;
  const response = write(world, request);
  if (fault === 'die-after') return die(world);
  return fault?.after ?? response;
}

function die(world: FakeGitHub): never {
  world.dead = true;
  throw new Error('socket hang up');
}

function read(world: FakeGitHub, { path, query }: Request): Response {
  const of = /^\/issues\/(\d+)(\/sub_issues)?$/.exec(path);
  if (of?.[2] !== undefined)
    return world.hasSubIssues
      ? page(
          world.issues.filter((issue) => issue.parent === Number(of[1])).map((issue) => show(world, issue)),
          query,
        )
      : problem(404, 'Not Found');
  if (of) return json(200, show(world, world.issues[Number(of[1]) - 1]));
  if (path === '/labels') return page(world.labels, query);
  if (path === '/milestones')
    return page(
      world.milestones.filter((milestone) => query.get('state') === 'all' || milestone.state === 'open'),
      query,
    );
  if (path !== '/issues') return problem(404, 'Not Found');
  const creator = query.get('creator');
  const label = query.get('labels');
  const found = world.issues.filter(
    (issue) =>
      (creator === null || issue.user.login === creator) &&
      (label === null || issue.labels.includes(label)) &&
      (query.get('state') === 'all' || issue.state === 'open'),
  );
  return page(
    found.map((issue) => show(world, issue)),
    query,
  );
}

function write(world: FakeGitHub, { method, path, body }: Request): Response {
  const at = /^\/(issues|milestones)\/(\d+)(?:\/(labels|sub_issues))?$/.exec(path);
  const number = Number(at?.[2]);
  if (method === 'POST' && path === '/labels') return createLabel(world, body);
  if (method === 'POST' && path === '/milestones') return createMilestone(world, body);
  if (method === 'POST' && path === '/issues') {
    const labels = body.labels as string[];
    for (const name of labels) if (!world.labels.some((label) => label.name === name)) world.labels.push({ name, color: 'ededed', description: '' });
    const issue = addIssue(world, {
      title: String(body.title),
      body: String(body.body),
      labels: [...labels],
      milestone: (body.milestone as number | undefined) ?? null,
    });
    return json(201, show(world, issue));
  }
  if (at?.[3] === 'sub_issues') return addSubIssue(world, number, Number(body.sub_issue_id));
  if (at?.[3] === 'labels') world.issues[number - 1]?.labels.push(...(body.labels as string[]));
  else if (at?.[1] === 'milestones')
    Object.assign(world.milestones[number - 1] ?? {}, { ...body, ...(body.due_on === undefined ? {} : { due_on: pacific(String(body.due_on)) }) });
  else if (at) Object.assign(world.issues[number - 1] ?? {}, body);
  return json(200, {});
}

function createLabel(world: FakeGitHub, body: Record<string, unknown>): Response {
  const name = String(body.name);
  if (world.labels.some((label) => label.name.toLowerCase() === name.toLowerCase())) return exists('Label');
  if (String(body.description).length > 100) return problem(422, 'Validation Failed');
  world.labels.push({ name, color: String(body.color), description: String(body.description) });
  return json(201, {});
}

function createMilestone(world: FakeGitHub, body: Record<string, unknown>): Response {
  if (world.milestones.some((milestone) => milestone.title === body.title)) return exists('Milestone');
  const milestone: Milestone = {
    number: world.milestones.length + 1,
    title: String(body.title),
    description: String(body.description),
    state: 'open',
    due_on: pacific(String(body.due_on)),
    creator: bot,
  };
  world.milestones.push(milestone);
  return json(201, milestone);
}

function addSubIssue(world: FakeGitHub, parent: number, id: number): Response {
  const child = world.issues.find((issue) => issue.id === id);
  if (!world.hasSubIssues || !child) return problem(404, 'Not Found');
  if (child.parent !== null || world.issues.filter((issue) => issue.parent === parent).length >= 100) return problem(422, 'Issue may only have one parent');
  child.parent = parent;
  return json(201, show(world, child));
}

function show(world: FakeGitHub, issue: Issue | undefined): object {
  if (issue === undefined) return {};
  const { parent, pull, milestone, labels, ...rest } = issue;
  const url = parent === null ? null : `https://api.github.com/repos/acme/app/issues/${parent}`;
  const shown = world.parentField === 'always' || (world.parentField === 'when-linked' && url !== null);
  return {
    ...rest,
    labels: labels.map((name) => world.labels.find((label) => label.name === name) ?? { name }),
    milestone: milestone === null ? null : { number: milestone },
    html_url: `https://github.com/acme/app/issues/${issue.number}`,
    ...(pull ? { pull_request: {} } : {}),
    ...(shown ? { parent_issue_url: url } : {}),
  };
}

/** GitHub keeps the day at midnight Pacific. */
function pacific(instant: string): string {
  const day = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Los_Angeles' }).format(new Date(instant));
  return `${day}T08:00:00Z`;
}

function page(all: readonly unknown[], query: URLSearchParams): Response {
  const size = Number(query.get('per_page') ?? 30);
  const number = Number(query.get('page') ?? 1);
  const more = all.length > size * number;
  return json(200, all.slice(size * (number - 1), size * number), more ? { link: `<https://api.github.com/x?page=${number + 1}>; rel="next"` } : {});
}

export function json(status: number, value: unknown, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(value), { status, headers: { 'content-type': 'application/json', ...headers } });
}

export function problem(status: number, message: string, headers: Record<string, string> = {}): Response {
  return json(status, { message }, headers);
}

function exists(resource: string): Response {
  return json(422, { message: 'Validation Failed', errors: [{ resource, code: 'already_exists', field: 'name' }] });
}

import { addDays } from '../../core/calendar/calendar-day.ts';
import type { KnownCommand } from '../../core/commands/command.ts';
import { parseCommands } from '../../core/commands/parse-commands.ts';
import { sha256 } from '../../core/markers/digest.ts';
import { checkpointOfIssue } from '../../core/people/checkpoint-issue.ts';
import { commandNeeds, type CommandNeeds } from '../../core/people/command-needs.ts';
import type { ConversationComment, ConversationSnapshot, ProcessedMark } from '../../core/people/conversation-snapshot.ts';
import { isOwnComment } from '../../core/people/own-replies.ts';
import { plannedIssues } from '../../core/people/planned-issues.ts';
import { openReviews } from '../../core/people/sign-off-reviews.ts';
import { workSince } from '../../core/people/work-since.ts';
import type { Policy } from '../../core/policy/policy.ts';
import type { AuthorityProof } from '../../core/people/authority-proof.ts';
import type { IssueFacts, MilestoneFacts } from '../../core/snapshot/facts.ts';
import type { GitHub, RepositoryName } from '../client.ts';
import { restWorld } from '../look/rest-world.ts';
import type { World } from '../look/world.ts';
import { orNullIfGone } from '../or-null-if-gone.ts';
import { readMergedSince } from '../snapshot/read-merged-since.ts';
import { toComment, toIssue } from '../snapshot/to-facts.ts';
import { proveAuthority } from './prove-authority.ts';
import { readContributors } from './read-contributors.ts';
import { readEdits } from './read-edits.ts';
import { readHolders } from './read-holders.ts';
import { readPlannedIssues } from './read-planned-issues.ts';
import { readMergedWork } from './read-merged-work.ts';
import { type ReadUser, userReader } from './user-reader.ts';
import { withReviews } from './read-reviews.ts';

/** What the shell knows besides GitHub. */
export type KnownConversation = Pick<ConversationSnapshot, 'now' | 'repository' | 'policy' | 'processed' | 'decisions' | 'seeded' | 'milestones' | 'appId'> & {
  readonly number: number;
  /** The comments, where the shell has listed them already. */
  readonly comments?: readonly ConversationComment[];
  /** Look-ups that may be a minute old, for commands that only explain. A decision is always told anew. */
  readonly explainHolders?: typeof readHolders;
  /** Who answers what is asked about the repository; left out, the REST API. */
  readonly world?: World;
  /** Marks of reviews, by their ids. */
  readonly marksOf?: (ids: readonly number[]) => Promise<readonly ProcessedMark[]>;
  /** The backlog, where no comment asked for it but a review does. */
  readonly readBacklog?: () => Promise<{ readonly issues: readonly IssueFacts[]; readonly milestones: readonly MilestoneFacts[] }>;
};

/** Teams begin before the first day of their schedule; what is older than this is not the method's work. */
const daysBeforeStart = 60;

interface OpenCommand {
  readonly comment: ConversationComment;
  readonly command: KnownCommand;
}

/**
 * Reads the comments of an issue or pull request, and of the rest of the world only what its open commands need: a comment
 * without a command costs two requests. Null when it was deleted.
 */
export async function readConversation(github: GitHub, known: KnownConversation): Promise<ConversationSnapshot | null> {
  const {
    repository,
    policy,
    number,
    comments: given,
    marksOf,
    readBacklog,
    explainHolders = readHolders,
    world = restWorld(github, repository),
    ...rest
  } = known;
  const name = { owner: repository.owner, repo: repository.name };
  const read = await orNullIfGone(() =>
    Promise.all([
      github.rest.issues.get({ ...name, issue_number: number }),
      given ?? github.paginate(github.rest.issues.listComments, { ...name, issue_number: number, per_page: 100 }).then((all) => all.map(toComment)),
    ]),
  );
  if (read === null) return null;
  const [{ data: issue }, listed] = read;
  const comments = listed.toSorted((a, b) => a.id - b.id);
  const bare: ConversationSnapshot = {
    ...rest,
    repository,
    policy,
    issue: toIssue(issue),
    pull: null,
    comments,
    proofs: [],
    holders: {},
    work: { pulls: [], directPushes: [] },
    defaultBranchSha: '',
  };
  if (policy.kind !== 'in-force') return bare;
  const snapshot = issue.pull_request ? await withReviews(github, name, { snapshot: bare, policy: policy.policy, marksOf, readBacklog }) : bare;
  const reviewed = openReviews(policy.policy, snapshot);
  const open = [...openCommands(snapshot), ...reviewed];
  const pull = issue.pull_request ? await readPull(github, { ...name, id: repository.id }, { number, world, contributors: open.length > 0 }) : null;
  if (open.length === 0) return { ...snapshot, pull };
  const tip = await world.tip();
  const needs = open.map(({ comment, command }) => ({
    comment,
    needs: commandNeeds(policy.policy, command, checkpointOfIssue(policy.policy, snapshot.seeded, number)),
  }));
  const readUser = userReader(github);
  const since = { policy: policy.policy, decisions: snapshot.decisions, now: snapshot.now, defaultBranch: repository.defaultBranch, tip };
  return {
    ...snapshot,
    ...(await readMergedSince(github, name, since)),
    pull,
    ...(await withPlanned(github, name, { policy: policy.policy, snapshot, open })),
    comments: await withEdits(github, name, { number, comments }),
    proofs: await readProofs(github, { snapshot, policy: policy.policy, needs, readUser }),
    holders: await readAllHolders(github, { snapshot, policy: policy.policy, needs: needs.map((each) => each.needs), explainHolders, readUser }),
    work: await readWork(github, { snapshot, policy: policy.policy, checkpoints: needs.flatMap((each) => each.needs.checkpoints) }),
    defaultBranchSha: tip,
  };
}

function openCommands(snapshot: ConversationSnapshot): OpenCommand[] {
  return snapshot.comments
    .filter((comment) => comment.author.type === 'User' && !isOwnComment(comment, snapshot.appId))
    .flatMap((comment) => {
      const bodyHash = sha256(comment.body);
      return parseCommands(comment.body).flatMap((command) => {
        const place = { commentId: comment.id, bodyHash, line: command.line };
        const done = snapshot.processed.some((mark) => mark.commentId === place.commentId && mark.bodyHash === bodyHash && mark.line === place.line);
        return command.kind !== 'command' || done ? [] : [{ comment, command }];
      });
    });
}

async function readPull(
  github: GitHub,
  repository: RepositoryName & { id: number },
  asked: { number: number; world: World; contributors: boolean },
): Promise<ConversationSnapshot['pull']> {
  const { author, head: seen, base } = await asked.world.pullHead(asked.number);
  const head = { number: asked.number, ...seen };
  const people = asked.contributors ? await readContributors(github, repository, head) : null;
  const contributors = people === null ? null : [...people.pushers, ...people.committers];
  return { author, headSha: seen.sha, headPushedAt: people?.headPushedAt ?? null, baseRef: base.ref, contributors };
}

async function withPlanned(
  github: GitHub,
  name: RepositoryName,
  { policy, snapshot, open }: { policy: Policy; snapshot: ConversationSnapshot; open: readonly OpenCommand[] },
): Promise<Pick<ConversationSnapshot, 'planned'>> {
  const asked = plannedIssues(
    policy,
    snapshot,
    open.map(({ command }) => command),
  );
  return asked.numbers.length + asked.milestones.length > 0 ? { planned: await readPlannedIssues(github, name, asked) } : {};
}

async function withEdits(
  github: GitHub,
  name: RepositoryName,
  read: { number: number; comments: readonly ConversationComment[] },
): Promise<ConversationComment[]> {
  const edits = await readEdits(github, name, read.number);
  return read.comments.map((comment) => ({ ...comment, ...edits?.get(comment.id) }));
}

interface ProofsInput {
  readonly snapshot: ConversationSnapshot;
  readonly policy: Policy;
  readonly needs: readonly { readonly comment: ConversationComment; readonly needs: CommandNeeds }[];
  readonly readUser: ReadUser;
}

async function readProofs(github: GitHub, { snapshot, policy, needs, readUser }: ProofsInput): Promise<AuthorityProof[]> {
  const proofs = new Map<string, AuthorityProof>();
  for (const {
    comment,
    needs: { authorities },
  } of needs) {
    for (const authority of authorities) {
      const rule = policy.authorities[authority];
      const key = `${comment.author.id} ${authority}`;
      if (!rule || proofs.has(key)) continue;
      proofs.set(key, await proveAuthority(github, { repository: snapshot.repository, authority, rule, person: comment.author, now: snapshot.now, readUser }));
    }
  }
  return [...proofs.values()];
}

async function readAllHolders(
  github: GitHub,
  input: { snapshot: ConversationSnapshot; policy: Policy; needs: readonly CommandNeeds[]; explainHolders: typeof readHolders; readUser: ReadUser },
): Promise<ConversationSnapshot['holders']> {
  const holders: Record<string, ConversationSnapshot['holders'][string]> = {};
  // Who asks for nobody's authority only wants to know.
  const deciding = new Set(input.needs.flatMap((needs) => (needs.authorities.length > 0 ? needs.holders : [])));
  for (const authority of new Set(input.needs.flatMap((needs) => needs.holders))) {
    const rule = input.policy.authorities[authority];
    if (!rule) continue;
    const { repository } = input.snapshot;
    const isDeciding = deciding.has(authority);
    holders[authority] = isDeciding
      ? await readHolders(github, { repository, rule, readUser: input.readUser })
      : await input.explainHolders(github, { repository, rule });
  }
  return holders;
}

async function readWork(
  github: GitHub,
  input: { snapshot: ConversationSnapshot; policy: Policy; checkpoints: readonly string[] },
): Promise<ConversationSnapshot['work']> {
  const { snapshot, policy, checkpoints } = input;
  if (checkpoints.length === 0) return { pulls: [], directPushes: [] };
  const { repository, decisions, now, seeded } = snapshot;
  return await readMergedWork(github, {
    repository: { owner: repository.owner, repo: repository.name, id: repository.id, defaultBranch: repository.defaultBranch },
    since: `${addDays(policy.schedule.start, -daysBeforeStart)}T00:00:00Z`,
    isRelevant: (pull) =>
      checkpoints.some((checkpoint) => workSince({ policy, decisions, checkpoint, now, seeded, work: { pulls: [pull], directPushes: [] } }).pulls.length > 0),
  });
}

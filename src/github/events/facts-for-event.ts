import type { MergeFacts } from '../../core/ledger/merge-facts.ts';
import { idAt, listAt, textAt, valueAt } from './read-payload.ts';

/** What an event lets us note in our directory. It only helps to find things again; no gate is decided by it. */
export interface EventFacts {
  readonly repositories: readonly { readonly id: number; readonly owner: string; readonly name: string; readonly installation: number }[];
  readonly pulls: readonly {
    readonly repository: number;
    readonly number: number;
    readonly headSha: string;
    readonly baseRef: string;
    readonly open: boolean;
    readonly updatedAt: string;
  }[];
  /** Pull requests that were merged: a payload may tell long after it. */
  readonly merges: readonly (MergeFacts & { readonly repository: number; readonly pull: number })[];
  /** Where the app may no longer act, for GitHub to confirm: these repositories of the installation, or all of them (null). */
  readonly removed: { readonly installation: number; readonly repositories: readonly number[] | null } | null;
}

/** Reads from any event which repositories the app is on, and from pull request events their heads. */
export function factsForEvent(event: string, payload: unknown): EventFacts {
  const removed = removal(event, payload);
  const gone = (id: number) => removed !== null && (removed.repositories === null || removed.repositories.includes(id));
  return { repositories: repositories(payload).filter(({ id }) => !gone(id)), pulls: pulls(payload), merges: merges(payload), removed };
}

function removal(event: string, payload: unknown): EventFacts['removed'] {
  const installation = idAt(payload, 'installation', 'id');
  const action = textAt(payload, 'action');
  // The body of another event, under a name that nobody signed.
  if (installation === null || isOfAnother(payload)) return null;
  if (event === 'installation' && (action === 'deleted' || action === 'suspend')) return { installation, repositories: null };
  const ids = listAt(payload, 'repositories_removed')
    .map((entry) => idAt(entry, 'id'))
    .filter((id) => id !== null);
  if (event === 'installation_repositories' && ids.length > 0) return { installation, repositories: ids };
  const repository = idAt(payload, 'repository', 'id');
  return event === 'repository' && action === 'deleted' && repository !== null ? { installation, repositories: [repository] } : null;
}

/** What a body carries that is about more than installations and repositories. */
const others = ['comment', 'issue', 'pull_request', 'review', 'milestone', 'ref', 'workflow_run', 'check_run', 'check_suite', 'merge_group', 'environment'];

function isOfAnother(payload: unknown): boolean {
  return others.some((name) => valueAt(payload, name) !== undefined);
}

function repositories(payload: unknown): EventFacts['repositories'] {
  const installation = idAt(payload, 'installation', 'id');
  if (installation === null) return [];
  const named = [valueAt(payload, 'repository'), ...listAt(payload, 'repositories'), ...listAt(payload, 'repositories_added')];
  return named.flatMap((entry) => {
    const id = idAt(entry, 'id');
    const [owner, name] = (textAt(entry, 'full_name') ?? '').split('/');
    return id !== null && owner && name ? [{ id, owner, name, installation }] : [];
  });
}

function pulls(payload: unknown): EventFacts['pulls'] {
  const repository = idAt(payload, 'repository', 'id');
  const number = idAt(payload, 'pull_request', 'number');
  const headSha = textAt(payload, 'pull_request', 'head', 'sha');
  const baseRef = textAt(payload, 'pull_request', 'base', 'ref');
  const updatedAt = textAt(payload, 'pull_request', 'updated_at');
  if (repository === null || number === null || headSha === null || baseRef === null || updatedAt === null) return [];
  return [{ repository, number, headSha, baseRef, open: textAt(payload, 'pull_request', 'state') === 'open', updatedAt }];
}

function merges(payload: unknown): EventFacts['merges'] {
  const repository = idAt(payload, 'repository', 'id');
  const pull = idAt(payload, 'pull_request', 'number');
  const at = textAt(payload, 'pull_request', 'merged_at');
  const headSha = textAt(payload, 'pull_request', 'head', 'sha');
  if (repository === null || pull === null || headSha === null || at === null || Number.isNaN(Date.parse(at))) return [];
  const id = idAt(payload, 'pull_request', 'merged_by', 'id');
  const login = textAt(payload, 'pull_request', 'merged_by', 'login');
  const by = id !== null && login !== null ? { id, login } : null;
  // Other events than that of the merge do not say by whom it was: they would keep it from being told.
  if (by === null && textAt(payload, 'action') !== 'closed') return [];
  return [{ repository, pull, at, by, headSha, mergeSha: textAt(payload, 'pull_request', 'merge_commit_sha') }];
}

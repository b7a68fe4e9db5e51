import { createHash } from 'node:crypto';

export interface TreeEntry {
  readonly name: string;
  readonly mode: '100644' | '100755' | '120000' | '040000';
  readonly sha: string;
}

export interface Signature {
  readonly name: string;
  readonly email: string;
  readonly date: string;
}

export interface Commit {
  readonly sha: string;
  readonly tree: string;
  readonly parents: readonly string[];
  readonly message: string;
  readonly author: Signature;
  readonly committer: Signature;
  /** Accounts behind the e-mail addresses, where known. */
  readonly authorId: number | null;
  readonly committerId: number | null;
}

/** Git's objects under their true names: the same content has the same sha as in git itself. */
export interface ObjectStore {
  readonly blobs: Map<string, Uint8Array>;
  readonly trees: Map<string, readonly TreeEntry[]>;
  readonly commits: Map<string, Commit>;
}

export function createObjectStore(): ObjectStore {
  return { blobs: new Map(), trees: new Map(), commits: new Map() };
}

function name(kind: string, content: Uint8Array): string {
  return createHash('sha1').update(`${kind} ${content.length}\0`).update(content).digest('hex');
}

export function writeBlob(store: ObjectStore, content: Uint8Array): string {
  const sha = name('blob', content);
  store.blobs.set(sha, content);
  return sha;
}

/** Git sorts a folder as if its name ended in a slash. */
function sortKey(entry: TreeEntry): string {
  return entry.mode === '040000' ? `${entry.name}/` : entry.name;
}

function byGitOrder(left: TreeEntry, right: TreeEntry): number {
  return Buffer.compare(Buffer.from(sortKey(left)), Buffer.from(sortKey(right)));
}

export function writeTree(store: ObjectStore, entries: readonly TreeEntry[]): string {
  const sorted = entries.toSorted(byGitOrder);
  const parts = sorted.map((entry) => Buffer.concat([Buffer.from(`${entry.mode.replace(/^0/, '')} ${entry.name}\0`), Buffer.from(entry.sha, 'hex')]));
  const sha = name('tree', Buffer.concat(parts));
  store.trees.set(sha, sorted);
  return sha;
}

function signatureLine(kind: string, signature: Signature): string {
  return `${kind} ${signature.name} <${signature.email}> ${Math.floor(Date.parse(signature.date) / 1000)} +0000`;
}

export function writeCommit(store: ObjectStore, commit: Omit<Commit, 'sha'>): Commit {
  const lines = [
    `tree ${commit.tree}`,
    ...commit.parents.map((parent) => `parent ${parent}`),
    signatureLine('author', commit.author),
    signatureLine('committer', commit.committer),
  ];
  const sha = name('commit', Buffer.from(`${lines.join('\n')}\n\n${commit.message}`));
  const written: Commit = { ...commit, sha };
  store.commits.set(sha, written);
  return written;
}

import type { CommitOrigin } from '../artifacts/commit-of.ts';
import { readTree } from '../snapshot/read-tree.ts';
import { deriveTree } from './derive-tree.ts';
import { keptOr } from './kept-reads.ts';
import type { LookWorldInput } from './look-world-input.ts';
import type { Look, LookedPull } from './look.ts';
import { changedPaths, type CommitComparison, readComparison } from './read-comparison.ts';
import type { World } from './world.ts';

/** GitHub refuses branches that are called so. */
const fullSha = /^[0-9a-f]{40}$/;

/** Commits, their files and what differs between them: between SHAs nothing of it ever changes, so that each is read once. */
export function lookedCode(input: LookWorldInput): Pick<World, 'pull' | 'pullHead' | 'tree' | 'commit' | 'compare' | 'mergeBase' | 'baseChanges'> {
  const { look, kept, rest } = input;
  const pulls = pullsOf(look);
  return {
    async pull(number) {
      const seen = pulls.find(({ facts }) => facts.number === number);
      if (!seen) return rest.pull(number);
      const { base, head } = seen.facts;
      const files = (await comparison(input, base.sha, head.sha))?.files;
      // Where GitHub counts otherwise than it compares, it is asked for the list itself.
      return files?.length === seen.changedFiles ? { ...seen.facts, files } : rest.pull(number);
    },
    async pullHead(number) {
      const seen = pulls.find(({ facts }) => facts.number === number)?.facts;
      return seen ? { author: seen.author, head: seen.head, base: seen.base } : rest.pullHead(number);
    },
    async tree(sha) {
      if (look.head?.value.sha !== sha) return rest.tree(sha);
      const known = await kept.get('tree', look.head.value.tree);
      if (known !== null) return known as string[];
      const base = await baseToDeriveFrom(input, sha);
      const compared = base === null ? null : await comparison(input, base, sha);
      return (compared && (await derived(input, compared))) ?? rest.tree(sha);
    },
    async commit(sha) {
      const told = [look.head?.value, ...pulls.map(({ merge }) => merge)].find((each) => each?.sha === sha);
      if (told) return { tree: told.tree, parents: told.parents };
      return keptOr<CommitOrigin>(kept, { kind: 'commit', key: sha }, () => rest.commit(sha));
    },
    async compare({ base, head }) {
      const tip = tipOf(input, base);
      if (tip === null || !fullSha.test(head)) return rest.compare({ base, head });
      const compared = (await sinceMoved(input, tip, head)) ?? (await comparison(input, tip, head));
      return compared && { mergeBase: compared.mergeBase, changed: changedPaths(compared) };
    },
    async mergeBase({ base, head }) {
      const tip = tipOf(input, base);
      if (tip === null || !fullSha.test(head)) return rest.mergeBase({ base, head });
      // Both ways round it is the same commit. Where the base has moved on, what it brings may be asked for too, and is kept then.
      const known = (await kept.get('comparison', `${tip}...${head}`)) as CommitComparison | null;
      return (known ?? (await comparison(input, head, tip)))?.mergeBase ?? null;
    },
    async baseChanges(pull) {
      const tip = tipOf(input, pull.base.ref);
      if (tip === null) return rest.baseChanges(pull);
      const own = tip === pull.base.sha ? await comparison(input, tip, pull.head.sha) : null;
      if (own?.mergeBase === tip) return [];
      // The other way round: what the base brings since the head left it, in one comparison.
      const behind = await comparison(input, pull.head.sha, tip);
      return behind && (behind.isAhead ? changedPaths(behind) : []);
    },
  };
}

/** Of several bases one whose files were read before, if any: from the others they would have to be. */
async function baseToDeriveFrom({ look, kept }: LookWorldInput, sha: string): Promise<string | null> {
  const bases = pullsOf(look).map(({ facts }) => facts.base.sha);
  for (const base of bases.slice(1).concat(bases[0] ?? [])) {
    const known = (await kept.get('comparison', `${base}...${sha}`)) as CommitComparison | null;
    if (known && (await kept.get('tree', known.mergeBaseTree)) !== null) return base;
  }
  return bases[0] ?? null;
}

/** The one that was asked about first. */
function pullsOf({ pull, others }: Look): readonly LookedPull[] {
  return pull ? [pull.value, ...others] : others;
}

function comparison({ github, look, kept }: LookWorldInput, base: string, head: string): Promise<CommitComparison | null> {
  const name = { owner: look.repository.owner, repo: look.repository.name };
  return keptOr(kept, { kind: 'comparison', key: `${base}...${head}` }, () => readComparison(github, name, { base, head }));
}

/** The commit of a branch that the look saw; a commit is one already. */
function tipOf({ look }: LookWorldInput, base: string): string | null {
  if (fullSha.test(base)) return base;
  const pull = pullsOf(look).find(({ facts }) => facts.base.ref === base);
  if (pull) return pull.baseTip;
  return base === look.repository.defaultBranch ? look.tip.sha : null;
}

/** The files of a head from those of the commit at which it left its base, which are read once for all heads. */
async function derived({ github, look, kept }: LookWorldInput, { mergeBaseTree, files, submodules }: CommitComparison): Promise<string[] | null> {
  if (files === null || submodules) return null;
  const name = { owner: look.repository.owner, repo: look.repository.name };
  const base = await keptOr(kept, { kind: 'tree', key: mergeBaseTree }, () => readTree(github, name, mergeBaseTree));
  return base && deriveTree(base, files);
}

/**
 * What the head brings where its base has moved on: the same as before as long as it left it at the same commit, which the
 * comparison the other way round tells. That one is asked for anyway where a merge of the two was tested. Null where it is otherwise.
 */
async function sinceMoved(input: LookWorldInput, tip: string, head: string): Promise<CommitComparison | null> {
  const seen = pullsOf(input.look).find(({ facts, baseTip }) => facts.head.sha === head && baseTip === tip)?.facts;
  if (!seen || seen.base.sha === tip) return null;
  const before = await comparison(input, seen.base.sha, head);
  const behind = await comparison(input, head, tip);
  return before && behind?.mergeBase === before.mergeBase ? before : null;
}

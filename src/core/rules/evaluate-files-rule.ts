import { matchGlobs } from '../globs/match-globs.ts';
import type { Verdict } from '../verdict/verdict.ts';
import { evidenceWords } from './evidence-words.ts';
import type { Rule } from './rule.ts';
import type { RuleContext } from './rule-context.ts';
import { ruleNode } from './rule-node.ts';

export type FilesRule = Extract<Rule, { files: unknown }>;

/** Enough files of the commit's tree match. A tree that GitHub could not list whole proves neither presence nor absence. */
export function evaluateFilesRule(rule: FilesRule, context: RuleContext): Verdict {
  const { paths, least } = rule.files;
  const say = evidenceWords[context.policy.locale];
  const shown = say.list(paths.map((path) => `\`${path}\``));
  const node = { id: `files.${paths[0] ?? ''}`, title: say.files(shown) };
  if (context.snapshot.tree === null) return ruleNode({ ...node, verdict: 'cannot-evaluate', code: 'files.no-tree', reason: say.noTree, next: say.noTreeNext });
  const isWanted = matchGlobs(paths);
  const found = context.snapshot.tree.filter((path) => isWanted(path));
  if (found.length >= least) return ruleNode({ ...node, verdict: 'pass', code: 'files.found', reason: say.filesFound(found.length, found[0] ?? '') });
  return ruleNode({ ...node, verdict: 'fail', code: 'files.missing', reason: say.filesMissing(found.length, least, shown), next: say.filesNext(shown) });
}

import type { ApiDocument } from '../contract/api-document.ts';
import { matchGlobs } from '../globs/match-globs.ts';
import { inlineCode } from '../report/markdown.ts';
import type { Verdict } from '../verdict/verdict.ts';
import { contractMisses } from './contract-misses.ts';
import { contractWords } from './contract-words.ts';
import { evidenceWords } from './evidence-words.ts';
import type { Rule } from './rule.ts';
import type { RuleContext } from './rule-context.ts';
import { ruleNode } from './rule-node.ts';

export type OpenapiRule = Extract<Rule, { openapi: unknown }>;

/** One component of the kind offers the operation as the contract has it; other components may offer what they like. */
export function evaluateOpenapiRule({ openapi }: OpenapiRule, context: RuleContext): Verdict {
  const { policy, snapshot } = context;
  const say = contractWords[policy.locale];
  const operation = inlineCode(openapi.operation);
  const node = { id: `openapi.${openapi.operation}`, title: say.title(operation) };
  const components = policy.components.filter(({ kind }) => kind === openapi.kind);
  const kind = policy.text.componentKinds[openapi.kind]?.title ?? openapi.kind;
  if (components.length === 0) return ruleNode({ ...node, verdict: 'not-applicable', code: 'scope.kind', reason: evidenceWords[policy.locale].noKind(kind) });
  const named = components.flatMap(({ id, openapi: path }) => (path === undefined ? [] : [{ id, path }]));
  if (named.length === 0) return unnamed({ ...node, kind, component: components[0]?.id ?? '' }, context);
  const documents = named.map(({ id, path }) => snapshot.apiDocuments?.find(({ component, path: read }) => component === id && read === path));
  const verdicts = documents.map((document) => judge(openapi, { node, document }, context));
  // The best of them: the contract is one service's.
  for (const wanted of ['pass', 'fail'] as const) {
    const found = verdicts.find(({ verdict }) => verdict === wanted);
    if (found) return found;
  }
  return verdicts[0] ?? unnamed({ ...node, kind, component: components[0]?.id ?? '' }, context);
}

function unnamed(node: { id: string; title: string; kind: string; component: string }, { policy, snapshot }: RuleContext): Verdict {
  const { id, title, kind, component } = node;
  const say = contractWords[policy.locale];
  const isLikely = matchGlobs(['**/openapi*.{yml,yaml,json}', '**/swagger*.{yml,yaml,json}']);
  const path = snapshot.tree?.find((file) => isLikely(file)) ?? 'docs/openapi.yaml';
  return ruleNode({
    id,
    title,
    verdict: 'cannot-evaluate',
    code: 'openapi.not-named',
    reason: say.noDocument(kind),
    next: say.noDocumentNext(component, path),
  });
}

interface Judged {
  readonly node: { readonly id: string; readonly title: string };
  readonly document: ApiDocument | undefined;
}

function judge(wanted: OpenapiRule['openapi'], { node, document }: Judged, { policy }: RuleContext): Verdict {
  const say = contractWords[policy.locale];
  const unknown = (code: string, reason: string, next: string) => ruleNode({ ...node, verdict: 'cannot-evaluate', code: `openapi.${code}`, reason, next });
  if (!document) return unknown('unread', say.unread, say.unreadNext);
  const { path } = document;
  if (document.state === 'absent') return unknown('absent', say.absent(path), say.absentNext(path));
  if (document.state === 'unreadable') return unknown('unreadable', say.unreadable(path, document.why), say.unreadableNext(path));
  const { operation, misses } = contractMisses(wanted, document, policy.locale);
  if (misses.length === 0) return ruleNode({ ...node, verdict: 'pass', code: 'openapi.holds', reason: say.holds(inlineCode(operation), document.component) });
  return ruleNode({ ...node, verdict: 'fail', code: 'openapi.misses', reason: say.misses(path, inlineCode(operation), misses), next: say.missesNext(path) });
}

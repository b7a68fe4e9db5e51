import { combineAll } from '../verdict/combine.ts';
import type { Verdict } from '../verdict/verdict.ts';
import { ruleNode } from './rule-node.ts';
import { tellPart } from './tell-part.ts';

interface Whole {
  readonly id: string;
  readonly title: string;
}

/** One rule asked of several components: as bad as the worst of them, in its words. A single one speaks for itself; `none` where there is none. */
export function summariseParts(parts: readonly Verdict[], whole: Whole, none: Verdict): Verdict {
  const verdict = combineAll(parts.map((part) => part.verdict));
  const telling = parts.find((part) => part.verdict === verdict);
  if (!telling) return none;
  if (parts.length === 1) return telling;
  const { code, next, deadline } = telling;
  return ruleNode({ ...whole, verdict, code, reason: tellPart(telling), next, children: parts, deadline });
}

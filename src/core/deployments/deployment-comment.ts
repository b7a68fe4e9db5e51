import type { Locale } from '../playbook/text-schema.ts';
import { collectProblems } from '../report/collect-problems.ts';
import { groupProblems } from '../report/group-problems.ts';
import { inlineCode } from '../report/markdown.ts';
import { shortProse } from '../report/short-prose.ts';
import { isOpen, worstFirst } from '../report/outcome-signs.ts';
import type { GateVerdict } from '../verdict/verdict.ts';
import type { DeploymentDecision } from './decide-deployment.ts';
import { deploymentWords } from './deployment-words.ts';

/** GitHub takes no longer comment on a deployment. */
export const longestComment = 1024;

export interface DeploymentTelling {
  readonly locale: Locale;
  readonly decision: DeploymentDecision;
  readonly verdicts: readonly GateVerdict[];
  /** What could not be judged and why, where nothing was. */
  readonly obstacle: string | null;
  /** What stops all deployments, or who lets this one through; null where nothing does. */
  readonly freeze: string | null;
  /** Who refused it and why; null where nobody did. */
  readonly refused: { readonly login: string; readonly reason: string } | null;
  readonly sha: string;
  /** True for the last comment that GitHub takes before the decision. */
  readonly lastWord: boolean;
}

/** What is said at a deployment: how it stands, why, and the worst first of what would let it go on, as far as there is room. */
export function deploymentComment(telling: DeploymentTelling): string {
  const { locale, decision, verdicts, obstacle, freeze } = telling;
  const say = deploymentWords[locale];
  const open = worstFirst(verdicts, ({ verdict }) => verdict).filter(({ verdict }) => isOpen(verdict));
  // What waits although its gate passes waits for something else: that the gate passes would mislead.
  const told = open.length > 0 || decision.state === 'waits' ? open.slice(0, 1) : verdicts.slice(0, 1);
  const head = [
    [headline(telling), ...told.map(({ reason }) => shortProse(reason, 220))].join(' '),
    ...(obstacle === null ? [] : [obstacle]),
    ...(freeze === null ? [] : [freeze]),
  ];
  const problems = groupProblems(open.flatMap(collectProblems)).map(
    ({ titles, why, steps }) =>
      `- **${shortProse(titles[0] ?? '', 80)}**: ${shortProse(why, 120)}${steps[0] === undefined ? '' : ` → ${shortProse(steps[0], 140)}`}`,
  );
  return fit({ head, items: decision.state === 'approved' ? [] : problems, foot: footOf(telling), more: say.more });
}

function headline({ locale, decision, refused }: DeploymentTelling): string {
  const say = deploymentWords[locale];
  if (decision.state === 'approved') return say.approved;
  if (decision.state === 'waits') return say.waits;
  if (refused) return say.rejectedBy(inlineCode(refused.login), shortProse(refused.reason, 200));
  return say.rejected(decision.because === 'late' && decision.rejectAt !== null ? momentOf(decision.rejectAt) : null);
}

function footOf({ locale, decision, sha, lastWord }: DeploymentTelling): string {
  const say = deploymentWords[locale];
  const waits = decision.state === 'waits';
  return [
    say.commit(inlineCode(sha.slice(0, 10))),
    ...(waits ? [lastWord ? say.lastWord : say.again] : []),
    ...(waits && decision.rejectAt !== null ? [say.rejectedAt(momentOf(decision.rejectAt))] : []),
  ].join(' ');
}

function momentOf(iso: string): string {
  return `${iso.slice(0, 10)} ${iso.slice(11, 16)} UTC`;
}

interface Parts {
  readonly head: readonly string[];
  readonly items: readonly string[];
  readonly foot: string;
  readonly more: (count: number) => string;
}

/** As many items as there is room for, whole ones only. */
function fit(parts: Parts): string {
  for (let shown = parts.items.length; shown > 0; shown -= 1) {
    const text = compose(parts, shown);
    if (text.length <= longestComment) return text;
  }
  return compose(parts, 0).slice(0, longestComment);
}

function compose({ head, items, foot, more }: Parts, shown: number): string {
  const left = items.length - shown;
  const list = [...items.slice(0, shown), ...(left > 0 ? [more(left)] : [])];
  return [head.join('\n\n'), list.join('\n'), foot].filter((part) => part !== '').join('\n\n');
}

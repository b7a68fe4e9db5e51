import { renderVerdictText } from '../core/report/render-verdict-text.ts';
import type { PullSnapshot } from '../core/snapshot/pull-snapshot.ts';
import type { GateVerdict, Outcome, Verdict } from '../core/verdict/verdict.ts';
import { printLine, styled } from './print.ts';

const styles: Readonly<Record<Outcome, 'green' | 'red' | 'yellow' | 'gray'>> = {
  pass: 'green',
  fail: 'red',
  'cannot-evaluate': 'red',
  pending: 'yellow',
  'not-applicable': 'gray',
};

/** Prints one gate's tree for a person: the first line in the colour of its verdict. */
export function printVerdict(verdict: GateVerdict, snapshot: PullSnapshot): void {
  const locale = snapshot.policy.kind === 'in-force' ? snapshot.policy.policy.locale : 'en';
  const [first = '', ...rest] = renderVerdictText(withoutIdle(verdict), locale).split('\n');
  const mode = verdict.enforcement === 'warn' ? styled('dim', ' (warn)') : '';
  printLine(styled(styles[verdict.verdict], first) + mode);
  for (const line of rest) printLine(line);
}

/** What does not apply is left out beside what does: a method has many demands that bind later. `--json` has them all. */
function withoutIdle<Node extends Verdict>(node: Node): Node {
  return { ...node, children: node.children.filter((child) => child.verdict !== 'not-applicable').map(withoutIdle) };
}

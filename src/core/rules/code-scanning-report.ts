import type { FindingsReport } from '../evidence/report.ts';
import { inlineCode } from '../report/markdown.ts';
import type { Verdict } from '../verdict/verdict.ts';
import { codeScanningWords } from './code-scanning-words.ts';
import type { RuleContext } from './rule-context.ts';
import { awaitedTools, missingTools } from './code-scanning-tools.ts';
import { evidenceWords } from './evidence-words.ts';
import { ruleNode } from './rule-node.ts';

const format = 'github-code-scanning';

/** The open alerts as a report of the scan `code`; null where they are not asked for or not known. */
export function codeScanningReport({ policy, snapshot }: RuleContext): FindingsReport | null {
  const facts = policy.evidence.codeScanning ? snapshot.codeScanning : undefined;
  if (facts?.state !== 'analysed') return null;
  const total = Object.values(facts.bySeverity).reduce((sum, count) => sum + count, 0);
  const totals = { total, suppressed: 0, bySeverity: facts.bySeverity };
  return { kind: 'findings', file: facts.ref, format, outcome: 'ok', flags: [], scan: 'code', totals, findings: [], tool: facts.tools.join(', ') };
}

/** Why the alerts are not known although the policy asks for them, or may not be all. Never a pass by their absence. */
export function codeScanningGap(node: { readonly id: string; readonly title: string }, context: RuleContext): Verdict | null {
  const { policy, snapshot } = context;
  if (!policy.evidence.codeScanning) return null;
  const say = codeScanningWords[policy.locale];
  const facts = snapshot.codeScanning;
  const gap = (code: string, reason: string, next: string) => ruleNode({ ...node, verdict: 'cannot-evaluate', code: `scanning.${code}`, reason, next });
  if (!facts) return gap('unread', say.unread, say.unreadNext);
  const absent = missingTools(context);
  if (absent.length > 0) {
    const tools = evidenceWords[policy.locale].list(absent.map(inlineCode));
    const deadline = awaitedTools(context);
    const awaited = { code: 'scanning.awaited', reason: say.awaited(tools), next: evidenceWords[policy.locale].waitingNext(deadline ?? '') };
    return deadline === null
      ? gap('tool-missing', say.toolMissing(tools), say.toolMissingNext(tools))
      : ruleNode({ ...node, verdict: 'pending', ...awaited, deadline });
  }
  if (facts.state !== 'analysed') return gap(facts.state, say[facts.state], say[`${facts.state}Next`]);
  return facts.error === null ? null : gap('failed', say.failed(facts.tools.join(', '), facts.error.slice(0, 200)), say.failedNext);
}

/** A verdict of too many findings, with the worst alerts and where they stand. */
export function withAlerts(verdict: Verdict, { policy, snapshot, pull }: RuleContext): Verdict {
  const facts = policy.evidence.codeScanning ? snapshot.codeScanning : undefined;
  if (facts?.state !== 'analysed' || facts.worst.length === 0 || verdict.verdict === 'pass') return verdict;
  const say = codeScanningWords[policy.locale];
  const query = facts.ref.startsWith('refs/pull/') ? `pr:${pull.number} is:open` : 'is:open';
  return {
    ...verdict,
    reason: say.found(verdict.reason, facts.worst.map(inlineCode)),
    next: verdict.next === null ? null : say.foundNext(verdict.next, query),
  };
}

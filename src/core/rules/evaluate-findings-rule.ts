import type { FindingsReport, Severity } from '../evidence/report.ts';
import type { Verdict } from '../verdict/verdict.ts';
import { evidenceWords } from './evidence-words.ts';
import { missingEvidence } from './missing-evidence.ts';
import { resolveFigure } from './resolve-figure.ts';
import type { Rule } from './rule.ts';
import type { RuleContext } from './rule-context.ts';
import { ruleNode } from './rule-node.ts';
import { unusableReport } from './unusable-report.ts';

export type FindingsRule = Extract<Rule, { findings: unknown }>;

/**
 * No more open findings of these severities than accepted. A finding without a severity may be of any of them: where that
 * decides, the rule cannot be evaluated.
 */
export function evaluateFindingsRule(rule: FindingsRule, context: RuleContext): Verdict {
  const { scan, severities, atMost } = rule.findings;
  const say = evidenceWords[context.policy.locale];
  const node = { id: `findings.${scan}`, title: say.findings(scan) };
  const limit = resolveFigure(atMost, context.policy);
  if (limit.value === null) return ruleNode({ ...node, verdict: 'cannot-evaluate', code: limit.code, reason: limit.reason, next: limit.next });
  const reports = context.bundles
    .flatMap((bundle) => bundle.reports)
    .filter((report): report is FindingsReport => report.kind === 'findings' && report.scan === scan);
  const usable = reports.filter((report) => report.outcome === 'ok');
  const count = total(usable, severities);
  const unknown = severities.includes('unknown') ? 0 : total(usable, ['unknown']);
  const names = say.list(severities.map((severity) => say.severity[severity]));
  const counted = say.findingsCount(count, names, limit.value);
  if (count > limit.value)
    return ruleNode({ ...node, verdict: 'fail', code: 'findings.too-many', reason: counted, next: say.findingsNext(count - limit.value, names) });
  const unusable = reports.find((report) => report.outcome !== 'ok');
  if (unusable) return unusableReport(unusable, node, context.policy.locale);
  if (reports.length === 0) return missingEvidence({ ...node, code: 'findings.missing', upload: scan }, context);
  if (count + unknown > limit.value) {
    return ruleNode({
      ...node,
      verdict: 'cannot-evaluate',
      code: 'findings.unknown-severity',
      reason: say.findingsUnknown({ count, unknown, atMost: limit.value }, names),
      next: say.findingsUnknownNext,
    });
  }
  return ruleNode({ ...node, verdict: 'pass', code: 'findings.pass', reason: counted });
}

function total(reports: readonly FindingsReport[], severities: readonly Severity[]): number {
  return reports.reduce((sum, report) => sum + severities.reduce((inner, severity) => inner + report.totals.bySeverity[severity], 0), 0);
}

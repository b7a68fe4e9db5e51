import type { FindingsReport, Severity } from '../evidence/report.ts';
import type { Verdict } from '../verdict/verdict.ts';
import { awaitedEvidence, evidenceGap } from './evidence-gap.ts';
import { evidenceGapWords } from './evidence-gap-words.ts';
import { codeScanningGap, codeScanningReport, withAlerts } from './code-scanning-report.ts';
import { evidenceWords } from './evidence-words.ts';
import { missingEvidence } from './missing-evidence.ts';
import { resolveFigure } from './resolve-figure.ts';
import type { Rule } from './rule.ts';
import type { RuleContext } from './rule-context.ts';
import { ruleNode } from './rule-node.ts';
import { unusableReport } from './unusable-report.ts';

export type FindingsRule = Extract<Rule, { findings: unknown }>;

interface Wanted {
  readonly id: string;
  readonly title: string;
  readonly scan: string;
  readonly severities: readonly Severity[];
  readonly atMost: number;
  /** Reports of the scan that the rule asks for. */
  readonly reports: readonly FindingsReport[];
  /** Reports whose scan nobody named: they may be of this one. */
  readonly unnamed: readonly FindingsReport[];
}

/**
 * No more open findings of these severities than accepted. A finding without a severity may be of any of them, and a report
 * whose scan nobody named may be of this one: where that decides, the rule cannot be evaluated.
 */
export function evaluateFindingsRule(rule: FindingsRule, context: RuleContext): Verdict {
  const { scan, severities, atMost } = rule.findings;
  const node = { id: `findings.${scan}`, title: evidenceWords[context.policy.locale].findings(scan) };
  const limit = resolveFigure(atMost, context.policy);
  if (limit.value === null) return ruleNode({ ...node, verdict: 'cannot-evaluate', code: limit.code, reason: limit.reason, next: limit.next });
  const all = context.bundles.flatMap((bundle) => bundle.reports).filter((report): report is FindingsReport => report.kind === 'findings');
  const [uploaded, unnamed] = [all.filter((report) => report.scan === scan), all.filter((report) => report.scan === null)];
  const alerts = scan === 'code' ? codeScanningReport(context) : null;
  const reports = alerts ? [...uploaded, alerts] : uploaded;
  const wanted = { ...node, scan, severities, atMost: limit.value, reports, unnamed };
  const known = alerts ? withAlerts(count(wanted, context), context) : count(wanted, context);
  if (known.verdict === 'fail') return known;
  // Alerts are of no verified origin: where the policy demands one, they add to a report and stand for none.
  if (uploaded.length === 0 && (!alerts || context.policy.evidence.trusted !== null)) return nothingKnown(wanted, context);
  const unusable = reports.find((report) => report.outcome !== 'ok');
  const doubt =
    awaitedEvidence(node, context) ??
    (scan === 'code' ? codeScanningGap(node, context) : null) ??
    (unusable ? unusableReport(unusable, node, context.policy.locale) : null);
  if (doubt || known.verdict !== 'pass') return doubt ?? known;
  return evidenceGap(node, context) ?? unread(wanted, context) ?? tooManyUnnamed(wanted, context) ?? known;
}

/** What the readable reports of the scan say by themselves. */
function count({ id, title, severities, atMost, reports }: Wanted, context: RuleContext): Verdict {
  const say = evidenceWords[context.policy.locale];
  const found = total(reports, severities);
  const unknown = severities.includes('unknown') ? 0 : total(reports, ['unknown']);
  const names = namesOf(severities, context);
  const reason = say.findingsCount(found, names, atMost);
  if (found > atMost) return ruleNode({ id, title, verdict: 'fail', code: 'findings.too-many', reason, next: say.findingsNext(found - atMost, names) });
  if (found + unknown <= atMost) return ruleNode({ id, title, verdict: 'pass', code: 'findings.pass', reason });
  return ruleNode({
    id,
    title,
    verdict: 'cannot-evaluate',
    code: 'findings.unknown-severity',
    reason: say.findingsUnknown({ count: found, unknown, atMost }, names),
    next: say.findingsUnknownNext,
  });
}

function nothingKnown(wanted: Wanted, context: RuleContext): Verdict {
  const { id, title, scan } = wanted;
  const missing = missingEvidence({ id, title, code: 'findings.missing', upload: `\`scan: ${scan}\`` }, context);
  return missing.verdict === 'pending' ? missing : (unread(wanted, context) ?? (scan === 'code' ? codeScanningGap({ id, title }, context) : null) ?? missing);
}

/** A report of no known scan that cannot be read may hold what this rule asks for. */
function unread({ id, title, scan, unnamed }: Wanted, context: RuleContext): Verdict | null {
  const report = unnamed.find(({ outcome }) => outcome !== 'ok');
  if (!report) return null;
  const next = evidenceGapWords[context.policy.locale].unreadNext({ file: report.file, says: `scan: ${scan}` });
  return { ...unusableReport(report, { id, title }, context.policy.locale), next };
}

function tooManyUnnamed({ id, title, scan, severities, atMost, reports, unnamed }: Wanted, context: RuleContext): Verdict | null {
  const may = [...new Set<Severity>([...severities, 'unknown'])];
  const report = unnamed.find((candidate) => total([candidate], may) > 0);
  const found = total([...reports, ...unnamed], may);
  if (!report || found <= atMost) return null;
  const say = evidenceGapWords[context.policy.locale];
  const counted = evidenceWords[context.policy.locale].findingsCount(found, namesOf(may, context), atMost);
  return ruleNode({
    id,
    title,
    verdict: 'cannot-evaluate',
    code: 'findings.unclassified',
    reason: say.scanUnknown(title, counted, report.file),
    next: say.scanUnknownNext({ file: report.file, says: `scan: ${scan}` }),
  });
}

function namesOf(severities: readonly Severity[], context: RuleContext): string {
  const say = evidenceWords[context.policy.locale];
  return say.list(severities.map((severity) => say.severity[severity]));
}

function total(reports: readonly FindingsReport[], severities: readonly Severity[]): number {
  const readable = reports.filter((report) => report.outcome === 'ok');
  return readable.reduce((sum, report) => sum + severities.reduce((inner, severity) => inner + report.totals.bySeverity[severity], 0), 0);
}

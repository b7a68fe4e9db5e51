import type { TestsReport } from '../evidence/report.ts';
import type { Verdict } from '../verdict/verdict.ts';
import { waivedForComponent } from './apply-waiver.ts';
import { awaitedEvidence, evidenceGap } from './evidence-gap.ts';
import { evidenceWords } from './evidence-words.ts';
import { missingEvidence } from './missing-evidence.ts';
import type { Rule } from './rule.ts';
import type { RuleContext } from './rule-context.ts';
import { ruleNode } from './rule-node.ts';
import { summariseParts } from './summarise-parts.ts';
import { mayBeWanted, unclassifiedTests, unclassifiedTrouble } from './unclassified-tests.ts';
import type { WantedTests } from './unclassified-tests.ts';
import { unusableReport } from './unusable-report.ts';

export type TestsRule = Extract<Rule, { tests: unknown }>;

/** Enough tests of a type ran and none failed; with a kind, for each of its components by itself. */
export function evaluateTestsRule(rule: TestsRule, context: RuleContext): Verdict {
  const { type, kind, least } = rule.tests;
  const say = evidenceWords[context.policy.locale];
  const title = say.tests(testTypeTitle(type, context), kind === undefined ? null : kindTitle(kind, context));
  if (kind === undefined) return judge({ id: `tests.${type}`, title, least, type, component: null }, context);
  const components = context.policy.components.filter((component) => component.kind === kind);
  const id = `tests.${type}.${kind}`;
  const none = ruleNode({ id, title, verdict: 'not-applicable', code: 'scope.kind', reason: say.noKind(kindTitle(kind, context)) });
  const children = components.map((component) => {
    const wanted = { id: `tests.${type}.${component.id}`, title: say.tests(testTypeTitle(type, context), component.id), least, type, component: component.id };
    return waivedForComponent(judge(wanted, context), component.id, context);
  });
  return summariseParts(children, { id, title }, none);
}

function judge(wanted: WantedTests, context: RuleContext): Verdict {
  const { id, title, type, component } = wanted;
  const all = context.bundles.flatMap((bundle) => bundle.reports).filter((report): report is TestsReport => report.kind === 'tests');
  const reports = all.filter((report) => report.type === type && (component === null || report.component === component));
  const others = all.filter((report) => mayBeWanted(report, wanted));
  const failed = reports.find((report) => report.outcome === 'ok' && report.totals.failed + report.totals.errors > 0);
  if (failed) return failure(failed, wanted, context);
  if (reports.length === 0) return nothingKnown(others, wanted, context);
  const unusable = reports.find((report) => report.outcome !== 'ok');
  return (
    awaitedEvidence({ id, title }, context) ??
    (unusable ? unusableReport(unusable, { id, title }, context.policy.locale) : null) ??
    tooFew(reports, wanted, context) ??
    evidenceGap({ id, title }, context) ??
    unclassifiedTrouble(others, wanted, context) ??
    passed(reports, wanted, context)
  );
}

function failure({ totals, file }: TestsReport, { id, title }: WantedTests, context: RuleContext): Verdict {
  const say = evidenceWords[context.policy.locale];
  const reason = say.testsFailed(totals.failed + totals.errors, totals.tests - totals.skipped, file);
  return ruleNode({ id, title, verdict: 'fail', code: 'tests.failed', reason, next: say.testsFailedNext(title) });
}

/** What the step that collects the report must say of it: the inputs of the Action by their names. */
function labelled({ type, component }: WantedTests): string {
  return component === null ? `\`test-type: ${type}\`` : `\`test-type: ${type}\`, \`component: ${component}\``;
}

function nothingKnown(others: readonly TestsReport[], wanted: WantedTests, context: RuleContext): Verdict {
  const { id, title } = wanted;
  const missing = missingEvidence({ id, title, code: 'tests.missing', upload: labelled(wanted) }, context);
  if (missing.verdict === 'pending') return missing;
  return unclassifiedTests(others, wanted, context) ?? unclassifiedTrouble(others, wanted, context) ?? missing;
}

function tooFew(reports: readonly TestsReport[], { id, title, least }: WantedTests, context: RuleContext): Verdict | null {
  const say = evidenceWords[context.policy.locale];
  const ran = ranOf(reports);
  if (ran >= least) return null;
  if (ran > 0)
    return ruleNode({ id, title, verdict: 'fail', code: 'tests.too-few', reason: say.testsFew(ran, least), next: say.testsFewNext(title, least - ran) });
  const skipped = reports.reduce((sum, report) => sum + report.totals.skipped, 0);
  return ruleNode({ id, title, verdict: 'cannot-evaluate', code: 'tests.none-ran', reason: say.noneRan(title, skipped), next: say.testsFewNext(title, least) });
}

function passed(reports: readonly TestsReport[], { id, title, least }: WantedTests, context: RuleContext): Verdict {
  const reason = evidenceWords[context.policy.locale].testsPass(ranOf(reports), least);
  return ruleNode({ id, title, verdict: 'pass', code: 'tests.pass', reason });
}

function ranOf(reports: readonly TestsReport[]): number {
  return reports.reduce((sum, { totals }) => sum + totals.tests - totals.skipped, 0);
}

function testTypeTitle(type: string, context: RuleContext): string {
  return context.policy.text.testTypes[type]?.title ?? type;
}

function kindTitle(kind: string, context: RuleContext): string {
  return context.policy.text.componentKinds[kind]?.title ?? kind;
}

import type { TestsReport } from '../evidence/report.ts';
import { combineAll } from '../verdict/combine.ts';
import type { Verdict } from '../verdict/verdict.ts';
import { evidenceWords } from './evidence-words.ts';
import { evidenceDeadline, missingEvidence } from './missing-evidence.ts';
import type { Rule } from './rule.ts';
import type { RuleContext } from './rule-context.ts';
import { ruleNode } from './rule-node.ts';
import { unusableReport } from './unusable-report.ts';

export type TestsRule = Extract<Rule, { tests: unknown }>;

/** Enough tests of a type ran and none failed; with a kind, for each of its components by itself. */
export function evaluateTestsRule(rule: TestsRule, context: RuleContext): Verdict {
  const { type, kind } = rule.tests;
  const say = evidenceWords[context.policy.locale];
  const title = say.tests(testTypeTitle(type, context), kind === undefined ? null : kindTitle(kind, context));
  const reports = context.bundles
    .flatMap((bundle) => bundle.reports)
    .filter((report): report is TestsReport => report.kind === 'tests' && report.type === type);
  if (kind === undefined) return judge(reports, { id: `tests.${type}`, title, least: rule.tests.least, type }, context);
  const components = context.policy.components.filter((component) => component.kind === kind);
  const id = `tests.${type}.${kind}`;
  if (components.length === 0) return ruleNode({ id, title, verdict: 'not-applicable', code: 'scope.kind', reason: say.noKind(kindTitle(kind, context)) });
  const children = components.map((component) =>
    judge(
      reports.filter((report) => report.component === component.id),
      {
        id: `tests.${type}.${component.id}`,
        title: say.tests(testTypeTitle(type, context), component.id),
        least: rule.tests.least,
        type: `${type}, ${component.id}`,
      },
      context,
    ),
  );
  return summarise(children, { id, title });
}

interface Wanted {
  readonly id: string;
  readonly title: string;
  readonly least: number;
  readonly type: string;
}

function judge(reports: readonly TestsReport[], wanted: Wanted, context: RuleContext): Verdict {
  const say = evidenceWords[context.policy.locale];
  const { id, title, least } = wanted;
  const failed = reports.find((report) => report.outcome === 'ok' && report.totals.failed + report.totals.errors > 0);
  if (failed) {
    const { totals } = failed;
    return ruleNode({
      id,
      title,
      verdict: 'fail',
      code: 'tests.failed',
      reason: say.testsFailed(totals.failed + totals.errors, ranOf(failed), failed.file),
      next: say.testsFailedNext(title),
    });
  }
  const unusable = reports.find((report) => report.outcome !== 'ok');
  if (unusable) return unusableReport(unusable, { id, title }, context.policy.locale);
  if (reports.length === 0) return unclassified(wanted, context) ?? missingEvidence({ id, title, code: 'tests.missing', upload: wanted.type }, context);
  const ran = reports.reduce((sum, report) => sum + ranOf(report), 0);
  const skipped = reports.reduce((sum, report) => sum + report.totals.skipped, 0);
  if (ran === 0)
    return ruleNode({
      id,
      title,
      verdict: 'cannot-evaluate',
      code: 'tests.none-ran',
      reason: say.noneRan(title, skipped),
      next: say.testsFewNext(title, least),
    });
  if (ran < least)
    return ruleNode({ id, title, verdict: 'fail', code: 'tests.too-few', reason: say.testsFew(ran, least), next: say.testsFewNext(title, least - ran) });
  return ruleNode({ id, title, verdict: 'pass', code: 'tests.pass', reason: say.testsPass(ran, least) });
}

/** Tests ran that nobody classified: they may be the wanted ones, and their report needs a line of configuration, not another run. */
function unclassified({ id, title, type }: Wanted, context: RuleContext): Verdict | null {
  if (evidenceDeadline(context) !== null) return null;
  const reports = context.bundles
    .flatMap((bundle) => bundle.reports)
    .filter((report) => report.kind === 'tests' && report.type === null && report.outcome === 'ok');
  const [first] = reports;
  if (!first) return null;
  const say = evidenceWords[context.policy.locale];
  const count = reports.reduce((sum, report) => sum + (report.kind === 'tests' ? ranOf(report) : 0), 0);
  return ruleNode({
    id,
    title,
    verdict: 'cannot-evaluate',
    code: 'tests.unclassified',
    reason: say.unclassified(title, count, first.file),
    next: say.unclassifiedNext(first.file, type.split(',')[0] ?? type),
  });
}

function ranOf(report: TestsReport): number {
  return report.totals.tests - report.totals.skipped;
}

function summarise(children: readonly Verdict[], node: { id: string; title: string }): Verdict {
  const verdict = combineAll(children.map((child) => child.verdict));
  const telling = children.find((child) => child.verdict === verdict);
  if (children.length === 1 && telling) return telling;
  return ruleNode({
    ...node,
    verdict,
    code: telling?.code ?? 'tests.none',
    reason: telling ? `${telling.title}: ${telling.reason}` : '',
    next: telling?.next ?? null,
    children,
    deadline: telling?.deadline,
  });
}

function testTypeTitle(type: string, context: RuleContext): string {
  return context.policy.text.testTypes[type]?.title ?? type;
}

function kindTitle(kind: string, context: RuleContext): string {
  return context.policy.text.componentKinds[kind]?.title ?? kind;
}

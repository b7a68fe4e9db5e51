import type { TestsReport } from '../evidence/report.ts';
import type { Verdict } from '../verdict/verdict.ts';
import { evidenceGapWords } from './evidence-gap-words.ts';
import type { RuleContext } from './rule-context.ts';
import { ruleNode } from './rule-node.ts';
import { unusableReport } from './unusable-report.ts';

/** The tests that a rule asks for, of all components or of one. */
export interface WantedTests {
  readonly id: string;
  readonly title: string;
  readonly least: number;
  readonly type: string;
  readonly component: string | null;
}

/** Reports that may hold wanted tests, as nobody said of what type or component they are. */
export function mayBeWanted(report: TestsReport, { type, component }: WantedTests): boolean {
  const lacksComponent = component !== null && report.component === null;
  return (
    (report.type === null || report.type === type) &&
    (component === null || lacksComponent || report.component === component) &&
    (report.type === null || lacksComponent)
  );
}

/** Tests ran that nobody classified: they may be the wanted ones, and their report needs a line of configuration, not another run. */
export function unclassifiedTests(reports: readonly TestsReport[], wanted: WantedTests, context: RuleContext): Verdict | null {
  const ran = reports.filter((report) => report.outcome === 'ok');
  const [first] = ran;
  if (!first) return null;
  const say = evidenceGapWords[context.policy.locale];
  const count = ran.reduce((sum, { totals }) => sum + totals.tests - totals.skipped, 0);
  return unknown(wanted, { report: first, code: 'tests.unclassified', reason: (about) => say.testsUnknown(wanted.title, count, about) }, context);
}

/** Tests of no known type or component failed, or their report cannot be read: what is known may not be all. */
export function unclassifiedTrouble(reports: readonly TestsReport[], wanted: WantedTests, context: RuleContext): Verdict | null {
  const say = evidenceGapWords[context.policy.locale];
  const unread = reports.find((report) => report.outcome !== 'ok');
  if (unread)
    return { ...unusableReport(unread, wanted, context.policy.locale), next: say.unreadNext({ file: unread.file, says: missingWords(unread, wanted) }) };
  const failed = reports.find(({ totals }) => totals.failed + totals.errors > 0);
  if (!failed) return null;
  const count = failed.totals.failed + failed.totals.errors;
  return unknown(wanted, { report: failed, code: 'tests.unclassified-failed', reason: (about) => say.testsUnknownFailed(wanted.title, count, about) }, context);
}

interface Unknown {
  readonly report: TestsReport;
  readonly code: string;
  readonly reason: (about: { file: string; lacks: 'type' | 'component' }) => string;
}

function unknown(wanted: WantedTests, { report, code, reason }: Unknown, context: RuleContext): Verdict {
  const { id, title } = wanted;
  const lacks = report.type === null ? 'type' : 'component';
  const next = evidenceGapWords[context.policy.locale].testsUnknownNext(
    { file: report.file, says: missingWords(report, wanted) },
    lacks === 'type' ? 'test-type' : 'component',
  );
  return ruleNode({ id, title, verdict: 'cannot-evaluate', code, reason: reason({ file: report.file, lacks }), next });
}

/** What a mapping would have to say of the report for it to count here. */
function missingWords(report: TestsReport, { type, component }: WantedTests): string {
  const words = [report.type === null ? `type: ${type}` : null, component !== null && report.component === null ? `component: ${component}` : null];
  return words.filter((word) => word !== null).join(', ');
}

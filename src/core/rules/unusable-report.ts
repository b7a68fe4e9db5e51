import type { Report } from '../evidence/report.ts';
import type { Locale } from '../playbook/text-schema.ts';
import type { Verdict } from '../verdict/verdict.ts';
import { evidenceWords } from './evidence-words.ts';
import { ruleNode } from './rule-node.ts';

/** A report that is empty, unreadable or tells of its tool's failure proves nothing: cannot-evaluate, with the file. */
export function unusableReport(report: Report, node: { readonly id: string; readonly title: string }, locale: Locale): Verdict {
  const say = evidenceWords[locale];
  const outcome = report.outcome === 'ok' ? 'reject' : report.outcome;
  const place = report.error?.line === undefined ? '' : `:${report.error.line}`;
  const why = report.error ? `${say.outcome[outcome]} (${report.error.message})` : say.outcome[outcome];
  return ruleNode({
    ...node,
    verdict: 'cannot-evaluate',
    code: `report.${outcome}`,
    reason: say.unusable(node.title, `${report.file}${place}`, why),
    next: say.unusableNext(report.file),
  });
}

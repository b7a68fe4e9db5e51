import type { Report } from '../evidence/report.ts';
import type { Locale } from '../playbook/text-schema.ts';
import type { Verdict } from '../verdict/verdict.ts';
import { evidenceGapWords } from './evidence-gap-words.ts';
import { evidenceWords } from './evidence-words.ts';
import { ruleNode } from './rule-node.ts';

/** A report that is empty, unreadable or tells of its tool's failure proves nothing: cannot-evaluate, with the file. */
export function unusableReport(report: Report, node: { readonly id: string; readonly title: string }, locale: Locale): Verdict {
  const say = evidenceWords[locale];
  if (report.format === 'sarif' && report.outcome === 'empty' && !report.error) return foundNothing(report.file, node, locale);
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

/** The contract of SARIF: no results are missing evidence. Scanners that found nothing write it too, and their users ask why. */
function foundNothing(file: string, node: { readonly id: string; readonly title: string }, locale: Locale): Verdict {
  const say = evidenceGapWords[locale];
  return ruleNode({
    ...node,
    verdict: 'cannot-evaluate',
    code: 'report.empty',
    reason: say.scanFoundNothing(node.title, file),
    next: say.scanFoundNothingNext(file),
  });
}

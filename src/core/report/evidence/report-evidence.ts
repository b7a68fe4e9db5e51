import { newestBundles } from '../../evidence/bundle/bundle.ts';
import type { BundleHead } from '../../evidence/bundle/bundle.ts';
import type { Policy } from '../../policy/policy.ts';
import type { PullSnapshot } from '../../snapshot/pull-snapshot.ts';
import { inlineCode } from '../markdown.ts';
import { readinessReportWords } from '../readiness-report-words.ts';
import { renderTable } from '../render-table.ts';
import type { CarriedComponent } from './carried-components.ts';
import { type EvidenceMarks, markSigns } from './evidence-marks.ts';
import { evidenceReportWords } from './evidence-words.ts';

const maxRows = 25;

/** Folded: what is carried forward and from where, where each upload is from, and what the signs behind criteria mean. */
export function reportEvidence(marks: EvidenceMarks, snapshot: PullSnapshot, policy: Policy): string {
  const say = evidenceReportWords[policy.locale];
  const bundles = newestBundles(snapshot.evidence.bundles);
  const { carried } = marks;
  if (bundles.length === 0 && carried.length === 0) return '';
  const verified = bundles.filter(({ provenance }) => provenance.kind === 'verified').length;
  const parts = [
    bundles.length > 0 ? say.uploads(bundles.length) : '',
    verified > 0 ? say.verified(verified) : '',
    bundles.length > verified ? `${say.selfReported(bundles.length - verified)} ${markSigns.selfReported}` : '',
    carried.length > 0 ? `${say.carried(carried.length)} ${markSigns.carried}` : '',
  ].filter((part) => part !== '');
  const legend = [
    marks.onCarried.size > 0 ? `${markSigns.carried} ${say.onCarried}` : '',
    marks.onSelfReported.size > 0 ? `${markSigns.selfReported} ${say.onSelfReported}` : '',
  ].filter((part) => part !== '');
  const body = [carriedTable(carried, policy), uploadTable(bundles, policy), legend.length === 0 ? '' : `<sub>${legend.join('<br>')}</sub>`];
  return `<details>\n<summary><b>${say.title}</b>: ${parts.join(' · ')}</summary>\n\n${body.filter((part) => part !== '').join('\n\n')}\n\n</details>`;
}

function carriedTable(carried: readonly CarriedComponent[], policy: Policy): string {
  const say = evidenceReportWords[policy.locale];
  const rows = carried.map(({ id, sha, day, commits, until }) => [inlineCode(id), say.from(inlineCode(sha.slice(0, 7)), day, commits), until ?? '']);
  return table(say.carriedHeader, rows, policy);
}

function uploadTable(bundles: readonly BundleHead[], policy: Policy): string {
  const say = evidenceReportWords[policy.locale];
  const rows = bundles
    .toSorted((a, b) => (a.identity.uploadName < b.identity.uploadName ? -1 : 1))
    .map(({ identity, provenance }) => [
      inlineCode(identity.uploadName.slice(0, 80)),
      inlineCode(identity.workflowPath.replace(/^\.github\/workflows\//, '').slice(0, 80)),
      provenance.kind === 'verified' ? say.origins.verified(inlineCode(provenance.jobWorkflowRef.slice(0, 160))) : say.origins.selfReported,
    ]);
  return table(say.uploadHeader, rows, policy);
}

function table(header: readonly string[], rows: readonly (readonly string[])[], policy: Policy): string {
  const rest = rows.length > maxRows ? `\n\n${readinessReportWords[policy.locale].moreRows(rows.length - maxRows)}` : '';
  return `${renderTable({ header, rows: rows.slice(0, maxRows) })}${rest}`;
}

import { readMarked } from '../../core/markers/marker.ts';
import { renderReadinessReport } from '../../core/report/readiness-report.ts';
import type { AuditFile } from '../archive/archive-entry.ts';
import { bundlePaths } from '../archive/manifest.ts';
import { publicKeyPem } from '../keys/public-key-pem.ts';
import { renderPart } from '../ledger/part-lines.ts';
import { buildMatrix, type MatrixRow } from '../matrix/build-matrix.ts';
import { matrixJson } from '../matrix/matrix-json.ts';
import { renderMatrixCsv } from '../matrix/render-matrix-csv.ts';
import { renderMatrixMarkdown } from '../matrix/render-matrix-markdown.ts';
import { renderOscal } from '../oscal/render-oscal.ts';
import type { AuditCase } from './audit-case.ts';
import type { AuditInput } from './audit-input.ts';
import { auditWords } from './audit-words.ts';
import { bundlePdf } from './bundle-pdf.ts';
import { listDecisions } from './list-decisions.ts';
import { listEvidence } from './list-evidence.ts';
import { renderAnnex } from './render-annex.ts';
import { renderCover } from './render-cover.ts';
import { renderHtml } from './render-html.ts';
import { renderReadme } from './render-readme.ts';

/** Every file of a bundle but the manifest, the digests and the signature. */
export async function auditFiles(audit: AuditCase, input: Pick<AuditInput, 'signer' | 'chain' | 'renderHtml'>): Promise<AuditFile[]> {
  const rows = buildMatrix(audit);
  const signer = input.signer?.key ?? null;
  const report = reportOf(audit);
  const pointedTo = [...matrixFiles(audit, rows), ...factFiles(audit), textFile(bundlePaths.ledger, renderPart(audit.part))];
  const body = [renderCover(audit, signer), report, renderAnnex(audit)].join('\n\n');
  const { locale } = audit.policy;
  const title = auditWords[locale].title(audit.part.name ?? String(audit.part.repository), audit.pull.number);
  return [
    textFile('README.md', renderReadme(audit, signer)),
    textFile('report/readiness.md', `${report}\n`),
    textFile('report/readiness.html', renderHtml(input.renderHtml(body, audit.snapshot.repository.htmlUrl), { title, locale })),
    { path: 'report/readiness.pdf', bytes: await bundlePdf(audit, { report, signer, rows }) },
    ...pointedTo,
    jsonFile('oscal/assessment-results.json', renderOscal(audit, rows, pointedTo)),
    jsonFile(bundlePaths.keys, { signer, chain: input.chain }),
    ...(signer === null ? [] : [textFile('keys/signing-key.pem', publicKeyPem(signer))]),
  ];
}

/** The report as it was planned with that decision: from the same snapshot, after the same report before it. */
function reportOf({ policy, snapshot, pull, evaluation }: AuditCase): string {
  const previous = readMarked(snapshot.reportComments[pull.number]?.body)?.text ?? null;
  return renderReadinessReport({ policy, snapshot, pull, evaluation, previous });
}

function matrixFiles({ policy }: AuditCase, rows: readonly MatrixRow[]): AuditFile[] {
  return [
    textFile('matrix/control-matrix.csv', renderMatrixCsv(rows, policy)),
    textFile('matrix/control-matrix.md', renderMatrixMarkdown(rows, policy)),
    jsonFile('matrix/control-matrix.json', matrixJson(rows)),
  ];
}

function factFiles(audit: AuditCase): AuditFile[] {
  const { part, policy, policyCommit, judged, decided } = audit;
  const { decisions: _seen, ...facts } = decided;
  return [
    jsonFile(bundlePaths.readiness, facts),
    jsonFile(
      'decisions.json',
      listDecisions(audit).map(({ decision, ...fact }) => ({ ...decision, ...fact })),
    ),
    jsonFile('evidence.json', listEvidence(audit)),
    // Byte for byte what the policy's digest is taken over.
    textFile(bundlePaths.policy, part.policy.content),
    jsonFile('policy/versions.json', {
      playbook: { id: policy.playbook.id, version: policy.playbook.version },
      ownPlaybook: policy.ownPlaybook ? { file: policy.ownPlaybook.file, extends: policy.ownPlaybook.extends } : null,
      policy: part.policy.digest,
      configurationCommit: policyCommit,
      engine: judged.engine,
      tier: policy.tier,
      products: policy.products,
      regulations: policy.regulations,
    }),
  ];
}

export function textFile(path: string, text: string): AuditFile {
  return { path, bytes: Buffer.from(text, 'utf8') };
}

function jsonFile(path: string, value: unknown): AuditFile {
  return textFile(path, `${JSON.stringify(value, null, 2)}\n`);
}

import type { AuditCase } from '../content/audit-case.ts';
import type { DecisionFact } from '../content/list-decisions.ts';
import type { MatrixRow } from '../matrix/build-matrix.ts';
import { evidenceId, resourceId } from './oscal-resources.ts';
import { instant, line, partyId, property, token } from './oscal-text.ts';
import { uuidFive } from './uuid-five.ts';

interface Findings {
  readonly findings: readonly unknown[];
  readonly observations: readonly unknown[];
  readonly risks: readonly unknown[];
}

/** A finding and an observation for each criterion that binds, whatever regulations ask for it; a risk for each that was waived. */
export function oscalFindings(audit: AuditCase, rows: readonly MatrixRow[], tool: string): Findings {
  const byCriterion = Map.groupBy(
    rows.filter(({ binding }) => binding === 'binds'),
    ({ criterion }) => criterion,
  );
  const findings: unknown[] = [];
  const observations: unknown[] = [];
  const risks: unknown[] = [];
  for (const [criterion, of] of byCriterion) {
    const [row] = of;
    if (!row) continue;
    const name = `${audit.part.repository}/entry/${audit.entry.seq}/${criterion}`;
    observations.push(observationOf(audit, row, { uuid: uuidFive(`${name}/observation`), tool }));
    const risk = riskOf(audit, row, uuidFive(`${name}/risk`));
    if (risk) risks.push(risk);
    findings.push({
      uuid: uuidFive(`${name}/finding`),
      title: line(row.title),
      description: row.reason,
      props: [property('criterion', criterion), ...of.map(({ regulation }) => property('regulation', regulation)), property('verdict', row.verdict)],
      target: { type: 'objective-id', 'target-id': token(criterion), status: statusOf(row) },
      'related-observations': [{ 'observation-uuid': uuidFive(`${name}/observation`) }],
      ...(risk ? { 'related-risks': [{ 'risk-uuid': uuidFive(`${name}/risk`) }] } : {}),
    });
  }
  return { findings, observations, risks };
}

/** What was waived is not satisfied: that somebody accepts it is a risk beside it. */
function statusOf({ verdict, waived }: MatrixRow): { state: string; reason: string } {
  if (verdict === 'pass' && !waived) return { state: 'satisfied', reason: 'pass' };
  return { state: 'not-satisfied', reason: verdict === 'fail' ? 'fail' : 'other' };
}

function observationOf(audit: AuditCase, row: MatrixRow, { uuid, tool }: { readonly uuid: string; readonly tool: string }): unknown {
  const people = [...new Set(row.decisions.filter(({ stands }) => stands).map(({ decision }) => partyId(decision.by)))];
  const uploads = row.evidence.map(({ id, upload }) => ({ href: `#${evidenceId(audit, id)}`, description: `${id}: ${upload}` }));
  const evidence = [
    ...uploads,
    ...row.decisions.map(decisionEvidence),
    { href: `#${resourceId('ledger.jsonl')}`, description: `ledger entry ${audit.entry.seq}` },
  ];
  return {
    uuid,
    title: line(row.criterion),
    description: row.reason,
    methods: methodsOf(row),
    types: ['control-objective'],
    origins: [{ actors: [{ type: 'tool', 'actor-uuid': tool }, ...people.map((id) => ({ type: 'party', 'actor-uuid': id, 'role-id': 'authority' }))] }],
    'relevant-evidence': evidence,
    collected: instant(audit.snapshot.now),
  };
}

function decisionEvidence({ decision: { id, kind, subject, by, source } }: DecisionFact): unknown {
  const href = URL.canParse(source.url) ? { href: source.url } : {};
  return { ...href, description: `${kind} ${subject}, ${by.login}`, props: [property('decision', id)] };
}

function methodsOf({ restsOn }: MatrixRow): string[] {
  const tested = restsOn.includes('uploads') || restsOn.includes('checks') ? ['TEST'] : [];
  const examined = restsOn.some((kind) => kind === 'files' || kind === 'issues' || kind === 'policy') ? ['EXAMINE'] : [];
  const asked = restsOn.includes('people') ? ['INTERVIEW'] : [];
  const all = [...tested, ...examined, ...asked];
  return all.length > 0 ? all : ['UNKNOWN'];
}

function riskOf(audit: AuditCase, row: MatrixRow, uuid: string): unknown {
  const waiver = audit.criteria.find(({ verdict }) => verdict.id === row.criterion)?.verdict.waivedBy;
  if (!waiver) return null;
  const by = row.decisions.find(({ decision }) => decision.id === waiver.decision)?.decision.by;
  return {
    uuid,
    title: line(row.title),
    description: row.reason,
    statement: [waiver.reason, waiver.control].filter((text) => text !== undefined && text.trim() !== '').join('\n') || '-',
    props: [property('decision', waiver.decision)],
    status: 'deviation-approved',
    ...(by ? { origins: [{ actors: [{ type: 'party', 'actor-uuid': partyId(by), 'role-id': 'authority' }] }] } : {}),
    deadline: instant(waiver.until),
  };
}

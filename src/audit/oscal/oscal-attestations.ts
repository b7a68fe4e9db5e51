import type { AuditCase } from '../content/audit-case.ts';
import { listDecisions } from '../content/list-decisions.ts';
import { instant, line, partyId, property, token } from './oscal-text.ts';
import { uuidFive } from './uuid-five.ts';

const stated: ReadonlySet<string> = new Set(['approve', 'approve-with-conditions', 'attest', 'baseline']);

/** What people vouched for and still stood: sign-offs of checkpoints, attestations of criteria. */
export function oscalAttestations(audit: AuditCase): unknown[] {
  return listDecisions(audit).flatMap(({ decision, stands, entry }) => {
    const { id, kind, subject, by, proof, at, until, reason, link, conditions } = decision;
    if (!stands || !stated.has(kind)) return [];
    const prose = [`${kind} ${subject}`, reason, link, ...conditions].filter((text): text is string => text !== null && text.trim() !== '');
    const props = [
      property('decision', id),
      property('subject', subject),
      property('authority', proof.authority),
      property('at', instant(at)),
      ...(until === null ? [] : [property('until', instant(until))]),
      ...(entry === null ? [] : [property('ledger-entry', String(entry))]),
    ];
    const part = { uuid: uuidFive(`decision/${id}`), name: token(kind), title: line(subject), props, prose: prose.join('\n') };
    return [{ 'responsible-parties': [{ 'role-id': 'authority', 'party-uuids': [partyId(by)] }], parts: [part] }];
  });
}

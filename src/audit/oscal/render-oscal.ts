import type { AuditCase } from '../content/audit-case.ts';
import type { AuditFile } from '../archive/archive-entry.ts';
import { auditWords } from '../content/audit-words.ts';
import { listDecisions } from '../content/list-decisions.ts';
import type { MatrixRow } from '../matrix/build-matrix.ts';
import { oscalAttestations } from './oscal-attestations.ts';
import { oscalFindings } from './oscal-findings.ts';
import { oscalResources, resourceId } from './oscal-resources.ts';
import { instant, line, ourNamespace, partyId, property, token } from './oscal-text.ts';
import { uuidFive } from './uuid-five.ts';

/** The version of NIST's model that we write. */
export const oscalVersion = '1.1.3';

/**
 * The release as NIST's OSCAL assessment results: each criterion that binds is a finding with an observation; a waiver is a risk whose
 * deviation was approved; attestations are statements. `files` are those that it points to. Ids follow from what they name.
 */
export function renderOscal(audit: AuditCase, rows: readonly MatrixRow[], files: readonly AuditFile[]): unknown {
  const { part, entry, head, policy, pull, snapshot, readiness, judged } = audit;
  const name = part.name ?? String(part.repository);
  const result = `${part.repository}/pull/${pull.number}/entry/${entry.seq}`;
  const tool = uuidFive(`sprintgate/${judged.engine}`);
  const title = auditWords[policy.locale].title(name, pull.number);
  const controls = [...new Set(rows.map(({ criterion }) => token(criterion)))].toSorted();
  const { findings, observations, risks } = oscalFindings(audit, rows, tool);
  const attestations = oscalAttestations(audit);
  return {
    'assessment-results': {
      uuid: uuidFive(result),
      metadata: {
        title,
        'last-modified': instant(head.at),
        version: `${head.seq}.${head.digest.slice(0, 12)}`,
        'oscal-version': oscalVersion,
        props: [property('ledger-entry', `${entry.seq}:${entry.digest}`), property('ledger-end', `${head.seq}:${head.digest}`)],
        roles: [{ id: 'authority', title: 'Authority' }],
        parties: partiesOf(audit),
      },
      'import-ap': { href: `#${resourceId('policy/policy.json')}` },
      results: [
        {
          uuid: uuidFive(`${result}/result`),
          title,
          description: readiness.reason,
          start: instant(snapshot.now),
          end: instant(head.at),
          props: [
            property('commit', snapshot.headSha),
            property('verdict', readiness.verdict),
            property('playbook', `${policy.playbook.id}@${policy.playbook.version}`),
            property('policy-sha256', part.policy.digest),
          ],
          'local-definitions': { components: [engineOf(tool, judged.engine)] },
          'reviewed-controls': { 'control-selections': [{ 'include-controls': controls.map((id) => ({ 'control-id': id })) }] },
          ...(attestations.length > 0 ? { attestations } : {}),
          ...(observations.length > 0 ? { observations } : {}),
          ...(risks.length > 0 ? { risks } : {}),
          ...(findings.length > 0 ? { findings } : {}),
        },
      ],
      'back-matter': { resources: oscalResources(files, audit) },
    },
  };
}

/** What judged: a tool that findings can name. */
function engineOf(uuid: string, engine: string): unknown {
  const props = [
    { name: 'version', value: line(engine) },
    { name: 'engine', ns: ourNamespace, value: 'sprintgate' },
  ];
  return { uuid, type: 'software', title: 'Sprintgate', description: 'The engine that judged the release.', props, status: { state: 'operational' } };
}

/** The organisation, and everybody who decided something. */
function partiesOf(audit: AuditCase): unknown[] {
  const owner = audit.snapshot.repository.owner;
  const people = new Map(listDecisions(audit).map(({ decision: { by } }) => [by.id, by]));
  return [
    { uuid: uuidFive(`github-account/${owner}`), type: 'organization', name: line(owner) },
    ...[...people.values()]
      .toSorted((a, b) => a.id - b.id)
      .map((by) => ({ uuid: partyId(by), type: 'person', name: line(by.login), props: [property('github-id', String(by.id))] })),
  ];
}

import type { Locale } from '../../../core/playbook/text-schema.ts';

/** What people write over the whole length of the method. */
export interface WholeWords {
  readonly attest: (criterion: string) => string;
  readonly sprintBody: (sprint: number) => string;
  readonly commit: string;
  readonly waive: (criterion: string, until: string) => string;
  readonly reject: (checkpoint: string) => string;
  readonly mended: string;
  readonly mendMessage: string;
  readonly riskDealtWith: string;
  readonly incident: string;
  readonly incidentOver: string;
  readonly releaseTitle: string;
  readonly releaseBody: string;
}

export const wholeWords: Readonly<Record<Locale, WholeWords>> = {
  en: {
    attest: (criterion) => `/sprintgate attest ${criterion} https://aval.example/evidence/${criterion}`,
    sprintBody: (sprint) => `What sprint ${sprint} brings, with its tests and its documents.`,
    commit: '/sprintgate commit',
    waive: (criterion, until) =>
      `/sprintgate waive ${criterion} until ${until} the contract for the WAF is being signed with: the API is open to the office network only`,
    reject: (checkpoint) => `/sprintgate reject ${checkpoint} a dependency has a critical hole (CVE-2027-0001)`,
    mended: 'Update the dependency with the critical hole',
    mendMessage: 'fix: update the dependency with the critical hole',
    riskDealtWith: 'The integration tests run on each change since sprint 3, and nothing broke: we take this risk as dealt with.',
    incident: 'The payments network is down in pre-production',
    incidentOver: 'It is back; we watched it for an hour.',
    releaseTitle: 'Release 1.0',
    releaseBody: 'What seventeen sprints brought, for pre-production.',
  },
  es: {
    attest: (criterion) => `/sprintgate atestiguar ${criterion} https://aval.example/evidencia/${criterion}`,
    sprintBody: (sprint) => `Lo que trae el sprint ${sprint}, con sus pruebas y sus documentos.`,
    commit: '/sprintgate comprometer',
    waive: (criterion, until) =>
      `/sprintgate exentar ${criterion} hasta ${until} el contrato del WAF está en firma con: el API solo se abre a la red de la oficina`,
    reject: (checkpoint) => `/sprintgate rechazar ${checkpoint} una dependencia tiene un hueco crítico (CVE-2027-0001)`,
    mended: 'Actualizar la dependencia con el hueco crítico',
    mendMessage: 'fix: actualizar la dependencia con el hueco crítico',
    riskDealtWith: 'Las pruebas de integración corren en cada cambio desde el sprint 3 y nada se ha roto: damos por atendido este riesgo.',
    incident: 'La red de pagos no responde en preproducción',
    incidentOver: 'Ya responde; la observamos una hora.',
    releaseTitle: 'Liberar 1.0',
    releaseBody: 'Lo que trajeron diecisiete sprints, para preproducción.',
  },
};

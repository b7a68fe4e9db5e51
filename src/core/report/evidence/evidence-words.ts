import type { Locale } from '../../playbook/text-schema.ts';

interface EvidenceWords {
  readonly title: string;
  readonly uploads: (count: number) => string;
  readonly verified: (count: number) => string;
  readonly selfReported: (count: number) => string;
  readonly carried: (count: number) => string;
  readonly carriedHeader: readonly [component: string, from: string, until: string];
  readonly from: (commit: string, day: string, commits: number) => string;
  readonly uploadHeader: readonly [upload: string, workflow: string, origin: string];
  readonly origins: { readonly selfReported: string; readonly verified: (workflow: string) => string };
  readonly onCarried: string;
  readonly onSelfReported: string;
}

/** Words of the part on evidence in the readiness report. */
export const evidenceReportWords: Record<Locale, EvidenceWords> = {
  en: {
    title: 'Evidence',
    uploads: (count) => `${count} ${count === 1 ? 'upload' : 'uploads'}`,
    verified: (count) => `${count} of verified origin`,
    selfReported: (count) => `${count} self-reported`,
    carried: (count) => `${count} ${count === 1 ? 'component' : 'components'} carried forward`,
    carriedHeader: ['Component', 'Coverage carried from', 'Counts until'],
    from: (commit, day, commits) => `${commit} of ${day}, ${commits} ${commits === 1 ? 'commit' : 'commits'} ago`,
    uploadHeader: ['Upload', 'Workflow', 'Origin'],
    origins: { selfReported: 'self-reported', verified: (workflow) => `verified: ${workflow}` },
    onCarried: 'looks at coverage of an earlier commit',
    onSelfReported: 'looks at uploads of which nothing proves the origin: whoever may change the workflow may change them',
  },
  es: {
    title: 'Evidencia',
    uploads: (count) => `${count} ${count === 1 ? 'carga' : 'cargas'}`,
    verified: (count) => `${count} de origen verificado`,
    selfReported: (count) => `${count} sin origen verificado`,
    carried: (count) => `${count} ${count === 1 ? 'componente' : 'componentes'} con evidencia anterior`,
    carriedHeader: ['Componente', 'Cobertura tomada de', 'Cuenta hasta'],
    from: (commit, day, commits) => `${commit} del ${day}, hace ${commits} ${commits === 1 ? 'commit' : 'commits'}`,
    uploadHeader: ['Carga', 'Workflow', 'Origen'],
    origins: { selfReported: 'lo dice el propio workflow', verified: (workflow) => `verificado: ${workflow}` },
    onCarried: 'mira la cobertura de un commit anterior',
    onSelfReported: 'mira cargas cuyo origen nada demuestra: quien puede cambiar el workflow puede cambiarlas',
  },
};

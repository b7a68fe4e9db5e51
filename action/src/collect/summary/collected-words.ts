import type { Locale } from '../../../../src/core/playbook/text-schema.ts';
import type { CollectNote } from '../collect-note.ts';

export interface CollectedWords {
  readonly collected: (count: number) => string;
  readonly coverage: string;
  readonly tests: string;
  readonly findings: string;
  readonly metrics: string;
  readonly unread: string;
  readonly unreadNext: string;
  readonly reports: string;
  readonly report: string;
  readonly format: string;
  readonly outcome: string;
  readonly why: string;
  readonly component: string;
  readonly files: string;
  readonly measure: string;
  readonly measures: Readonly<Record<'lines' | 'statements' | 'instructions', string>>;
  readonly covered: string;
  readonly percent: string;
  readonly total: string;
  readonly other: string;
  readonly worstFiles: string;
  readonly file: string;
  readonly missing: string;
  readonly unplaced: (count: number) => string;
  readonly ambiguous: (count: number) => string;
  readonly uncovered: string;
  readonly uncoveredLines: (lines: number, first: number, last: number) => string;
  readonly noDifference: string;
  readonly allCovered: string;
  readonly type: string;
  readonly unclassified: string;
  readonly passed: string;
  readonly failed: string;
  readonly errors: string;
  readonly skipped: string;
  readonly flaky: string;
  readonly failedTests: string;
  readonly scan: string;
  readonly suppressed: string;
  readonly worstFindings: string;
  readonly severity: Readonly<Record<'critical' | 'high' | 'medium' | 'low' | 'info' | 'unknown', string>>;
  readonly more: (count: number) => string;
  readonly name: string;
  readonly value: string;
  readonly truncated: string;
  readonly nextStep: string;
  readonly notUploaded: string;
  readonly uploaded: (name: string, id: number) => string;
  readonly identity: string;
  readonly noIdentity: string;
  readonly fork: string;
  readonly identityFailed: (problem: string) => string;
  readonly note: (note: CollectNote) => string;
  readonly outcomes: Readonly<Record<'ok' | 'empty' | 'reject' | 'tool-error', string>>;
}

const en: CollectedWords = {
  collected: (count) => `${count} ${count === 1 ? 'report' : 'reports'} collected`,
  coverage: 'Coverage',
  tests: 'Tests',
  findings: 'Findings',
  metrics: 'Metrics',
  unread: 'Not to be counted on',
  unreadNext: 'A gate treats these as missing evidence. Mend the step that writes them, or leave them out of `evidence`.',
  reports: 'Reports',
  report: 'Report',
  format: 'Format',
  outcome: 'Outcome',
  why: 'Why',
  component: 'Component',
  files: 'Files',
  measure: 'Measure',
  measures: { lines: 'lines', statements: 'statements', instructions: 'instructions' },
  covered: 'Covered',
  percent: '%',
  total: 'Total',
  other: 'in no component',
  worstFiles: 'Files with most that is not covered',
  file: 'File',
  missing: 'Not covered',
  unplaced: (count) => `${count} ${count === 1 ? 'file is' : 'files are'} not in the repository, and counted in no component. Set evidence.sourceRoots.`,
  ambiguous: (count) => `${count} ${count === 1 ? 'file fits' : 'files fit'} several places in the repository. Set evidence.sourceRoots.`,
  uncovered: 'Changed lines that no test runs',
  uncoveredLines: (lines, first, last) => (first === last ? `No test runs line ${first}.` : `No test runs ${lines} of the lines ${first} to ${last}.`),
  noDifference: 'The changed lines are not known here: let actions/checkout fetch the base too (`fetch-depth: 2` on pull requests, else 0).',
  allCovered: 'Tests run every changed line that these reports know.',
  type: 'Type',
  unclassified: 'unclassified',
  passed: 'Passed',
  failed: 'Failed',
  errors: 'Errors',
  skipped: 'Skipped',
  flaky: 'Flaky',
  failedTests: 'What failed',
  scan: 'Scan',
  suppressed: 'Accepted',
  worstFindings: 'Worst findings',
  severity: { critical: 'Critical', high: 'High', medium: 'Medium', low: 'Low', info: 'Info', unknown: 'Unknown' },
  more: (count) => `… and ${count} more.`,
  name: 'Name',
  value: 'Value',
  truncated: 'The rest is left out: GitHub takes a mebibyte a step.',
  notUploaded: 'Not uploaded: no gate will see this',
  nextStep: 'This step uploads nothing itself. The next step of the job uploads the folder:',
  uploaded: (name, id) => `Uploaded as ${name} (artifact ${id}).`,
  identity: 'GitHub vouches for the job that made this upload (`identity.jwt`).',
  noIdentity: 'Nobody vouches for this upload: it counts as self-reported. Where the gates demand proof, give the job `permissions: id-token: write`.',
  fork: 'This pull request comes from a fork: its job may collect and upload, and nothing more. The upload counts as self-reported.',
  identityFailed: (problem) => `GitHub gave no identity for this job (${problem}); the upload counts as self-reported.`,
  note: (note) => {
    if (note.kind === 'committed')
      return note.count === 1
        ? '1 file that looks like a report is checked in, so not made by this job.'
        : `${note.count} files that look like reports are checked in, so not made by this job.`;
    return `Of unknown format, and left out: ${listed(note.paths, (rest) => ` and ${rest} more`)}.`;
  },
  outcomes: { ok: 'read', empty: 'empty', reject: 'cannot be read', 'tool-error': 'its tool failed' },
};

const es: CollectedWords = {
  collected: (count) => (count === 1 ? '1 reporte reunido' : `${count} reportes reunidos`),
  coverage: 'Cobertura',
  tests: 'Pruebas',
  findings: 'Hallazgos',
  metrics: 'Métricas',
  unread: 'Lo que no se puede tomar en cuenta',
  unreadNext: 'Para las compuertas esto es evidencia que falta. Corrija el paso que los escribe, o quítelos de `evidence`.',
  reports: 'Reportes',
  report: 'Reporte',
  format: 'Formato',
  outcome: 'Resultado',
  why: 'Motivo',
  component: 'Componente',
  files: 'Archivos',
  measure: 'Medida',
  measures: { lines: 'líneas', statements: 'sentencias', instructions: 'instrucciones' },
  covered: 'Cubierto',
  percent: '%',
  total: 'Total',
  other: 'en ningún componente',
  worstFiles: 'Archivos con más código sin cubrir',
  file: 'Archivo',
  missing: 'Sin cubrir',
  unplaced: (count) =>
    count === 1
      ? '1 archivo no está en el repositorio y no cuenta en ningún componente. Define evidence.sourceRoots.'
      : `${count} archivos no están en el repositorio y no cuentan en ningún componente. Define evidence.sourceRoots.`,
  ambiguous: (count) =>
    count === 1
      ? '1 archivo cabe en varios lugares del repositorio. Define evidence.sourceRoots.'
      : `${count} archivos caben en varios lugares del repositorio. Define evidence.sourceRoots.`,
  uncovered: 'Líneas cambiadas que ninguna prueba ejecuta',
  uncoveredLines: (lines, first, last) =>
    first === last ? `Ninguna prueba ejecuta la línea ${first}.` : `Ninguna prueba ejecuta ${lines} de las líneas ${first} a ${last}.`,
  noDifference: 'Aquí no se conocen las líneas cambiadas: que actions/checkout traiga también la base (`fetch-depth: 2` en pull requests; si no, 0).',
  allCovered: 'Las pruebas ejecutan cada línea cambiada que estos reportes conocen.',
  type: 'Tipo',
  unclassified: 'sin clasificar',
  passed: 'Pasaron',
  failed: 'Fallaron',
  errors: 'Errores',
  skipped: 'Omitidas',
  flaky: 'Inestables',
  failedTests: 'Lo que falló',
  scan: 'Análisis',
  suppressed: 'Aceptados',
  worstFindings: 'Los hallazgos más graves',
  severity: { critical: 'Crítica', high: 'Alta', medium: 'Media', low: 'Baja', info: 'Informativa', unknown: 'Desconocida' },
  more: (count) => `… y ${count} más.`,
  name: 'Nombre',
  value: 'Valor',
  truncated: 'Se omite el resto: GitHub acepta un mebibyte por paso.',
  notUploaded: 'No se subió: ninguna compuerta lo verá',
  nextStep: 'Este paso no sube nada por sí mismo. El siguiente paso del job sube la carpeta:',
  uploaded: (name, id) => `Subido como ${name} (artefacto ${id}).`,
  identity: 'GitHub da fe del job que hizo este artefacto (`identity.jwt`).',
  noIdentity:
    'Nadie da fe de este artefacto: cuenta como declarado por el propio job. Si las compuertas piden prueba, dele al job `permissions: id-token: write`.',
  fork: 'Este pull request viene de un fork: su job puede reunir y subir, y nada más. El artefacto cuenta como declarado por el propio job.',
  identityFailed: (problem) => `GitHub no dio una identidad para este job (${problem}); el artefacto cuenta como declarado por el propio job.`,
  note: (note) => {
    if (note.kind === 'committed')
      return note.count === 1
        ? '1 archivo que parece reporte está en el repositorio: no lo hizo este job.'
        : `${note.count} archivos que parecen reportes están en el repositorio: no los hizo este job.`;
    return `De formato desconocido, y omitidos: ${listed(note.paths, (rest) => ` y ${rest} más`)}.`;
  },
  outcomes: { ok: 'leído', empty: 'vacío', reject: 'no se puede leer', 'tool-error': 'falló su herramienta' },
};

function listed(paths: readonly string[], rest: (count: number) => string): string {
  const shown = paths.slice(0, 10).join(', ');
  return paths.length > 10 ? shown + rest(paths.length - 10) : shown;
}

/** Words of the summary and the annotations of a collecting step. */
export const collectedWords: Readonly<Record<Locale, CollectedWords>> = { en, es };

import type { Locale } from '../playbook/text-schema.ts';

/** A line under `evidence.reports` that says what a report is. */
interface MappingLine {
  readonly file: string;
  /** What follows the files, e.g. `type: unit`. */
  readonly says: string;
}

interface EvidenceGapWords {
  readonly awaited: (what: string, workflow: string) => string;
  readonly refused: (what: string, upload: string, why: string) => string;
  readonly refusedNext: (upload: string, prefix: string) => string;
  readonly forbiddenNext: string;
  readonly overdue: (what: string, workflow: string, deadline: string) => string;
  readonly overdueNext: (workflow: string) => string;
  readonly unreadNext: (line: MappingLine) => string;
  readonly testsUnknown: (what: string, count: number, about: { file: string; lacks: 'type' | 'component' }) => string;
  readonly testsUnknownFailed: (what: string, failed: number, about: { file: string; lacks: 'type' | 'component' }) => string;
  readonly testsUnknownNext: (line: MappingLine, input: string) => string;
  readonly scanUnknown: (what: string, count: string, file: string) => string;
  readonly scanUnknownNext: (line: MappingLine) => string;
  readonly scanFoundNothing: (what: string, file: string) => string;
  readonly scanFoundNothingNext: (file: string) => string;
  readonly metricNoUnit: (name: string, wanted: string, file: string) => string;
  readonly metricNoUnitNext: (name: string, file: string) => string;
}

const lineOf = ({ file, says }: MappingLine): string => `\`- { files: ["${file}"], ${says} }\``;

const es = { type: 'tipo', component: 'componente' } as const;

/** Sentences for evidence that is there while other evidence, which could change the verdict, is not known. */
export const evidenceGapWords: Record<Locale, EvidenceGapWords> = {
  en: {
    awaited: (what, workflow) => `${what}: \`${workflow}\` is still running, and may bring more or replace what is here`,
    refused: (what, upload, why) => `${what}: the upload \`${upload}\` was refused, and may hold what changes this: ${why}`,
    refusedNext: (upload, prefix) =>
      `Mend the step that uploads \`${upload}\` and run its workflow again. If it is no evidence, give it a name that does not begin with \`${prefix}\`, or name the workflows that bring evidence under \`evidence: { workflows: [...] }\` in \`.github/sprintgate.yml\`.`,
    forbiddenNext: 'Give Sprintgate the permission `actions: read`, then ask for `/sprintgate recheck`.',
    overdue: (what, workflow, deadline) => `${what}: \`${workflow}\` has not ended by ${deadline}, and may still bring more or replace what is here`,
    overdueNext: (workflow) =>
      `Let \`${workflow}\` end, or cancel it. If it takes longer as a rule, raise \`coverage: { deadline: 2h }\` in \`.github/sprintgate.yml\`; if it brings no evidence, name those that do: \`evidence: { workflows: [...] }\`.`,
    unreadNext: (line) =>
      `Mend the step that writes \`${line.file}\` and run the workflow again. What it is about is not known; if it is something else, say so under \`evidence.reports\` in \`.github/sprintgate.yml\`, in the form ${lineOf(line)}.`,
    testsUnknown: (what, count, { file, lacks }) =>
      `${what}: no report is known to be of this ${lacks}. ${count} ${count === 1 ? 'test' : 'tests'} of no known ${lacks} ran, e.g. in \`${file}\``,
    testsUnknownFailed: (what, failed, { file, lacks }) =>
      `${what}: ${failed} ${failed === 1 ? 'test' : 'tests'} of no known ${lacks} failed and may belong here (\`${file}\`)`,
    testsUnknownNext: (line, input) =>
      `Say which reports these are, under \`evidence.reports\` in \`.github/sprintgate.yml\`: ${lineOf(line)}; or with the Action's input \`${input}\`.`,
    scanUnknown: (what, count, file) => `${what}: with those of \`${file}\`, whose scan is not known, there are too many: ${count}`,
    scanUnknownNext: (line) =>
      `Say what was scanned, under \`evidence.reports\` in \`.github/sprintgate.yml\`: ${lineOf(line)}, or another scan; or with the Action's input \`scan\`.`,
    scanFoundNothing: (what, file) => `${what}: \`${file}\` lists no results. A SARIF file of a clean scan cannot be told from one of a scan that did not run`,
    scanFoundNothingNext: (file) =>
      `Let the scanner write its own JSON beside \`${file}\` (Semgrep, Trivy, … say there what they looked at) and upload that instead, or let an authority attest where the criterion allows it.`,
    metricNoUnit: (name, wanted, file) => `${name} in \`${file}\` has no known unit, and the limit is in ${wanted}`,
    metricNoUnitNext: (name, file) =>
      `Write its unit under \`evidence.reports\` in \`.github/sprintgate.yml\`: \`- { files: ["${file}"], metrics: { ${name}: { path: ${name}, unit: UNIT } } }\`, with \`ratio\` (0 to 1), \`percent\` (0 to 100), \`ms\` or \`s\` for UNIT.`,
  },
  es: {
    awaited: (what, workflow) => `${what}: \`${workflow}\` sigue en ejecución y puede traer más o reemplazar lo que hay`,
    refused: (what, upload, why) => `${what}: se rechazó el artefacto \`${upload}\`, que puede contener lo que cambie esto: ${why}`,
    refusedNext: (upload, prefix) =>
      `Corrija el paso que sube \`${upload}\` y ejecute de nuevo su workflow. Si no es evidencia, dele un nombre que no empiece con \`${prefix}\`, o nombre los workflows que traen evidencia en \`evidence: { workflows: [...] }\` de \`.github/sprintgate.yml\`.`,
    forbiddenNext: 'Dé a Sprintgate el permiso `actions: read` y pida `/sprintgate revisar`.',
    overdue: (what, workflow, deadline) => `${what}: \`${workflow}\` no terminó antes del ${deadline}, y aún puede traer más o reemplazar lo que hay`,
    overdueNext: (workflow) =>
      `Espere a que termine \`${workflow}\`, o cancélelo. Si suele tardar más, amplíe \`coverage: { deadline: 2h }\` en \`.github/sprintgate.yml\`; si no trae evidencia, nombre los que sí: \`evidence: { workflows: [...] }\`.`,
    unreadNext: (line) =>
      `Corrija el paso que escribe \`${line.file}\` y ejecute de nuevo el workflow. No se sabe de qué trata; si es otra cosa, indíquelo en \`evidence.reports\` de \`.github/sprintgate.yml\`, de la forma ${lineOf(line)}.`,
    testsUnknown: (what, count, { file, lacks }) =>
      `${what}: no se sabe que algún reporte sea de este ${es[lacks]}. ${count === 1 ? 'Se ejecutó 1 prueba' : `Se ejecutaron ${count} pruebas`} de ${es[lacks]} desconocido, p. ej. en \`${file}\``,
    testsUnknownFailed: (what, failed, { file, lacks }) =>
      `${what}: ${failed === 1 ? 'falló 1 prueba' : `fallaron ${failed} pruebas`} de ${es[lacks]} desconocido que ${failed === 1 ? 'puede' : 'pueden'} ser de aquí (\`${file}\`)`,
    testsUnknownNext: (line, input) =>
      `Indique qué reportes son, en \`evidence.reports\` de \`.github/sprintgate.yml\`: ${lineOf(line)}; o con la entrada \`${input}\` de la Action.`,
    scanUnknown: (what, count, file) => `${what}: con los de \`${file}\`, cuyo análisis no se conoce, son demasiados: ${count}`,
    scanUnknownNext: (line) =>
      `Indique qué se analizó, en \`evidence.reports\` de \`.github/sprintgate.yml\`: ${lineOf(line)}, u otro análisis; o con la entrada \`scan\` de la Action.`,
    scanFoundNothing: (what, file) =>
      `${what}: \`${file}\` no lista resultados. Un SARIF de un análisis limpio no se distingue de uno de un análisis que no se ejecutó`,
    scanFoundNothingNext: (file) =>
      `Haga que el analizador escriba además de \`${file}\` su propio JSON (Semgrep, Trivy, … dicen ahí qué revisaron) y suba ese en su lugar, o que una autoridad atestigüe donde el criterio lo permita.`,
    metricNoUnit: (name, wanted, file) => `${name} en \`${file}\` no tiene unidad conocida, y el límite está en ${wanted}`,
    metricNoUnitNext: (name, file) =>
      `Escriba su unidad en \`evidence.reports\` de \`.github/sprintgate.yml\`: \`- { files: ["${file}"], metrics: { ${name}: { path: ${name}, unit: UNIDAD } } }\`, donde UNIDAD es \`ratio\` (0 a 1), \`percent\` (0 a 100), \`ms\` o \`s\`.`,
  },
};

import type { Locale } from '../playbook/text-schema.ts';

interface EvidenceWords {
  readonly waiting: (what: string) => string;
  readonly waitingNext: (deadline: string) => string;
  readonly noReport: (what: string, looked: string) => string;
  readonly noReportNext: (what: string) => string;
  readonly unusable: (what: string, file: string, why: string) => string;
  readonly unusableNext: (file: string) => string;
  readonly outcome: Readonly<Record<'empty' | 'reject' | 'tool-error', string>>;
  readonly tests: (type: string, component: string | null) => string;
  readonly testsPass: (ran: number, least: number) => string;
  readonly testsFailed: (failed: number, ran: number, file: string) => string;
  readonly testsFailedNext: (what: string) => string;
  readonly testsFew: (ran: number, least: number) => string;
  readonly testsFewNext: (what: string, missing: number) => string;
  readonly noneRan: (what: string, skipped: number) => string;
  readonly noKind: (kind: string) => string;
  readonly findings: (scan: string) => string;
  readonly findingsCount: (count: number, severities: string, atMost: number) => string;
  readonly findingsUnknown: (counts: { count: number; unknown: number; atMost: number }, severities: string) => string;
  readonly findingsNext: (excess: number, severities: string) => string;
  readonly findingsUnknownNext: string;
  readonly metric: (name: string) => string;
  readonly metricReason: (name: string, value: string, wanted: string) => string;
  readonly metricNext: (name: string, wanted: string) => string;
  readonly metricNotNumber: (name: string, file: string) => string;
  readonly metricUnit: (name: string, units: { reported: string; wanted: string }, file: string) => string;
  readonly metricUnitNext: (name: string) => string;
  readonly files: (paths: string) => string;
  readonly filesFound: (count: number, first: string) => string;
  readonly filesMissing: (count: number, least: number, paths: string) => string;
  readonly filesNext: (paths: string) => string;
  readonly noTree: string;
  readonly noTreeNext: string;
  readonly check: (name: string) => string;
  readonly checkPassed: (names: string) => string;
  readonly checkFailed: (name: string, conclusion: string) => string;
  readonly checkFailedNext: (name: string) => string;
  readonly checkRunning: (name: string) => string;
  readonly checkNoVerdict: (name: string, conclusion: string) => string;
  readonly checkMissing: (name: string) => string;
  readonly checkMissingNext: (name: string) => string;
  readonly checkNameNext: (capability: string) => string;
  readonly openIssues: (labels: string) => string;
  readonly openIssuesReason: (count: number, labels: string, fewerThan: number) => string;
  readonly openIssuesMended: (counts: { count: number; mended: number; left: number }, labels: string) => string;
  readonly openIssuesAssign: (issue: string, login: string) => string;
  readonly openIssuesNext: (excess: number, labels: string) => string;
  readonly openIssuesUnread: (labels: string, why: string | null) => string;
  readonly openIssuesUnreadNext: string;
  readonly noLabel: (labels: string, count: number) => string;
  readonly noLabelNext: string;
  readonly closedItems: (pattern: string) => string;
  readonly closedReason: (closed: number) => string;
  /** `more` is zero or less where all are shown. */
  readonly openItems: (open: readonly string[], more: number) => string;
  readonly openItemsNext: string;
  readonly notSeeded: (ids: readonly string[], more: number) => string;
  readonly notSeededNext: string;
  readonly noSuchItem: (pattern: string) => string;
  readonly coverage: (of: string) => string;
  readonly total: string;
  readonly coverageReason: (figure: string, floor: string, strict: boolean) => string;
  /** `of` is null for the total. */
  readonly coverageNext: (of: string | null, missing: number) => string;
  readonly setFloor: string;
  readonly unknownCoverage: (of: string) => string;
  readonly severity: Readonly<Record<'critical' | 'high' | 'medium' | 'low' | 'info' | 'unknown', string>>;
  readonly list: (parts: readonly string[]) => string;
  readonly unavailable: (what: string, why: string) => string;
}

/** Sentences of the rules that look at evidence, files, checks and issues. Text between backticks is rendered as code. */
export const evidenceWords: Record<Locale, EvidenceWords> = {
  en: {
    waiting: (what) => `${what}: the workflow that should report it is still running`,
    waitingNext: (deadline) => `Nothing to do; without a report by ${deadline} this becomes “cannot be evaluated”.`,
    noReport: (what, looked) => `${what}: no report was found${looked === '' ? '' : `. ${looked}`}`,
    noReportNext: (what) => `Let a workflow of this commit upload the report (${what}) and run it again.`,
    unusable: (what, file, why) => `${what}: the report \`${file}\` ${why}`,
    unusableNext: (file) => `Mend the step that writes \`${file}\` and run the workflow again.`,
    outcome: { empty: 'holds no results', reject: 'cannot be read', 'tool-error': 'says that its tool failed' },
    tests: (type, component) => (component === null ? `${type} tests` : `${type} tests of ${component}`),
    testsPass: (ran, least) => `${ran} ran, none failed (at least ${least} wanted)`,
    testsFailed: (failed, ran, file) => `${failed} of ${ran} failed (\`${file}\`)`,
    testsFailedNext: (what) => `Mend the failing tests: ${what}.`,
    testsFew: (ran, least) => `${ran} ran; at least ${least} must`,
    testsFewNext: (what, missing) => `Add ${missing} or more: ${what}.`,
    noneRan: (what, skipped) => `${what}: the report shows that none ran (${skipped} skipped)`,
    noKind: (kind) => `The configuration has no component of the kind ${kind}`,
    findings: (scan) => `Findings of the scan “${scan}”`,
    findingsCount: (count, severities, atMost) =>
      `${count} open ${count === 1 ? 'finding' : 'findings'} (${severities}); at most ${atMost} ${atMost === 1 ? 'is' : 'are'} accepted`,
    findingsUnknown: ({ count, unknown, atMost }, severities) =>
      `${count} open ${count === 1 ? 'finding' : 'findings'} (${severities}) and ${unknown} without a severity, which may belong to them; at most ${atMost} ${atMost === 1 ? 'is' : 'are'} accepted`,
    findingsNext: (excess, severities) => `Resolve ${excess} or more findings (${severities}).`,
    findingsUnknownNext: 'Give the findings without a severity one (rule metadata or `security-severity`) and scan again.',
    metric: (name) => `Metric ${name}`,
    metricReason: (name, value, wanted) => `${name} is ${value}; it must be ${wanted}`,
    metricNext: (name, wanted) => `Bring ${name} to ${wanted} and let the workflow report it again.`,
    metricNotNumber: (name, file) => `${name} in \`${file}\` is not a number`,
    metricUnit: (name, { reported, wanted }, file) => `${name} in \`${file}\` is in ${reported}, which cannot be compared with ${wanted}`,
    metricUnitNext: (name) => `Write the unit of ${name} under \`evidence.reports\` in \`.github/sprintgate.yml\`.`,
    files: (paths) => `Files ${paths}`,
    filesFound: (count, first) => `${count === 1 ? 'Found' : `${count} found, among them`} \`${first}\``,
    filesMissing: (count, least, paths) => `${least === 1 ? 'No file' : `${count} of ${least} needed files`} found: ${paths}`,
    filesNext: (paths) => `Add what is missing under ${paths} in this pull request.`,
    noTree: 'GitHub could not list the files of this commit',
    noTreeNext: 'Ask for `/sprintgate recheck`; should it stay so, the repository is too large to be listed.',
    check: (name) => `Check ${name}`,
    checkPassed: (names) => `Passed: ${names}`,
    checkFailed: (name, conclusion) => `The check ${name} ended with ${conclusion}`,
    checkFailedNext: (name) => `Open the check ${name} and mend what it reports.`,
    checkRunning: (name) => `The check ${name} is still running`,
    checkNoVerdict: (name, conclusion) => `The check ${name} gave no verdict (${conclusion})`,
    checkMissing: (name) => `No check named ${name} ran on this commit`,
    checkMissingNext: (name) => `Run the workflow or tool that reports ${name} on this commit.`,
    checkNameNext: (capability) => `If another check does it, name it in \`.github/sprintgate.yml\`: \`evidence: { checks: { ${capability}: "NAME" } }\``,
    openIssues: (labels) => `Open issues with ${labels}`,
    openIssuesReason: (count, labels, fewerThan) => `${count} open with ${labels}; fewer than ${fewerThan} are accepted`,
    openIssuesMended: ({ count, mended, left }, labels) =>
      `${count} open with ${labels}; this pull request closes ${mended} and leaves ${left}. A release is held against what is open`,
    openIssuesAssign: (issue, login) => `Or have ${issue}, which this pull request closes, assigned to ${login}.`,
    openIssuesNext: (excess, labels) => `Close ${excess} or more of the issues with ${labels}.`,
    openIssuesUnread: (labels, why) => `The open issues with ${labels} could not be counted${why === null ? '' : `: ${why}`}`,
    openIssuesUnreadNext: 'Give Sprintgate read access to issues, then ask for `/sprintgate recheck`.',
    noLabel: (labels, count) =>
      `The ${count === 1 ? 'label' : 'labels'} ${labels} ${count === 1 ? 'does' : 'do'} not exist in the repository, so that no issue could be counted`,
    noLabelNext: 'Create the label and give it to the issues that it is meant for; seeding creates it too.',
    closedItems: (pattern) => `Issues of the plan ${pattern}`,
    closedReason: (closed) => (closed === 1 ? 'It is closed' : `All ${closed} are closed`),
    openItems: (open, more) => `Still open: ${open.join(', ')}${more > 0 ? ` and ${more} more` : ''}`,
    openItemsNext: 'Finish the open issues of the plan and close them.',
    notSeeded: (ids, more) => `Not in the repository yet: ${ids.join(', ')}${more > 0 ? ` and ${more} more` : ''}`,
    notSeededNext: 'An authority writes `/sprintgate seed`, or run `sprintgate seed`.',
    noSuchItem: (pattern) => `The plan has no issue ${pattern}`,
    coverage: (of) => `Coverage: ${of}`,
    total: 'total',
    coverageReason: (figure, floor, strict) => `${figure}; ${strict ? 'it must be above' : 'at least'} ${floor}${strict ? '' : ' is needed'}`,
    coverageNext: (of, missing) => `Cover ${missing} more ${missing === 1 ? 'line' : 'lines'}${of === null ? '' : ` of ${of}`} with tests.`,
    setFloor: 'This floor cannot be reached: mend it in `coverage` of `.github/sprintgate.yml`.',
    unknownCoverage: (of) => `No component of the kind “${of}” has source code`,
    severity: { critical: 'critical', high: 'high', medium: 'medium', low: 'low', info: 'info', unknown: 'unknown severity' },
    list: (parts) => (parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`),
    unavailable: (what, why) => `${what} could not be read: ${why}`,
  },
  es: {
    waiting: (what) => `${what}: el workflow que debe reportarlo sigue en ejecución`,
    waitingNext: (deadline) => `No hay nada que hacer; sin reporte al ${deadline} pasa a «no se puede evaluar».`,
    noReport: (what, looked) => `${what}: no se encontró ningún reporte${looked === '' ? '' : `. ${looked}`}`,
    noReportNext: (what) => `Haga que un workflow de este commit suba el reporte (${what}) y ejecútelo de nuevo.`,
    unusable: (what, file, why) => `${what}: el reporte \`${file}\` ${why}`,
    unusableNext: (file) => `Corrija el paso que escribe \`${file}\` y ejecute de nuevo el workflow.`,
    outcome: { empty: 'no contiene resultados', reject: 'no se puede leer', 'tool-error': 'indica que su herramienta falló' },
    tests: (type, component) => (component === null ? `Pruebas ${type}` : `Pruebas ${type} de ${component}`),
    testsPass: (ran, least) =>
      `${ran === 1 ? 'Se ejecutó 1 y no falló' : `Se ejecutaron ${ran} y ninguna falló`} (se ${least === 1 ? 'pide' : 'piden'} al menos ${least})`,
    testsFailed: (failed, ran, file) => `${failed === 1 ? 'Falló' : 'Fallaron'} ${failed} de ${ran} (\`${file}\`)`,
    testsFailedNext: (what) => `Corrija lo que falla: ${what}.`,
    testsFew: (ran, least) => `${ran === 1 ? 'Se ejecutó' : 'Se ejecutaron'} ${ran}; deben ser al menos ${least}`,
    testsFewNext: (what, missing) => `Agregue ${missing} o más: ${what}.`,
    noneRan: (what, skipped) => `${what}: el reporte muestra que no se ejecutó ninguna (${skipped} ${skipped === 1 ? 'omitida' : 'omitidas'})`,
    noKind: (kind) => `La configuración no tiene ningún componente del tipo ${kind}`,
    findings: (scan) => `Hallazgos del análisis «${scan}»`,
    findingsCount: (count, severities, atMost) =>
      `${count} ${count === 1 ? 'hallazgo abierto' : 'hallazgos abiertos'} (${severities}); se aceptan ${atMost} como máximo`,
    findingsUnknown: ({ count, unknown, atMost }, severities) =>
      `${count} ${count === 1 ? 'hallazgo abierto' : 'hallazgos abiertos'} (${severities}) y ${unknown} sin severidad que podrían ser de ellos; se aceptan ${atMost} como máximo`,
    findingsNext: (excess, severities) => `Resuelva ${excess} o más hallazgos (${severities}).`,
    findingsUnknownNext: 'Asigne severidad a los hallazgos que no la tienen (metadatos de la regla o `security-severity`) y repita el análisis.',
    metric: (name) => `Métrica ${name}`,
    metricReason: (name, value, wanted) => `${name} vale ${value}; debe ser ${wanted}`,
    metricNext: (name, wanted) => `Lleve ${name} a ${wanted} y haga que el workflow lo reporte de nuevo.`,
    metricNotNumber: (name, file) => `${name} en \`${file}\` no es un número`,
    metricUnit: (name, { reported, wanted }, file) => `${name} en \`${file}\` está en ${reported}, que no se puede comparar con ${wanted}`,
    metricUnitNext: (name) => `Escriba la unidad de ${name} en \`evidence.reports\` de \`.github/sprintgate.yml\`.`,
    files: (paths) => `Archivos ${paths}`,
    filesFound: (count, first) => (count === 1 ? `Se encontró \`${first}\`` : `Se encontraron ${count}, entre ellos \`${first}\``),
    filesMissing: (count, least, paths) => `${least === 1 ? 'No hay ningún archivo' : `Hay ${count} de ${least} archivos necesarios`}: ${paths}`,
    filesNext: (paths) => `Agregue en este pull request lo que falta en ${paths}.`,
    noTree: 'GitHub no pudo listar los archivos de este commit',
    noTreeNext: 'Pida `/sprintgate revisar`; si persiste, el repositorio es demasiado grande para listarse.',
    check: (name) => `Check ${name}`,
    checkPassed: (names) => `Pasaron: ${names}`,
    checkFailed: (name, conclusion) => `El check ${name} terminó en ${conclusion}`,
    checkFailedNext: (name) => `Abra el check ${name} y corrija lo que reporta.`,
    checkRunning: (name) => `El check ${name} sigue en ejecución`,
    checkNoVerdict: (name, conclusion) => `El check ${name} no dio veredicto (${conclusion})`,
    checkMissing: (name) => `En este commit no se ejecutó ningún check llamado ${name}`,
    checkMissingNext: (name) => `Ejecute en este commit el workflow o la herramienta que reporta ${name}.`,
    checkNameNext: (capability) => `Si lo hace otro check, nómbrelo en \`.github/sprintgate.yml\`: \`evidence: { checks: { ${capability}: "NOMBRE" } }\``,
    openIssues: (labels) => `Issues abiertos con ${labels}`,
    openIssuesReason: (count, labels, fewerThan) => `${count} ${count === 1 ? 'abierto' : 'abiertos'} con ${labels}; se aceptan menos de ${fewerThan}`,
    openIssuesMended: ({ count, mended, left }, labels) =>
      `${count} ${count === 1 ? 'abierto' : 'abiertos'} con ${labels}; este pull request cierra ${mended} y ${left === 1 ? 'queda' : 'quedan'} ${left}. A una liberación se le exige lo que siga abierto`,
    openIssuesAssign: (issue, login) => `O pida que asignen a ${login} el issue ${issue}, que este pull request cierra.`,
    openIssuesNext: (excess, labels) => `Cierre ${excess} o más de los issues con ${labels}.`,
    openIssuesUnread: (labels, why) => `No se pudieron contar los issues abiertos con ${labels}${why === null ? '' : `: ${why}`}`,
    openIssuesUnreadNext: 'Dé a Sprintgate permiso de lectura de issues y pida `/sprintgate revisar`.',
    noLabel: (labels, count) =>
      `${count === 1 ? 'La etiqueta' : 'Las etiquetas'} ${labels} no ${count === 1 ? 'existe' : 'existen'} en el repositorio, por lo que no se pudo contar ningún issue`,
    noLabelNext: 'Cree la etiqueta y asígnela a los issues que correspondan; la siembra también la crea.',
    closedItems: (pattern) => `Issues del plan ${pattern}`,
    closedReason: (closed) => (closed === 1 ? 'Está cerrado' : `Los ${closed} están cerrados`),
    openItems: (open, more) => `Siguen abiertos: ${open.join(', ')}${more > 0 ? ` y ${more} más` : ''}`,
    openItemsNext: 'Termine los issues abiertos del plan y ciérrelos.',
    notSeeded: (ids, more) => `Aún no están en el repositorio: ${ids.join(', ')}${more > 0 ? ` y ${more} más` : ''}`,
    notSeededNext: 'Una autoridad comenta `/sprintgate sembrar`, o ejecute `sprintgate seed`.',
    noSuchItem: (pattern) => `El plan no tiene ningún issue ${pattern}`,
    coverage: (of) => `Cobertura: ${of}`,
    total: 'total',
    coverageReason: (figure, floor, strict) => `${figure}; ${strict ? 'debe superar' : 'se pide al menos'} ${floor}`,
    coverageNext: (of, missing) => `Cubra con pruebas ${missing} ${missing === 1 ? 'línea' : 'líneas'} más${of === null ? '' : ` de ${of}`}.`,
    setFloor: 'Este umbral no puede alcanzarse: corríjalo en `coverage` de `.github/sprintgate.yml`.',
    unknownCoverage: (of) => `Ningún componente del tipo «${of}» tiene código fuente`,
    severity: { critical: 'críticos', high: 'altos', medium: 'medios', low: 'bajos', info: 'informativos', unknown: 'sin severidad' },
    list: (parts) => (parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} y ${parts.at(-1)}`),
    unavailable: (what, why) => `No se pudo leer ${what}: ${why}`,
  },
};

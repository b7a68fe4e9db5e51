import type { Count } from '../../evidence/report.ts';
import type { Locale } from '../../playbook/text-schema.ts';
import type { CoverageMetric } from './component-coverage.ts';

export interface CoverageWords {
  readonly title: string;
  readonly totalTitle: string;
  readonly componentsTitle: string;
  readonly patchTitle: string;
  readonly unreportedTitle: string;
  readonly outsideTitle: string;
  readonly componentTitle: (component: string, kind: string) => string;
  readonly metric: Readonly<Record<CoverageMetric, string>>;
  readonly metricOne: Readonly<Record<CoverageMetric, string>>;
  readonly reached: (measured: string, floor: string) => string;
  readonly below: (measured: string, floor: string) => string;
  readonly notAbove: (measured: string, floor: string) => string;
  /** `floor` is null where it is reached. */
  readonly brief: (name: string, ratio: string, floor: string | null) => string;
  readonly briefChange: (component: string) => string;
  readonly patchOf: (component: string) => string;
  readonly briefTotal: string;
  readonly floorAtLeast: (floor: string) => string;
  readonly floorAbove: (floor: string) => string;
  readonly measured: (ratio: string, count: Count, metrics: string) => string;
  readonly mixedTotal: (metrics: string) => string;
  /** `worst` may be empty. */
  readonly cover: (missing: number, metric: string, place: { readonly where: string; readonly worst: string }) => string;
  readonly cannotReach: string;
  readonly noSources: (component: string) => string;
  readonly noSourcesAnywhere: string;
  readonly matchesNothing: (count: number, example: string) => string;
  readonly matchesNothingNext: string;
  readonly noComponents: string;
  readonly noComponentsNext: string;
  readonly treeUnknown: string;
  readonly treeUnknownNext: string;
  readonly waiting: (missing: readonly string[]) => string;
  readonly waitingNext: (deadline: string) => string;
  readonly overdue: (deadline: string, missing: readonly string[]) => string;
  readonly overdueNext: string;
  readonly noReport: (others: readonly string[]) => string;
  readonly incomplete: (missing: readonly string[]) => string;
  readonly upload: (name: string) => string;
  readonly refused: (upload: string, why: string) => string;
  readonly refusedNext: string;
  readonly unusable: (file: string, why: string) => string;
  readonly empty: (file: string) => string;
  readonly unusableNext: (file: string) => string;
  readonly unverified: (workflow: string) => string;
  readonly unverifiedNext: (workflow: string) => string;
  readonly reportedNowhere: (component: string) => string;
  readonly reportedNowhereNext: string;
  readonly notReported: (component: string, sources: number) => string;
  readonly notReportedNext: (example: string) => string;
  readonly mixedMetrics: (component: string) => string;
  readonly mixedMetricsNext: string;
  readonly changedUnreported: (paths: readonly string[]) => string;
  readonly changedUnreportedNext: (component: string) => string;
  readonly changedOutside: (paths: readonly string[]) => string;
  readonly changedOutsideNext: string;
  readonly notYet: (block: string) => string;
  readonly totalNeedsAll: (components: readonly string[]) => string;
  readonly totalNeedsAllNext: string;
  readonly nothingChanged: string;
  readonly patchReached: (measured: string, floor: string) => string;
  readonly patchTolerated: (measured: string, lines: { readonly missed: number; readonly allowed: number; readonly small: number }) => string;
  readonly patchBelow: (measured: string, floor: string) => string;
  readonly patchNext: (missing: number, where: string) => string;
  readonly patchInMerge: (paths: readonly string[]) => string;
  readonly patchInMergeNext: string;
  readonly patchUnknown: (paths: readonly string[]) => string;
  readonly patchUnknownNext: string;
  readonly filesLeftOut: (count: number) => string;
  readonly patchWithoutLines: (paths: readonly string[]) => string;
  readonly patchWithoutLinesNext: string;
  readonly unreportedHeld: (count: number, limit: number) => string;
  readonly unreportedOver: (count: number, limit: number, examples: readonly string[]) => string;
  readonly unreportedNext: string;
  readonly unreportedNone: string;
  readonly unreportedUnlimited: (count: number, examples: readonly string[]) => string;
  readonly ambiguous: (reported: string, candidates: readonly string[]) => string;
  readonly ambiguousNext: string;
  readonly allHold: (count: number) => string;
  readonly table: Readonly<Record<'component' | 'floor' | 'covered' | 'ratio' | 'patch' | 'verdict' | 'total' | 'unmapped' | 'ambiguous' | 'doubts', string>>;
}

const list = (names: readonly string[], more: (count: number) => string): string => {
  const shown = names.slice(0, 3).map((name) => `\`${name.replaceAll('`', "'")}\``).join(', ');
  return names.length > 3 ? `${shown} ${more(names.length - 3)}` : shown;
};
const es = (names: readonly string[]): string => list(names, (count) => `y ${count} más`);
const en = (names: readonly string[]): string => list(names, (count) => `and ${count} more`);

export const coverageWords: Record<Locale, CoverageWords> = {
  es: {
    title: 'Cobertura',
    totalTitle: 'Cobertura total',
    componentsTitle: 'Cobertura por componente',
    patchTitle: 'Cobertura del cambio',
    unreportedTitle: 'Archivos sin reporte',
    outsideTitle: 'Código fuera de los componentes',
    componentTitle: (component, kind) => `\`${component}\` (${kind})`,
    metric: { lines: 'líneas', statements: 'sentencias', instructions: 'instrucciones' },
    metricOne: { lines: 'línea', statements: 'sentencia', instructions: 'instrucción' },
    reached: (measured, floor) => `${measured}; se pide ${floor}.`,
    below: (measured, floor) => `${measured}; se pide ${floor}.`,
    notAbove: (measured, floor) => `${measured}; se pide ${floor}, y llegar justo no basta.`,
    brief: (name, ratio, floor) => `${name} ${ratio}${floor === null ? '' : ` (se pide ${floor})`}`,
    briefChange: (component) => `cambio en ${component}`,
    patchOf: (component) => `Cambio en \`${component}\``,
    briefTotal: 'total',
    floorAtLeast: (floor) => `${floor} como mínimo`,
    floorAbove: (floor) => `más de ${floor}`,
    measured: (ratio, { covered, total }, metrics) => `${ratio} (${covered} de ${total} ${metrics})`,
    mixedTotal: (metrics) => `unidades mixtas: ${metrics}`,
    cover: (missing, metric, { where, worst }) => `Cubra ${missing} ${metric} más en ${where}${worst === '' ? '' : `; lo menos cubierto: ${worst}`}.`,
    cannotReach: 'El umbral pedido no puede alcanzarse: corrija `coverage` en la configuración.',
    noSources: (component) => `Todavía no hay código fuente en las rutas de \`${component}\`.`,
    noSourcesAnywhere: 'El repositorio todavía no tiene código fuente.',
    matchesNothing: (count, example) => `Ninguna ruta de \`components\` coincide con ${count === 1 ? 'el único archivo fuente' : `alguno de los ${count} archivos fuente`}${count === 1 ? ',' : ', por ejemplo'} \`${example}\`.`,
    matchesNothingNext: 'Corrija `components.<nombre>.paths` en `.github/sprintgate.yml`.',
    noComponents: 'La configuración no nombra ningún componente.',
    noComponentsNext: 'Escriba `components` en `.github/sprintgate.yml`, con `kind` y `paths` de cada uno.',
    treeUnknown: 'GitHub no pudo listar todos los archivos de este commit, así que ningún reporte puede ubicarse.',
    treeUnknownNext: 'Vuelva a evaluar con `/sprintgate revisar`; si persiste, revise el permiso `contents: read`.',
    waiting: (missing) => (missing.length > 0 ? `Faltan por llegar: ${es(missing)}.` : 'Hay workflows de este commit que aún no terminan.'),
    waitingNext: (deadline) => `Nada por hacer: se espera a los workflows hasta ${deadline}.`,
    overdue: (deadline, missing) => `La espera venció el ${deadline}${missing.length > 0 ? ` y no llegaron ${es(missing)}` : ' y los workflows no terminaron'}.`,
    overdueNext: 'Nombre en `evidence.workflows` los workflows que traen evidencia, o en `components.<nombre>.uploads` los artefactos que se esperan, para no aguardar a los demás.',
    noReport: (others) => (others.length > 0 ? `No llegó ningún reporte de cobertura legible; sí llegaron ${es(others)}.` : 'No llegó ningún reporte de cobertura de este commit.'),
    incomplete: (missing) => `No llegaron ${es(missing)}.`,
    upload: (name) => `Agregue al workflow, después de las pruebas: \`uses: actions/upload-artifact@v4\` con \`name: ${name}\` y \`path:\` la ruta del reporte (lcov, Cobertura o JaCoCo XML).`,
    refused: (upload, why) => `Se rechazó el artefacto \`${upload}\`: ${why}.`,
    refusedNext: 'Corrija la causa y vuelva a ejecutar el workflow que lo sube.',
    unusable: (file, why) => `No se pudo leer \`${file}\`: ${why}.`,
    empty: (file) => `\`${file}\` está vacío: no prueba nada.`,
    unusableNext: (file) => `Revise el paso que escribe \`${file}\`, confirme que termina bien y vuelva a ejecutar el workflow.`,
    unverified: (workflow) => `Se exige evidencia verificada de \`${workflow}\`, y la que llegó es declarada por el propio workflow.`,
    unverifiedNext: (workflow) => `Quien mantiene el repositorio vuelve a ejecutar \`${workflow}\` sobre este commit.`,
    reportedNowhere: (component) => `Ningún reporte menciona archivos de \`${component}\`, y la lista de archivos del repositorio no está a la mano.`,
    reportedNowhereNext: 'Agregue el reporte que falta, o indique la carpeta del repositorio con `--root`.',
    notReported: (component, sources) => `Ningún reporte menciona ${sources === 1 ? 'el único archivo fuente' : `alguno de los ${sources} archivos fuente`} de \`${component}\`.`,
    notReportedNext: (example) => `Incluya \`${example}\` en la medición; si el reporte usa otras rutas, escriba \`evidence.sourceRoots\`.`,
    mixedMetrics: (component) => `Los reportes de \`${component}\` no comparten una unidad (líneas, sentencias o instrucciones).`,
    mixedMetricsNext: 'Genere los reportes del componente con la misma herramienta, o divídalo en dos componentes.',
    changedUnreported: (paths) => `El cambio toca archivos que ningún reporte menciona: ${es(paths)}.`,
    changedUnreportedNext: (component) => `Incluya esos archivos en la medición (por ejemplo \`--coverage.include\`, \`--source\`), o exclúyalos en \`components.${component}.exclude\`.`,
    changedOutside: (paths) => `El cambio toca código fuente que no pertenece a ningún componente: ${es(paths)}.`,
    changedOutsideNext: 'Agregue su carpeta a `components.<nombre>.paths`, o a `exclude` si no debe medirse, en `.github/sprintgate.yml` de la rama principal.',
    notYet: (block) => `Obliga a partir de ${block}.`,
    totalNeedsAll: (components) => `El total necesita la evidencia de todos los componentes; falta la de ${es(components)}.`,
    totalNeedsAllNext: 'Resuelva primero esos componentes.',
    nothingChanged: 'El cambio no toca líneas que puedan cubrirse.',
    patchReached: (measured, floor) => `${measured} del cambio; se pide ${floor}.`,
    patchTolerated: (measured, { missed, allowed, small }) => `${measured} del cambio; por ser un cambio de menos de ${small} líneas se toleran ${allowed} sin cubrir, y hay ${missed}.`,
    patchBelow: (measured, floor) => `${measured} del cambio; se pide ${floor}.`,
    patchNext: (missing, where) => `Cubra ${missing} ${missing === 1 ? 'línea' : 'líneas'} más del cambio: ${where}.`,
    patchInMerge: (paths) => `La rama base también cambió ${es(paths)}, y se probó la fusión de ambas: sus líneas no son las de este pull request.`,
    patchInMergeNext: 'Actualice la rama con la base («Update branch») y espere a que el workflow termine.',
    patchUnknown: (paths) => `GitHub no dio las líneas cambiadas de ${es(paths)} (cambio demasiado grande).`,
    patchUnknownNext: 'Divida el pull request en partes más pequeñas.',
    filesLeftOut: (count) => (count === 1 ? 'GitHub no lista todos los archivos de este pull request: falta 1.' : `GitHub no lista todos los archivos de este pull request: faltan ${count}.`),
    patchWithoutLines: (paths) => `El reporte de ${es(paths)} trae sumas pero no líneas, así que el cambio no puede compararse.`,
    patchWithoutLinesNext: 'Genere el reporte con detalle por línea (no solo el resumen).',
    unreportedHeld: (count, limit) => `${count === 1 ? '1 archivo fuente' : `${count} archivos fuente`} sin reporte; ${limit === 1 ? 'se permite 1' : `se permiten ${limit}`}.`,
    unreportedOver: (count, limit, examples) => `${count === 1 ? '1 archivo fuente' : `${count} archivos fuente`} sin reporte, por ejemplo ${es(examples)}; ${limit === 1 ? 'se permite 1' : `se permiten ${limit}`}.`,
    unreportedNone: 'Todos los archivos fuente de los componentes medidos están en algún reporte.',
    unreportedUnlimited: (count, examples) => `${count === 1 ? '1 archivo fuente no está' : `${count} archivos fuente no están`} en ningún reporte, por ejemplo ${es(examples.slice(0, 1))}; \`coverage.unreportedLimit\` limita ese número.`,
    ambiguous: (reported, candidates) => `La ruta ${es([reported])} de un reporte coincide por igual con ${es(candidates)}, y no se atribuye a ninguno.`,
    ambiguousNext: 'Escriba en `evidence.sourceRoots` la carpeta a la que se refieren las rutas del reporte, o genere el reporte con rutas desde la raíz del repositorio.',
    unreportedNext: 'Inclúyalos en la medición; el límite solo puede bajar.',
    allHold: (count) => (count === 1 ? 'La parte que se mide cumple.' : `Las ${count} partes que se miden cumplen.`),
    table: {
      component: 'Componente', floor: 'Umbral', covered: 'Cubierto', ratio: 'Cobertura', patch: 'Cambio', verdict: 'Veredicto', total: 'Total',
      unmapped: 'Archivos reportados que no están en el commit', ambiguous: 'Archivos reportados que coinciden con varios del commit',
      doubts: 'Dudas sobre los reportes',
    },
  },
  en: {
    title: 'Coverage',
    totalTitle: 'Total coverage',
    componentsTitle: 'Coverage by component',
    patchTitle: 'Coverage of the change',
    unreportedTitle: 'Files without a report',
    outsideTitle: 'Code outside the components',
    componentTitle: (component, kind) => `\`${component}\` (${kind})`,
    metric: { lines: 'lines', statements: 'statements', instructions: 'instructions' },
    metricOne: { lines: 'line', statements: 'statement', instructions: 'instruction' },
    reached: (measured, floor) => `${measured}; ${floor} is asked for.`,
    below: (measured, floor) => `${measured}; ${floor} is asked for.`,
    notAbove: (measured, floor) => `${measured}; ${floor} is asked for, and just reaching it is not enough.`,
    brief: (name, ratio, floor) => `${name} ${ratio}${floor === null ? '' : ` (${floor} is asked for)`}`,
    briefChange: (component) => `change in ${component}`,
    patchOf: (component) => `Change in \`${component}\``,
    briefTotal: 'total',
    floorAtLeast: (floor) => `at least ${floor}`,
    floorAbove: (floor) => `above ${floor}`,
    measured: (ratio, { covered, total }, metrics) => `${ratio} (${covered} of ${total} ${metrics})`,
    mixedTotal: (metrics) => `mixed units: ${metrics}`,
    cover: (missing, metric, { where, worst }) => `Cover ${missing} more ${metric} in ${where}${worst === '' ? '' : `; least covered: ${worst}`}.`,
    cannotReach: 'The floor cannot be reached: correct `coverage` in the configuration.',
    noSources: (component) => `There is no source code below the paths of \`${component}\` yet.`,
    noSourcesAnywhere: 'The repository has no source code yet.',
    matchesNothing: (count, example) => `No path of \`components\` matches ${count === 1 ? 'the one source file,' : `any of the ${count} source files, e.g.`} \`${example}\`.`,
    matchesNothingNext: 'Correct `components.<name>.paths` in `.github/sprintgate.yml`.',
    noComponents: 'The configuration names no component.',
    noComponentsNext: 'Write `components` in `.github/sprintgate.yml`, each with `kind` and `paths`.',
    treeUnknown: 'GitHub could not list all files of this commit, so no report can be placed.',
    treeUnknownNext: 'Evaluate again with `/sprintgate recheck`; if it stays, check the permission `contents: read`.',
    waiting: (missing) => (missing.length > 0 ? `Still to come: ${en(missing)}.` : 'Workflows of this commit have not ended yet.'),
    waitingNext: (deadline) => `Nothing to do: the workflows are waited for until ${deadline}.`,
    overdue: (deadline, missing) => `The wait ended at ${deadline}${missing.length > 0 ? ` and ${en(missing)} did not come` : ' and the workflows did not end'}.`,
    overdueNext: 'Name the workflows that bring evidence in `evidence.workflows`, or the expected artifacts in `components.<name>.uploads`, so that the others are not waited for.',
    noReport: (others) => (others.length > 0 ? `No readable coverage report came; what came is ${en(others)}.` : 'No coverage report of this commit came.'),
    incomplete: (missing) => `These did not come: ${en(missing)}.`,
    upload: (name) => `Add to the workflow, after the tests: \`uses: actions/upload-artifact@v4\` with \`name: ${name}\` and the report's path as \`path:\` (lcov, Cobertura or JaCoCo XML).`,
    refused: (upload, why) => `The artifact \`${upload}\` was refused: ${why}.`,
    refusedNext: 'Mend the cause and run the workflow that uploads it again.',
    unusable: (file, why) => `\`${file}\` could not be read: ${why}.`,
    empty: (file) => `\`${file}\` is empty: it proves nothing.`,
    unusableNext: (file) => `Look at the step that writes \`${file}\`, see that it ends well, and run the workflow again.`,
    unverified: (workflow) => `Verified evidence of \`${workflow}\` is demanded, and what came is self-reported.`,
    unverifiedNext: (workflow) => `A maintainer runs \`${workflow}\` again on this commit.`,
    reportedNowhere: (component) => `No report mentions a file of \`${component}\`, and the list of the repository’s files is not at hand.`,
    reportedNowhereNext: 'Add the report that is missing, or name the repository’s folder with `--root`.',
    notReported: (component, sources) => `No report mentions ${sources === 1 ? 'the one source file' : `any of the ${sources} source files`} of \`${component}\`.`,
    notReportedNext: (example) => `Have \`${example}\` measured; if the report uses other paths, write \`evidence.sourceRoots\`.`,
    mixedMetrics: (component) => `The reports of \`${component}\` share no unit (lines, statements or instructions).`,
    mixedMetricsNext: 'Make the reports of the component with one tool, or split it into two components.',
    changedUnreported: (paths) => `The change touches files that no report mentions: ${en(paths)}.`,
    changedUnreportedNext: (component) => `Have those files measured (e.g. \`--coverage.include\`, \`--source\`), or leave them out in \`components.${component}.exclude\`.`,
    changedOutside: (paths) => `The change touches source code that belongs to no component: ${en(paths)}.`,
    changedOutsideNext: 'Add its folder to `components.<name>.paths`, or to an `exclude` if it is not to be measured, in `.github/sprintgate.yml` of the default branch.',
    notYet: (block) => `Binds from ${block} on.`,
    totalNeedsAll: (components) => `The total needs the evidence of all components; that of ${en(components)} is missing.`,
    totalNeedsAllNext: 'Settle those components first.',
    nothingChanged: 'The change touches no lines that can be covered.',
    patchReached: (measured, floor) => `${measured} of the change; ${floor} is asked for.`,
    patchTolerated: (measured, { missed, allowed, small }) => `${measured} of the change; in a change of fewer than ${small} lines ${allowed} may stay uncovered, and ${missed} do.`,
    patchBelow: (measured, floor) => `${measured} of the change; ${floor} is asked for.`,
    patchNext: (missing, where) => `Cover ${missing} more ${missing === 1 ? 'line' : 'lines'} of the change: ${where}.`,
    patchInMerge: (paths) => `The base branch changed ${en(paths)} too, and the merge of both was tested: its lines are not those of this pull request.`,
    patchInMergeNext: 'Update the branch with its base ("Update branch") and let the workflow end.',
    patchUnknown: (paths) => `GitHub did not give the changed lines of ${en(paths)} (too large a change).`,
    patchUnknownNext: 'Split the pull request into smaller ones.',
    filesLeftOut: (count) => `GitHub does not list all files of this pull request: ${count} ${count === 1 ? 'is' : 'are'} left out.`,
    patchWithoutLines: (paths) => `The report of ${en(paths)} has sums but no lines, so the change cannot be compared.`,
    patchWithoutLinesNext: 'Have the report written with its lines, not as a summary.',
    unreportedHeld: (count, limit) => `${count === 1 ? '1 source file is' : `${count} source files are`} in no report; ${limit} ${limit === 1 ? 'is' : 'are'} allowed.`,
    unreportedOver: (count, limit, examples) => `${count === 1 ? '1 source file is' : `${count} source files are`} in no report, e.g. ${en(examples)}; ${limit} ${limit === 1 ? 'is' : 'are'} allowed.`,
    unreportedNone: 'All source files of the measured components are in a report.',
    unreportedUnlimited: (count, examples) => `${count === 1 ? '1 source file is' : `${count} source files are`} in no report, e.g. ${en(examples.slice(0, 1))}; \`coverage.unreportedLimit\` holds that number.`,
    ambiguous: (reported, candidates) => `The path ${en([reported])} of a report fits ${en(candidates)} equally and is counted for none of them.`,
    ambiguousNext: 'Write the folder that the report’s paths are relative to in `evidence.sourceRoots`, or have the report written with paths from the repository’s root.',
    unreportedNext: 'Have them measured; the limit can only go down.',
    allHold: (count) => (count === 1 ? 'The one part that is measured holds.' : `All ${count} parts that are measured hold.`),
    table: {
      component: 'Component', floor: 'Floor', covered: 'Covered', ratio: 'Coverage', patch: 'Change', verdict: 'Verdict', total: 'Total',
      unmapped: 'Reported files that are not in the commit', ambiguous: 'Reported files that fit several of the commit',
      doubts: 'Doubts about the reports',
    },
  },
};

import { carryWordsEs } from './carry/carry-words.ts';
import type { CoverageWords } from './coverage-words.ts';
import { nameFew } from './name-few.ts';

const es = (names: readonly string[]): string => nameFew(names, (count) => `y ${count} más`);

/** The coverage gate in Spanish. */
export const coverageWordsEs: CoverageWords = {
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
  shadowed: (component, by) =>
    `Todos los archivos fuente de \`${component}\` pertenecen a ${es(by)}, que va antes: un archivo es del primer componente que le corresponde.`,
  shadowedNext: (component, by) => `Escriba \`${component}\` antes de ${es(by)} en \`components\`, o quítelo.`,
  noSourcesAnywhere: 'El repositorio todavía no tiene código fuente.',
  matchesNothing: (count, example) =>
    `Ninguna ruta de \`components\` coincide con ${count === 1 ? 'el único archivo fuente' : `alguno de los ${count} archivos fuente`}${count === 1 ? ',' : ', por ejemplo'} \`${example}\`.`,
  matchesNothingNext: 'Corrija `components.<nombre>.paths` en `.github/sprintgate.yml`.',
  noComponents: 'La configuración no nombra ningún componente.',
  noComponentsNext: 'Escriba `components` en `.github/sprintgate.yml`, con `kind` y `paths` de cada uno.',
  treeUnknown: 'GitHub no pudo listar todos los archivos de este commit, así que ningún reporte puede ubicarse.',
  treeUnknownNext: 'Vuelva a evaluar con `/sprintgate revisar`; si persiste, revise el permiso `contents: read`.',
  waiting: (missing) =>
    missing.length > 0 ? `${missing.length === 1 ? 'Falta' : 'Faltan'} por llegar: ${es(missing)}.` : 'Hay workflows de este commit que aún no terminan.',
  waitingNext: (deadline) => `Nada por hacer: se espera a los workflows hasta ${deadline}.`,
  overdue: (deadline, missing) =>
    `${missing.length > 0 ? `No ${missing.length === 1 ? 'llegó' : 'llegaron'} a tiempo ${es(missing)}` : 'Los workflows no terminaron a tiempo'}; la espera venció el ${deadline}.`,
  overdueNext:
    'Nombre en `evidence.workflows` los workflows que traen evidencia, o en `components.<nombre>.uploads` los artefactos que se esperan, para no aguardar a los demás.',
  noReport: (others) =>
    others.length > 0 ? `No llegó ningún reporte de cobertura legible; sí llegaron ${es(others)}.` : 'No llegó ningún reporte de cobertura de este commit.',
  incomplete: (missing) => `No llegaron ${es(missing)}.`,
  upload: (name) =>
    `Agregue al workflow, después de las pruebas: \`uses: actions/upload-artifact@v4\` con \`name: ${name}\` y \`path:\` la ruta del reporte (lcov, Cobertura o JaCoCo XML).`,
  refused: (upload, why) => `Se rechazó el artefacto \`${upload}\`: ${why}.`,
  refusedNext: 'Corrija la causa y vuelva a ejecutar el workflow que lo sube.',
  unusable: (file, why) => `No se pudo leer \`${file}\`: ${why}.`,
  empty: (file) => `\`${file}\` está vacío: no prueba nada.`,
  unusableNext: (file) => `Revise el paso que escribe \`${file}\`, confirme que termina bien y vuelva a ejecutar el workflow.`,
  unverified: (workflow) => `Se exige evidencia verificada de \`${workflow}\`, y la que llegó es declarada por el propio workflow.`,
  unverifiedNext: (workflow) => `Quien mantiene el repositorio vuelve a ejecutar \`${workflow}\` sobre este commit.`,
  reportedNowhere: (component) => `Ningún reporte menciona archivos de \`${component}\`, y la lista de archivos del repositorio no está a la mano.`,
  reportedNowhereNext: 'Agregue el reporte que falta, o indique la carpeta del repositorio con `--root`.',
  notReported: (component, sources) =>
    `Ningún reporte menciona ${sources === 1 ? 'el único archivo fuente' : `alguno de los ${sources} archivos fuente`} de \`${component}\`.`,
  notReportedNext: (example) => `Incluya \`${example}\` en la medición; si el reporte usa otras rutas, escriba \`evidence.sourceRoots\`.`,
  nothingCoverable: (component) => `Según los reportes, \`${component}\` no tiene nada que pueda cubrirse.`,
  nothingCoverableNext: (component, example) =>
    `Incluya \`${example}\` en la medición, o excluya en \`components.${component}.exclude\` lo que no contenga código.`,
  mixedMetrics: (component) => `Los reportes de \`${component}\` no comparten una unidad (líneas, sentencias o instrucciones).`,
  mixedMetricsNext: 'Genere los reportes del componente con la misma herramienta, o divídalo en dos componentes.',
  changedUnreported: (paths) => `El cambio toca archivos que ningún reporte menciona: ${es(paths)}.`,
  changedUnreportedNext: (component) =>
    `Incluya esos archivos en la medición (por ejemplo \`--coverage.include\`, \`--source\`), o exclúyalos en \`components.${component}.exclude\`.`,
  changedOutside: (paths) => `El cambio toca código fuente que no pertenece a ningún componente: ${es(paths)}.`,
  changedOutsideNext: 'Agregue su carpeta a `components.<nombre>.paths`, o a `exclude` si no debe medirse, en `.github/sprintgate.yml` de la rama principal.',
  notYet: (block) => `Obliga a partir de ${block}.`,
  totalNeedsAll: (components) => `El total necesita la evidencia de todos los componentes; falta la de ${es(components)}.`,
  totalNeedsAllNext: 'Resuelva primero esos componentes.',
  nothingChanged: 'El cambio no toca líneas que puedan cubrirse.',
  patchReached: (measured, floor) => `${measured} del cambio; se pide ${floor}.`,
  patchTolerated: (measured, { missed, allowed, small }) =>
    `${measured} del cambio; por ser un cambio de menos de ${small} líneas se toleran ${allowed} sin cubrir, y hay ${missed}.`,
  patchBelow: (measured, floor) => `${measured} del cambio; se pide ${floor}.`,
  patchNext: (missing, where) => `Cubra ${missing} ${missing === 1 ? 'línea' : 'líneas'} más del cambio: ${where}.`,
  patchInMerge: (paths) => `La rama base también cambió ${es(paths)}, y se probó la fusión de ambas: sus líneas no son las de este pull request.`,
  patchInMergeNext: 'Actualice la rama con la base («Update branch») y espere a que el workflow termine.',
  patchUnknown: (paths) => `GitHub no dio las líneas cambiadas de ${es(paths)} (cambio demasiado grande).`,
  patchUnknownNext: 'Divida el pull request en partes más pequeñas.',
  filesLeftOut: (count) =>
    count === 1
      ? 'GitHub no lista todos los archivos de este pull request: falta 1.'
      : `GitHub no lista todos los archivos de este pull request: faltan ${count}.`,
  patchWithoutLines: (paths) => `El reporte de ${es(paths)} trae sumas pero no líneas, así que el cambio no puede compararse.`,
  patchWithoutLinesNext: 'Genere el reporte con detalle por línea (no solo el resumen).',
  dropTitle: 'Cobertura frente a la base',
  dropOf: (component) => `\`${component}\` frente a la base`,
  dropTotal: 'Total frente a la base',
  briefDrop: (name) => `${name} frente a la base`,
  againstBase: ({ now, before, change, allowed }) =>
    `${now}; en la base ${before}: ${change} puntos; ${allowed === null ? 'no se permite bajar' : `se permite bajar ${allowed}`}.`,
  dropByRemoval: (now, before) => `No hay más sin cubrir que allí (${now}; allí ${before}): la proporción empeora solo porque se eliminó código.`,
  baseAbsent: 'La base todavía no tiene código fuente aquí.',
  baseUnit: 'La base se contó en otra unidad (líneas, sentencias o instrucciones), y no puede compararse.',
  baseNotAtHand: 'La evidencia de la base no está a la mano aquí.',
  baseNotAtHandNext: 'La app, la Action y `sprintgate gate --repo` la leen de GitHub.',
  noBase: (branch) => `GitHub no indicó dónde se separó esta rama de \`${branch}\`.`,
  noBaseNext: 'Vuelva a evaluar con `/sprintgate revisar`; si persiste, actualice la rama con su base.',
  ofBase: (commit, reason) => `De la base, commit \`${commit}\`: ${reason}`,
  ofBaseNext: (branch) =>
    `Haga que el workflow corra también en la base: \`on: { push: { branches: [${branch}] } }\`. Cuando haya corrido allí, actualice esta rama con su base («Update branch»).`,
  unreportedHeld: (count, limit) =>
    `${count === 1 ? '1 archivo fuente' : `${count} archivos fuente`} sin reporte; ${limit === 1 ? 'se permite 1' : `se permiten ${limit}`}.`,
  unreportedOver: (count, limit, examples) =>
    `${count === 1 ? '1 archivo fuente' : `${count} archivos fuente`} sin reporte, por ejemplo ${es(examples)}; ${limit === 1 ? 'se permite 1' : `se permiten ${limit}`}.`,
  unreportedNone: 'Todos los archivos fuente de los componentes medidos están en algún reporte.',
  unreportedUnlimited: (count, examples) =>
    `${count === 1 ? '1 archivo fuente no está' : `${count} archivos fuente no están`} en ningún reporte, por ejemplo ${es(examples.slice(0, 1))}; \`coverage.unreportedLimit\` limita ese número.`,
  ambiguous: (reported, candidates) => `La ruta ${es([reported])} de un reporte coincide por igual con ${es(candidates)}, y no se atribuye a ninguno.`,
  ambiguousNext:
    'Escriba en `evidence.sourceRoots` la carpeta a la que se refieren las rutas del reporte, o genere el reporte con rutas desde la raíz del repositorio.',
  unreportedNext: 'Inclúyalos en la medición; el límite solo puede bajar.',
  carry: carryWordsEs,
  allHold: (count) => (count === 1 ? 'La parte que se mide cumple.' : `Las ${count} partes que se miden cumplen.`),
  table: {
    component: 'Componente',
    floor: 'Umbral',
    covered: 'Cubierto',
    ratio: 'Cobertura',
    base: 'Frente a la base',
    patch: 'Cambio',
    verdict: 'Veredicto',
    total: 'Total',
    unmapped: 'Archivos reportados que no están en el commit',
    ambiguous: 'Archivos reportados que coinciden con varios del commit',
    doubts: 'Dudas sobre los reportes',
  },
};

import type { Locale } from '../../../core/playbook/text-schema.ts';
import type { Files } from '../material.ts';

/** What one sprint brings: a pull request with a source file and documents, and how much of the sprint's plan gets done. */
export interface SprintWork {
  readonly title: Readonly<Record<Locale, string>>;
  /** Source file that it adds, and its lines. */
  readonly source: readonly [path: string, lines: number] | null;
  /** Documents, by path and their heading. */
  readonly documents: Readonly<Record<string, string>>;
  /** Share of the sprint's open items that are closed by its end: the team's pace is uneven. */
  readonly done: number;
}

type Row = readonly [es: string, en: string, source: SprintWork['source'], documents: SprintWork['documents'], done: number];

const rows: readonly Row[] = [
  [
    'Decidir la arquitectura',
    'Decide on the architecture',
    null,
    {
      'docs/architecture.md': 'Arquitectura',
      'docs/tdd/technical-design.md': 'Diseño técnico',
      'RISKS.md': 'Registro de riesgos',
      'compose.yaml': 'services: {}',
    },
    1,
  ],
  ['Validar los datos antes de entrenar', 'Validate data before training', ['src/pipeline/validate.py', 60], { 'dvc.lock': 'Entrenamientos registrados' }, 0.9],
  [
    'Medir la equidad por segmento',
    'Measure fairness by segment',
    ['src/model/segments.py', 80],
    { 'pipelines/reentrenamiento.yaml': 'cada: semana', 'MODEL_CARD.md': 'Tarjeta del modelo' },
    0.95,
  ],
  ['Contrato del API de decisión', 'Contract of the decision API', ['src/api/predict.ts', 90], {}, 0.85],
  ['Explicar cada decisión', 'Explain each decision', ['src/api/explain.ts', 60], { 'docs/model/explanations.md': 'Explicación de cada decisión' }, 0.9],
  ['Solicitud de crédito en pantalla', 'Credit application on screen', ['src/web/application.ts', 110], {}, 0.55],
  ['Resultado y aclaraciones en pantalla', 'Result and appeals on screen', ['src/web/result.ts', 90], {}, 0.5],
  [
    'Bitácora y métricas técnicas',
    'Logging and technical metrics',
    ['src/api/audit-log.ts', 70],
    { 'observability/logging/logging.yml': 'Bitácora', 'observability/metrics/prometheus.yml': 'Métricas' },
    0.8,
  ],
  [
    'Tableros y monitores del modelo',
    'Dashboards and monitors of the model',
    ['src/model/drift.py', 70],
    { 'dashboards/negocio.json': '{}', 'dashboards/operacion.json': '{}', 'dashboards/modelo.json': '{}', 'dashboards/cumplimiento.json': '{}' },
    1,
  ],
  [
    'Consentimiento y retención de datos',
    'Consent and retention of data',
    ['src/api/consent.ts', 60],
    {
      'docs/aviso-de-privacidad.md': 'Aviso de privacidad',
      'docs/retention.md': 'Retención de datos',
      'infra/network/network-policies.yml': 'Políticas de red',
    },
    0.9,
  ],
  ['Roles y permisos', 'Roles and permissions', ['src/api/roles.ts', 70], { 'docs/model/challenger.md': 'Modelo retador' }, 0.8],
  ['Responder en menos de 250 ms', 'Answer within 250 ms', ['src/api/cache.ts', 60], {}, 0.95],
  ['Prueba de carga en cada cambio', 'Load test on each change', ['src/pipeline/batch.py', 50], { 'deploy/hpa.yaml': 'Autoescalado' }, 1],
  [
    'Manuales de operación y de usuario',
    'Runbooks and user manual',
    ['src/web/help.ts', 50],
    {
      'docs/user/manual.md': 'Manual de usuario',
      'runbooks/incident.md': 'Respuesta a incidentes',
      'runbooks/rollback.md': 'Plan de regreso',
      'docs/technical/api.md': 'API',
      'docs/technical/datos.md': 'Datos',
    },
    0.9,
  ],
  [
    'Capacitación y plan de adopción',
    'Training and adoption plan',
    ['src/web/tour.ts', 40],
    { 'docs/training/curso.md': 'Curso para sucursales', 'docs/adoption.md': 'Plan de adopción' },
    1,
  ],
  [
    'Ambientes y plan de salida',
    'Environments and go-live plan',
    ['src/api/health.ts', 40],
    {
      'environments/dev/main.tf': '# dev',
      'environments/staging/main.tf': '# staging',
      'environments/prod/main.tf': '# prod',
      'docs/go-live.md': 'Plan de salida',
      'docs/rollout.md': 'Plan de despliegue gradual',
      'docs/pilot/plan.md': 'Plan del piloto',
      'docs/rollback-criteria.md': 'Criterios de regreso',
    },
    0.9,
  ],
  [
    'Todo listo para preproducción',
    'All set for pre-production',
    ['src/api/limits.ts', 50],
    {
      'docs/success-metrics.md': 'Métricas de éxito',
      'docs/baseline.md': 'Línea base',
      'docs/disaster-recovery.md': 'Recuperación ante desastres',
      'docs/support/guia.md': 'Soporte',
      'docs/change-process.md': 'Proceso de cambios',
      'docs/oncall.md': 'Guardias',
    },
    1,
  ],
];

/** The work of the seventeen sprints, in their order. The product is made up, and its files say so. */
export const sprintWork: readonly SprintWork[] = rows.map(([es, en, source, documents, done]) => ({ title: { es, en }, source, documents, done }));

/** The files of a sprint's pull request. */
export function filesOf({ source, documents }: SprintWork): Files {
  const texts = Object.entries(documents).map(([path, heading]) => [path, documentText(path, heading)]);
  return Object.fromEntries(source ? [[source[0], sourceText(...source)], ...texts] : texts);
}

function sourceText(path: string, lines: number): string {
  const mark = path.endsWith('.py') ? '#' : '//';
  return Array.from({ length: lines }, (_, index) => `${mark} line ${index + 1} of a file that the rehearsal made up\n`).join('');
}

function documentText(path: string, heading: string): string {
  return path.endsWith('.md') ? `# ${heading}\n\nTexto inventado para el ensayo.\n` : `${heading}\n`;
}

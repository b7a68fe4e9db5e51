import type { Locale } from '../playbook/text-schema.ts';

interface CodeScanningWords {
  readonly missing: string;
  readonly missingNext: string;
  readonly forbidden: string;
  readonly forbiddenNext: string;
  readonly off: string;
  readonly offNext: string;
  readonly awaited: (tools: string) => string;
  readonly toolMissing: (tools: string) => string;
  readonly toolMissingNext: (tools: string) => string;
  readonly unread: string;
  readonly unreadNext: string;
  readonly failed: (tools: string, error: string) => string;
  readonly failedNext: string;
  /** With the alerts, where they are what is too much. */
  readonly found: (reason: string, worst: readonly string[]) => string;
  readonly foundNext: (next: string, query: string) => string;
}

/** Sentences about GitHub's code scanning. */
export const codeScanningWords: Record<Locale, CodeScanningWords> = {
  en: {
    missing: 'Code scanning has analysed neither this commit nor its test merge',
    missingNext:
      'Let the workflow of code scanning run on pull requests, e.g. `.github/workflows/codeql.yml` with `on: pull_request`, or turn on its default setup.',
    forbidden: 'The alerts of code scanning could not be read: the permission `security_events: read` is missing',
    forbiddenNext:
      'Give Sprintgate the permission `security_events: read` (of a workflow: `permissions: { security-events: read }`), then ask for `/sprintgate recheck`.',
    off: 'Code scanning is not turned on in this repository',
    offNext: 'Turn it on under Settings, Code security, or take `codeScanning` out of `evidence` in `.github/sprintgate.yml`.',
    awaited: (tools) => `The analysis of ${tools} by code scanning has not come yet; workflows are still running`,
    toolMissing: (tools) => `Code scanning has no analysis of this commit by ${tools}`,
    toolMissingNext: (tools) => `Let the workflow of ${tools} run on pull requests, or mend \`evidence: { codeScanning: { tools: [...] } }\`.`,
    unread: 'The alerts of code scanning were not read here',
    unreadNext: 'Ask GitHub: the check on the pull request reads them.',
    failed: (tools, error) => `Code scanning could not process the analysis of ${tools}: ${error}`,
    failedNext: 'Open the run of code scanning, mend its upload, and run it again.',
    found: (reason, worst) => `${reason}. Open alerts of code scanning: ${worst.join(', ')}`,
    foundNext: (next, query) => `${next} The alerts are under Security, Code scanning, with the filter \`${query}\`.`,
  },
  es: {
    missing: 'Code scanning no ha analizado este commit ni su fusión de prueba',
    missingNext:
      'Haga que el workflow de code scanning se ejecute en los pull requests, p. ej. `.github/workflows/codeql.yml` con `on: pull_request`, o active su configuración predeterminada.',
    forbidden: 'No se pudieron leer las alertas de code scanning: falta el permiso `security_events: read`',
    forbiddenNext:
      'Dé a Sprintgate el permiso `security_events: read` (en un workflow: `permissions: { security-events: read }`) y pida `/sprintgate revisar`.',
    off: 'Code scanning no está activado en este repositorio',
    offNext: 'Actívelo en Settings, Code security, o quite `codeScanning` de `evidence` en `.github/sprintgate.yml`.',
    awaited: (tools) => `Aún no llega a code scanning el análisis de ${tools}; hay workflows en curso`,
    toolMissing: (tools) => `Code scanning no tiene ningún análisis de este commit hecho por ${tools}`,
    toolMissingNext: (tools) => `Haga que el workflow de ${tools} se ejecute en los pull requests, o corrija \`evidence: { codeScanning: { tools: [...] } }\`.`,
    unread: 'Aquí no se leyeron las alertas de code scanning',
    unreadNext: 'Pregunte a GitHub: el check del pull request las lee.',
    failed: (tools, error) => `Code scanning no pudo procesar el análisis de ${tools}: ${error}`,
    failedNext: 'Abra la ejecución de code scanning, corrija lo que sube y ejecútela de nuevo.',
    found: (reason, worst) => `${reason}. Alertas abiertas de code scanning: ${worst.join(', ')}`,
    foundNext: (next, query) => `${next} Las alertas están en Security, Code scanning, con el filtro \`${query}\`.`,
  },
};

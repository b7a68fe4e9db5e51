import { contractSpanish } from '../people/contract-spanish.ts';
import type { Locale } from '../playbook/text-schema.ts';

export interface RuleWords {
  readonly coverage: (of: string, floor: string | null) => string;
  readonly above: (floor: string) => string;
  readonly atLeast: (floor: string) => string;
  readonly tests: (type: string, least: number) => string;
  readonly findings: (scan: string, severities: string, atMost: string) => string;
  readonly metric: (name: string, is: string, than: string) => string;
  readonly within: (window: string) => string;
  readonly files: (paths: string, least: number) => string;
  readonly checkRun: (name: string) => string;
  readonly openapi: (operation: string) => string;
  readonly issuesOpen: (labels: string, fewerThan: string) => string;
  readonly issuesClosed: (id: string) => string;
  readonly checkpoint: (title: string) => string;
  readonly attestation: (authority: string, days: number) => string;
  readonly parameter: (id: string) => string;
  readonly criterion: (title: string) => string;
  readonly theParameter: (id: string) => string;
  readonly total: string;
  readonly and: (first: string, second: string) => string;
  readonly or: string;
  readonly not: (rule: string) => string;
}

const es: RuleWords = {
  coverage: (of, floor) => contractSpanish(`cobertura de ${of}${floor === null ? ' al nivel de su piso' : `, ${floor}`}`),
  above: (floor) => contractSpanish(`más de ${floor}`),
  atLeast: (floor) => `al menos ${floor}`,
  tests: (type, least) => `pruebas ${type}: ${least} o más, ninguna fallida`,
  findings: (scan, severities, atMost) => `hallazgos de ${scan} (${severities}): ${atMost} como máximo`,
  metric: (name, is, than) => `métrica ${name} ${is} ${than}`,
  within: (window) => `, medida hace ${window} como máximo`,
  files: (paths, least) => `${least === 1 ? 'un archivo' : `${least} archivos`} en ${paths}`,
  checkRun: (name) => `check ${name} en verde`,
  openapi: (operation) => `contrato de ${operation} en el documento OpenAPI`,
  issuesOpen: (labels, fewerThan) => contractSpanish(`menos de ${fewerThan} issues abiertos con ${labels}`),
  issuesClosed: (id) => `cierre de ${id}`,
  checkpoint: (title) => `firma del checkpoint «${title}»`,
  attestation: (authority, days) => contractSpanish(`atestación de ${authority}, válida ${days === 1 ? '1 día' : `${days} días`}`),
  parameter: (id) => `que el equipo fije ${id}`,
  criterion: (title) => `igual que «${title}»`,
  theParameter: (id) => `el valor de ${id}`,
  total: 'el total',
  // «e» before the sound of an i.
  and: (first, second) => `${first} ${/^h?[ií](?![aeou])/i.test(second) ? 'e' : 'y'} ${second}`,
  or: '; o bien ',
  not: (rule) => `que no se cumpla: ${rule}`,
};

const en: RuleWords = {
  coverage: (of, floor) => `coverage of ${of}${floor === null ? ' at its floor' : `, ${floor}`}`,
  above: (floor) => `above ${floor}`,
  atLeast: (floor) => `at least ${floor}`,
  tests: (type, least) => `“${type}” tests: ${least} or more, none failed`,
  findings: (scan, severities, atMost) => `findings of ${scan} (${severities}): ${atMost} at most`,
  metric: (name, is, than) => `metric ${name} ${is} ${than}`,
  within: (window) => `, measured at most ${window} ago`,
  files: (paths, least) => `${least === 1 ? 'one file' : `${least} files`} in ${paths}`,
  checkRun: (name) => `check ${name} is green`,
  openapi: (operation) => `contract of ${operation} in the OpenAPI document`,
  issuesOpen: (labels, fewerThan) => `fewer than ${fewerThan} open issues with ${labels}`,
  issuesClosed: (id) => `${id} is closed`,
  checkpoint: (title) => `sign-off of the checkpoint “${title}”`,
  attestation: (authority, days) => `attestation by ${authority}, valid for ${days === 1 ? '1 day' : `${days} days`}`,
  parameter: (id) => `the team has set ${id}`,
  criterion: (title) => `as “${title}” is decided`,
  theParameter: (id) => `the value of ${id}`,
  total: 'the total',
  and: (first, second) => `${first} and ${second}`,
  or: '; or ',
  not: (rule) => `this does not hold: ${rule}`,
};

const words: Record<Locale, RuleWords> = { es, en };

/** The wording of how a criterion is decided. */
export function ruleWords(locale: Locale): RuleWords {
  return words[locale];
}

import { Temporal } from 'temporal-polyfill';
import type { Locale } from '../playbook/text-schema.ts';
import { detectComponents, type DetectedComponent } from './detect-components.ts';
import { proposeAuthorities } from './propose-authorities.ts';
import { proposeWords } from './propose-words.ts';

export interface RepositorySight {
  /** Paths of all files, as git lists them. */
  readonly files: readonly string[];
  readonly owner: string;
  readonly ownerType: string;
  /** Slugs, with or without the organisation before them. */
  readonly teams: readonly string[];
  /** `YYYY-MM-DD`. */
  readonly today: string;
  readonly locale: Locale;
}

/** A commented `.github/sprintgate.yml` for a repository seen from the outside. It always validates against construir@1. */
export function proposeConfig(input: RepositorySight): string {
  const words = proposeWords[input.locale];
  const components = detectComponents(input.files);
  const product = guessProduct(input.files);
  const authorities = proposeAuthorities(input);
  return [
    ...comment(words.head),
    'playbook: construir@1',
    '',
    ...comment([words.locale]),
    `locale: ${input.locale}`,
    '',
    ...comment([words.tier]),
    'tier: 2',
    '',
    ...comment([words.product(product)]),
    `product: ${product}`,
    '',
    ...comment(words.schedule.slice(0, 1)),
    'schedule:',
    `  start: ${nextMonday(input.today)}`,
    '  sprint: 2w',
    '  timezone: America/Mexico_City',
    ...words.schedule.slice(1).map((line) => `  # ${line}`),
    '',
    ...comment([words.regulations]),
    '# regulations: [LFPDPPP, CNBV]',
    '',
    ...comment(words.components(components.length > 0)),
    ...componentLines(components),
    '',
    ...comment(words.authorities(input.ownerType === 'User')),
    'authorities:',
    ...authorities.map(({ checkpoint, rule }) => `  ${checkpoint}: ${rule}`),
    '',
    ...comment(words.enforce(Temporal.PlainDate.from(input.today).add({ days: 14 }).toString())),
    'enforce: { coverage: warn, checkpoint: warn, quality: warn, readiness: warn }',
    '',
  ].join('\n');
}

function componentLines(components: readonly DetectedComponent[]): string[] {
  if (components.length === 0) return ['# components:', '#   api: { kind: api, paths: ["src/api/**"] }'];
  return [
    'components:',
    ...components.flatMap((component) => [
      `  ${component.id}:`,
      `    kind: ${component.kind}`,
      `    paths: ${list(component.paths)}`,
      ...(component.exclude.length > 0 ? [`    exclude: ${list(component.exclude)}`] : []),
    ]),
  ];
}

/** Quoted as JSON, which YAML reads alike: a folder may be named `on`, `#1` or anything else. */
function list(texts: readonly string[]): string {
  return `[${texts.map((text) => JSON.stringify(text)).join(', ')}]`;
}

function guessProduct(files: readonly string[]): 'ml' | 'genai' | 'both' {
  const generative = files.some((file) => /(^|\/)(prompts?|rag|llm|embeddings?|vector[-_]?store|agents?|langchain)(\/|[._-])/i.test(file));
  const trained = files.some((file) => /(^|\/)(training|train|features?|models?|notebooks?|mlflow)(\/|[._-])|\.(ipynb|onnx|pkl|joblib)$/i.test(file));
  if (generative) return trained ? 'both' : 'genai';
  return 'ml';
}

/** The Monday after today, so that the team has a chance to read the plan first. */
function nextMonday(today: string): string {
  const date = Temporal.PlainDate.from(today);
  return date.add({ days: 8 - date.dayOfWeek }).toString();
}

function comment(lines: readonly string[]): string[] {
  return lines.map((line) => `# ${line}`);
}

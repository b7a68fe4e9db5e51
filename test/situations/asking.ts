import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { smallConfig } from '../support/stage.ts';
import type { Situation } from './situation.ts';

interface Criterion {
  readonly id: string;
  readonly gate?: string;
}

interface Asking {
  readonly locale?: 'es' | 'en';
  readonly product?: 'ml' | 'genai';
  /** Kind of the one component, which is called `api`. */
  readonly kind?: string;
  /** What readiness is judged for. */
  readonly target?: string;
  /** What the gate does when its verdict is bad. */
  readonly enforce?: 'block' | 'warn';
  /** From which block the criteria bind; they are judged in `s00`. */
  readonly from?: string;
  /** Whether every other criterion is asked for in the last block alone, not those of quality only. */
  readonly nothingElse?: true;
  /** Further lines of the configuration. */
  readonly settings?: string;
  readonly files?: Situation['files'];
}

const { criteria } = parse(readFileSync('templates/playbooks/construir/playbook.yml', 'utf8')) as { readonly criteria: readonly Criterion[] };
const types = ['unit', 'integration', 'component', 'e2e', 'performance', 'fairness', 'robustness', 'load', 'security'];
const reports = types.map((type) => `    - { files: ["${type}.xml"], type: ${type}, component: api }\n`).join('');

/** A repository whose quality gate asks for these criteria of the method alone: by an own playbook the others bind in the last block. */
export function asksFor(wanted: readonly string[], asking: Asking = {}): Pick<Situation, 'config' | 'files'> {
  const { locale = 'en', product = 'ml', kind = 'api', target = 'release', enforce = 'block', from = 's00', nothingElse, settings = '', files = {} } = asking;
  const entries = criteria.flatMap(({ id, gate }) => {
    if (wanted.includes(id)) return [`  - { id: ${id}, block: ${from} }\n`];
    return nothingElse || gate === 'quality' ? [`  - { id: ${id}, block: s15 }\n`] : [];
  });
  const config = smallConfig
    .replace('construir@1', './.github/playbook.yml')
    .replace('locale: en', `locale: ${locale}`)
    .replace('product: ml', `product: ${product}`)
    .replace('kind: api', `kind: ${kind}`)
    .replace('release: { ', `release: { target: ${target}, `)
    .replace('quality: off', `quality: ${enforce}`);
  return {
    config: `${config}evidence:\n  reports:\n${reports}${settings}`,
    files: { '.github/playbook.yml': `extends: construir@1\ncriteria:\n${entries.join('')}`, ...files },
  };
}

/** A JUnit report of so many tests, of which the first ones fail. */
export function junit(tests: number, failed = 0): string {
  const cases = Array.from(
    { length: tests },
    (_, index) => `<testcase classname="suite" name="case ${index + 1}">${index < failed ? '<failure message="expected 2, got 3"/>' : ''}</testcase>`,
  );
  return `<testsuite name="suite" tests="${tests}" failures="${failed}" errors="0" skipped="0">${cases.join('')}</testsuite>`;
}

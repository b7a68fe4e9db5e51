import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { methodParts } from './method-parts.ts';

const source = new URL('../../../../shared/methodology/etapa-3-construir.md', import.meta.url);
const isThere = existsSync(source);
if (!isThere) console.warn('skipped: the method is not beside the checkout, so its terms cannot be compared with the playbook');
const method = isThere ? readFileSync(source, 'utf8') : '';

/** Terms the method writes as identifiers: list entries and keys of its YAML and Python blocks, between two headings. */
function termsBetween(from: string, to: string, shape: RegExp): string[] {
  const section = method.slice(method.indexOf(from), method.indexOf(to));
  return [...section.matchAll(shape)].map((match) => String(match[1]).replaceAll('_', '-'));
}

function idsOf(element: string): Set<string> {
  return new Set(Object.values(methodParts[element] ?? {}).flatMap((names) => names.split(' ')));
}

const sections: [element: string, from: string, to: string, shape: RegExp, count: number][] = [
  ['mlops-implementation', '### 4. MLOps Implementation', '## 🔒 Security', /^ +- (\w+)/gm, 31],
  ['compliance-checklist', '### Compliance Checklist', '## 📊 Observability', /^ +"(\w+)",?$/gm, 18],
  ['monitoring-stack', 'def setup_ml_metrics', '### Dashboard Requirements', /^ {16}"(\w+)": ["\d]/gm, 12],
  ['architecture-genai', '### Arquitectura para GenAI/LLM', '## 🔧 Desarrollo', /^ {6}- (\w+)$/gm, 6],
  ['api-development-standards', 'class PredictionResponse', '@app.post', /^ {4}(\w+): /gm, 6],
  ['api-development-standards', 'class PredictionRequest', 'class PredictionResponse', /^ {4}(\w+): /gm, 3],
];

test.skipIf(!isThere).each(sections)('every term of %s after "%s" is a part', (...row) => {
  const [element, from, to, shape, count] = row;
  const terms = termsBetween(from, to, shape);
  expect(terms.length).toBe(count);
  expect(terms.filter((term) => !idsOf(element).has(term))).toEqual([]);
});

test.skipIf(!isThere)('the method has 44 checkboxes, all in checklists', () => {
  expect([...method.matchAll(/- \[ \]/g)].length).toBe(44);
});

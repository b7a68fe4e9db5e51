import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Report } from '../../../../src/core/evidence/report.ts';
import { playbookSchema } from '../../../../src/core/playbook/playbook-schema.ts';
import { evaluateCriterion } from '../../../../src/core/rules/evaluate-criterion.ts';
import { evaluateRule } from '../../../../src/core/rules/evaluate-rule.ts';
import { metrics, tests, world } from '../../rules/rule-world.ts';

const playbook = playbookSchema.parse(parse(readFileSync('templates/playbooks/construir/playbook.yml', 'utf8')));
const set = {
  'model.performance-metric': 'auc',
  'model.performance-minimum': 0.8,
  'fairness.metric': 'demographic parity',
  'fairness.maximum-gap': 0.1,
  'genai.safety-minimum': 0.95,
  'drift.prediction.reading': 'statistic',
};
const model = { id: 'scoring', kind: 'ml-model', paths: ['src/model/**'], exclude: [], floor: 9500, uploads: [] };

function verdictOf(id: string, reports: readonly Report[], parameters: Readonly<Record<string, number | string>> = set): string {
  const criterion = playbook.criteria.find((candidate) => candidate.id === id);
  const all = { ...Object.fromEntries(playbook.parameters.map((parameter) => [parameter.id, parameter.value])), ...parameters };
  const { context } = world({ playbook, reports, policy: { components: [model], products: ['genai'], parameters: all } });
  return criterion ? evaluateCriterion(criterion, context, evaluateRule).verdict : 'unknown';
}

const ran = ['performance', 'fairness'].map((type) => tests(type, { tests: 3, passed: 3 }, { component: 'scoring' }));
const good = { 'model.performance': 0.9, 'fairness.gap': 0.05, 'model.registered': 1 };

describe('a model of the method counts as registered', () => {
  it.each([
    ['when it is in the registry and its thresholds pass', good, set, 'pass'],
    ['never while its performance is below the minimum', { ...good, 'model.performance': 0.7 }, set, 'fail'],
    ['never while its fairness gap is too wide', { ...good, 'fairness.gap': 0.2 }, set, 'fail'],
    ['never while a threshold is not set', good, { ...set, 'model.performance-minimum': '' }, 'cannot-evaluate'],
    ['never while a figure is missing', { 'model.performance': 0.9, 'model.registered': 1 }, set, 'cannot-evaluate'],
    ['never by its thresholds alone, without an authority to attest it', { ...good, 'model.registered': 0 }, set, 'cannot-evaluate'],
  ])('%s', (_name, values, parameters, expected) => expect(verdictOf('model.registration', [...ran, metrics(values)], parameters)).toBe(expected));
});

const input = ['prompt-injection-detection', 'pii-detection', 'content-moderation'];
const output = ['hallucination-detection', 'fact-checking', 'bias-detection'];

describe('the six safety checks of generative products', () => {
  it.each([
    ['genai.input-safety', input],
    ['genai.output-safety', output],
  ])('%s asks for each of its three', (id, checks) => {
    const values = (changes: Readonly<Record<string, number>> = {}) => ({
      ...Object.fromEntries(checks.map((check) => [`safety.${check}`, 0.97])),
      ...changes,
    });
    expect(verdictOf(id, [metrics(values())])).toBe('pass');
    for (const check of checks) {
      expect(verdictOf(id, [metrics(values({ [`safety.${check}`]: 0.94 }))])).toBe('fail');
      const { [`safety.${check}`]: _missing, ...others } = values();
      expect(verdictOf(id, [metrics(others)])).toBe('cannot-evaluate');
    }
  });
});

describe('the drift of predictions', () => {
  it.each([
    ['holds at 0.1 within the hour', 0.1, '2027-01-28T17:10:00Z', 'pass'],
    ['fails above', 0.11, '2027-01-28T17:10:00Z', 'fail'],
    ['is not known from two hours ago', 0.01, '2027-01-28T16:00:00Z', 'cannot-evaluate'],
  ])('%s', (_name, value, madeAt, expected) =>
    expect(verdictOf('monitor.prediction-drift', [metrics({ 'drift.prediction': value }, { madeAt })])).toBe(expected),
  );
});

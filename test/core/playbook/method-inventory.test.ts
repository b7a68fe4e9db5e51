import { expect, test } from 'vitest';
import { loadPlaybook } from '../../../src/engine/load-playbook.ts';
import { methodParts } from './method-parts.ts';

/** Counted by hand in the method, group by group. Keys are the beginnings of part ids; `''` counts ids without a group. */
const inventory: Record<number, { id: string; parts: Record<string, number> }> = {
  1: { id: 'objective', parts: { sentence: 1, 'demand.': 3, result: 1 } },
  2: { id: 'typical-duration', parts: { 'full-mvp': 1, 'reusable-components': 1, 'critical-systems': 1 } },
  3: {
    id: 'key-deliverables',
    parts: {
      mvp: 1,
      'technical-documentation': 1,
      'security-evaluation': 1,
      'regulatory-compliance': 1,
      'adoption-plan': 1,
      'performance-metrics': 1,
      'rollout-plan': 1,
    },
  },
  4: {
    id: 'entry-criteria',
    parts: {
      'go-decision': 1,
      'technical-design-document': 1,
      'business-case': 1,
      'risk-assessment': 1,
      'development-team': 1,
      'mvp-budget': 1,
      'compliance-and-ethics-review': 1,
      'target-architecture': 1,
    },
  },
  5: { id: 'stage-chain', parts: { 'from-experimentar': 1, 'to-validar': 1 } },
  6: { id: 'closing-lines', parts: { duration: 1, investment: 1, 'success-rate': 1, 'support.': 2 } },
  7: { id: 'agile-mlops-framework', parts: { 'group.': 4, 'node.': 11, 'arrow.': 11 } },
  8: { id: 'sprint-structure', parts: { 'sprint-length': 1, 'sprint.': 17, 'focus.': 9, 'deliverable.': 19, 'checkpoint.': 9 } },
  9: {
    id: 'architecture-ml',
    parts: {
      'frontend.': 3,
      'api-gateway.technology': 1,
      'api-gateway.features.': 3,
      'api-gateway.protocols.': 3,
      'ml-services.model-serving.': 3,
      'ml-services.feature-store.': 3,
      'ml-services.model-registry.': 3,
      'data-pipeline.': 3,
      'observability.': 4,
    },
  },
  10: {
    id: 'architecture-genai',
    parts: {
      'llm-layer.': 3,
      'rag-pipeline.document-processing.': 2,
      'rag-pipeline.vector-store.': 3,
      'rag-pipeline.retrieval.': 2,
      'prompt-management.': 3,
      'safety-layer.input.': 3,
      'safety-layer.output.': 3,
      'caching.': 2,
    },
  },
  11: { id: 'model-development-pipeline', parts: { 'step.': 6, 'service.': 2, 'tracked-run': 1, 'result.': 3, 'input.': 1, 'registration.': 2 } },
  12: {
    id: 'api-development-standards',
    parts: { title: 1, version: 1, endpoint: 1, 'request.': 3, 'request-detail.': 6, 'response.': 6, 'step.': 6, 'error.': 2 },
  },
  13: { id: 'test-pyramid', parts: { 'level.': 4, 'scope.e2e.': 2, 'scope.integration.': 2, 'scope.component.': 2, 'scope.unit.': 2 } },
  14: {
    id: 'test-coverage-requirements',
    parts: { 'floor.': 5, 'type.ml-model.': 4, 'type.api.': 4, 'type.data-pipeline.': 3, 'type.frontend.': 3, 'type.infrastructure.': 2 },
  },
  15: {
    id: 'mlops-implementation',
    parts: {
      'trigger.': 3,
      'continuous-training.data-validation.': 3,
      'continuous-training.model-training.': 3,
      'continuous-training.model-validation.': 4,
      'continuous-integration.code-quality.': 3,
      'continuous-integration.testing.': 3,
      'continuous-deployment.staging.': 3,
      'continuous-deployment.production.': 3,
      'continuous-monitoring.model-performance.': 3,
      'continuous-monitoring.business-metrics.': 3,
      'continuous-monitoring.system-health.': 3,
      'latency-figure.': 3,
    },
  },
  16: { id: 'security-controls', parts: { 'tier-1.': 8, 'tier-2.': 8, 'tier-3.': 3, 'tier-4.': 2, 'validation.': 4 } },
  17: {
    id: 'compliance-checklist',
    parts: {
      'data-privacy.lfpdppp.': 4,
      'data-privacy.gdpr.': 3,
      'financial-regulation.cnbv.': 4,
      'financial-regulation.banxico.': 3,
      'internal-policies.model-governance.': 4,
    },
  },
  18: {
    id: 'monitoring-stack',
    parts: { 'client.': 3, 'group.': 4, 'prediction-drift.': 3, 'feature-drift.': 3, 'performance-decay.': 3, 'data-quality.': 3 },
  },
  19: {
    id: 'dashboard-requirements',
    parts: Object.fromEntries(
      ['executive', 'operational', 'ml-performance', 'compliance'].flatMap((name) => [
        [`${name}.metric.`, 3],
        [`${name}.frequency`, 1],
        [`${name}.audience`, 1],
      ]),
    ),
  },
  20: {
    id: 'adoption-strategy',
    parts: {
      'step.': 6,
      'activity.awareness.': 2,
      'activity.interest.': 2,
      'activity.evaluation.': 2,
      'activity.trial.': 2,
      'activity.adoption.': 2,
      'activity.expansion.': 2,
    },
  },
  21: { id: 'training-plan', parts: { 'end-users.': 3, 'business-owners.': 3, 'technical-team.': 3, 'compliance.': 3 } },
  22: { id: 'definition-of-done', parts: { 'functionality.': 4, 'quality.': 4, 'documentation.': 4, 'compliance.': 4, 'operations.': 4, 'figure.': 5 } },
  23: { id: 'readiness-checklist', parts: { 'infrastructure.': 4, 'security.': 4, 'operations.': 4, 'business.': 4, 'environment.': 3 } },
  24: {
    id: 'pilot-execution-plan',
    parts: {
      'alpha.weeks': 1,
      'alpha.scope': 1,
      'alpha.success.': 1,
      'beta-closed.weeks': 1,
      'beta-closed.scope': 1,
      'beta-closed.success.': 2,
      'beta-open.weeks': 1,
      'beta-open.scope': 1,
      'beta-open.success.': 2,
      'rollout.weeks': 1,
      'rollout.scope': 1,
      'rollout.success.': 1,
    },
  },
  25: {
    id: 'risk-matrix',
    parts: { 'scope-creep.': 4, 'technical-debt.': 4, 'talent-shortage.': 4, 'integration-issues.': 3, 'compliance-delays.': 4, 'performance-issues.': 4 },
  },
  26: {
    id: 'exit-criteria',
    parts: {
      'mvp-in-pre-production': 1,
      'all-tests-passed': 1,
      'tests.': 3,
      'documentation-complete': 1,
      'support-team-trained': 1,
      'pilot-plan-approved': 1,
      'baseline-metrics': 1,
      'stakeholders-aligned': 1,
      'pilot-budget': 1,
    },
  },
  27: {
    id: 'hand-over-deliverables',
    parts: {
      'deployed-mvp': 1,
      'pilot-execution-plan': 1,
      'monitoring-dashboard': 1,
      'training-materials': 1,
      'support-procedures': 1,
      'success-metrics-framework': 1,
      'risk-register': 1,
    },
  },
};

const { playbook } = await loadPlaybook('construir@1');

test('the playbook has the 27 elements of the method, in order, and no other', () => {
  expect(playbook.elements.map(({ number, id }) => [number, id])).toEqual(Object.entries(inventory).map(([number, { id }]) => [Number(number), id]));
});

test.each(Object.entries(inventory))('element %s has exactly the parts counted in the method', (number, { id, parts }) => {
  const own = playbook.elements.find((element) => element.number === Number(number))?.parts.map((part) => part.id) ?? [];
  const groupOf = (part: string) =>
    Object.keys(parts).find((group) => (group.endsWith('.') ? part.startsWith(group) : part === group)) ?? `not in the method: ${id} ${part}`;
  const counted: Record<string, number> = {};
  for (const part of own) counted[groupOf(part)] = (counted[groupOf(part)] ?? 0) + 1;
  expect(counted).toEqual(parts);
});

test.each(Object.entries(methodParts))('every part of %s is there by its id, and none besides', (id, groups) => {
  const expected = Object.entries(groups).flatMap(([group, names]) => names.split(' ').map((name) => (group === '' ? name : `${group}.${name}`)));
  const own = playbook.elements.find((element) => element.id === id)?.parts.map((part) => part.id) ?? [];
  expect(own.toSorted()).toEqual(expected.toSorted());
});

test('480 parts are accounted for', () => {
  expect(playbook.elements.reduce((sum, { parts }) => sum + parts.length, 0)).toBe(480);
});

test('11 mitigations answer the 6 risks', () => {
  const risks = playbook.items.filter(({ kind }) => kind === 'risk');
  expect(risks.map(({ id, facts }) => [id, facts.probability, facts.impact, [facts.mitigation].flat().length])).toEqual([
    ['risk.scope-creep', 'high', 'high', 2],
    ['risk.technical-debt', 'medium', 'high', 2],
    ['risk.talent-shortage', 'medium', 'high', 2],
    ['risk.integration-issues', 'high', 'medium', 1],
    ['risk.compliance-delays', 'low', 'high', 2],
    ['risk.performance-issues', 'medium', 'medium', 2],
  ]);
});

test('checklists have as many lines as the method', () => {
  expect(Object.fromEntries(playbook.checklists.map(({ id, groups }) => [id, groups.map(({ criteria }) => criteria.length)]))).toEqual({
    'entry-criteria': [8],
    'definition-of-done': [4, 4, 4, 4, 4],
    'production-readiness': [4, 4, 4, 4],
    'exit-criteria': [8],
    'key-deliverables': [7],
    'hand-over': [7],
    'pilot-success': [1, 2, 2, 1],
  });
});

test('the figures of the method are unchanged', () => {
  const value = (id: string) => playbook.parameters.find((parameter) => parameter.id === id)?.value;
  expect(playbook.componentKinds.map(({ id, floor }) => [id, floor])).toEqual([
    ['ml-model', 9500],
    ['api', 9000],
    ['data-pipeline', 8500],
    ['frontend', 8000],
    ['infrastructure', 7500],
  ]);
  expect([playbook.coverage.total, playbook.coverage.strict]).toEqual([8500, true]);
  expect(playbook.pyramid.map(({ type, share }) => [type, share])).toEqual([
    ['e2e', 500],
    ['integration', 1500],
    ['component', 3000],
    ['unit', 5000],
  ]);
  expect(playbook.profiles.map(({ id, weeks, tiers }) => [id, weeks, tiers])).toEqual([
    ['standard', [12, 16], undefined],
    ['reuse', [8, 10], undefined],
    ['critical', [16, 20], [1]],
  ]);
  expect(playbook.phases.map(({ id, weeks, facts }) => [id, weeks, facts.users ?? facts.share])).toEqual([
    ['alpha', 2, 10],
    ['beta-closed', 4, 50],
    ['beta-open', 4, 200],
    ['rollout', 2, '10%'],
  ]);
  expect(playbook.items.filter(({ kind }) => kind === 'training').map(({ facts }) => facts.hours)).toEqual([2, 1, 4, 2]);
  expect(
    [
      'drift.prediction.threshold',
      'drift.feature.threshold',
      'decay.threshold',
      'data-quality.missing-values',
      'data-quality.outliers',
      'data-quality.schema-violations',
    ].map(value),
  ).toEqual([0.1, 0.05, 5, 1, 5, 0]);
  expect(['drift.prediction.window', 'drift.feature.window', 'decay.window', 'data-quality.window'].map(value)).toEqual(['1_hour', '1_day', '1_week', null]);
  expect(['bugs.critical-fewer-than', 'bugs.high-fewer-than', 'pilot.beta-closed.bugs', 'pilot.beta-closed.nps', 'embedding.dimensions'].map(value)).toEqual([
    1, 5, 10, 30, 1536,
  ]);
});

test('each tier gets the controls and the validation of its row', () => {
  const controls = (tier: number) =>
    playbook.items.filter(({ kind, id, tiers }) => kind === 'control' && id.startsWith('s09.control.') && tiers?.includes(tier)).length;
  const validations = (tier: number) => playbook.items.filter(({ id, tiers }) => id.startsWith('s09.validation.') && tiers?.includes(tier)).map(({ id }) => id);
  expect([1, 2, 3, 4].map(controls)).toEqual([8, 8, 3, 2]);
  expect([1, 2, 3, 4].map(validations)).toEqual([['s09.validation.tier-1'], ['s09.validation.tier-2'], ['s09.validation.tier-3'], ['s09.validation.tier-4']]);
});

test('17 sprints in 9 blocks, with one checkpoint each', () => {
  expect(playbook.blocks.map(({ sprints, checkpoint }) => [sprints.join('-'), checkpoint])).toEqual([
    ['0', 'architecture-review'],
    ['1-2', 'model-performance'],
    ['3-4', 'integration-tests'],
    ['5-6', 'ux-review'],
    ['7-8', 'sre-review'],
    ['9-10', 'security-review'],
    ['11-12', 'performance-benchmarks'],
    ['13-14', 'stakeholder-review'],
    ['15-16', 'go-live-readiness'],
  ]);
});

test('the 16 contradictions are named', () => {
  expect(playbook.contradictions.length).toBe(16);
});

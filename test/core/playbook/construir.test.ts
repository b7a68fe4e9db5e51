import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { countDeciders, countRules } from '../../../scripts/playbook/count-rules.ts';
import { methodMapPage } from '../../../scripts/playbook/method-map-page.ts';
import { playbookPage } from '../../../scripts/playbook/playbook-page.ts';
import { criteriaBelow } from '../../../src/core/playbook/criteria-below.ts';
import { walkRule } from '../../../src/core/playbook/walk-rule.ts';
import { loadPlaybook } from '../../../src/engine/load-playbook.ts';

const loaded = await loadPlaybook('construir@1');
const { playbook, texts } = loaded;
const docs = (name: string) => readFileSync(new URL(`../../../docs/${name}`, import.meta.url), 'utf8');

test('evidence decides most criteria, and a person alone few', () => {
  expect(countDeciders(playbook)).toEqual({
    'evidence alone': 52,
    'evidence, or a person beside it': 61,
    'evidence and a person together': 8,
    'a checkpoint alone': 2,
    'a person alone': 23,
  });
});

test('rules are counted by kind', () => {
  expect(Object.fromEntries(countRules(playbook))).toEqual({
    attestation: 87,
    files: 52,
    metric: 31,
    criterion: 29,
    tests: 28,
    checkRun: 16,
    parameter: 12,
    checkpoint: 9,
    issues: 7,
    coverage: 6,
    findings: 6,
    openapi: 1,
  });
});

test('no criterion stands alone: each is asked for by an item, a checklist, a checkpoint or another criterion', () => {
  const used = new Set([
    ...playbook.items.flatMap(({ criteria }) => criteria),
    ...playbook.checkpoints.flatMap(({ criteria }) => criteria),
    ...playbook.checklists.flatMap(({ groups }) => groups.flatMap(({ criteria }) => criteria)),
    ...playbook.criteria.flatMap(({ rule }) => [...criteriaBelow(playbook, rule)]),
  ]);
  expect(playbook.criteria.map(({ id }) => id).filter((id) => !used.has(id))).toEqual([]);
});

/** One demand in several places of the method: one criterion, asked for by each. */
const shared: [criterion: string, places: string[]][] = [
  [
    'security.audit-log',
    ['s09.deliverable.audit-logs', 's09.control.audit-logging', 's03.api.audit-logging', 's09.compliance.cnbv.audit-trail', 's07.dashboard.compliance'],
  ],
  ['security.penetration-test', ['s09.control.penetration-testing', 's15.readiness.penetration-testing']],
  ['security.waf', ['s09.control.waf-ddos', 's15.readiness.waf-rules']],
  ['risk.register', ['s00.entry.risk-assessment', 's09.compliance.cnbv.risk-assessment', 's15.handover.risk-register', 'risk.scope-creep']],
  ['training.delivered', ['s13.deliverable.training-materials', 's13.training.end-users', 's15.handover.training-materials', 's13.adoption.interest']],
  ['performance.tests', ['s11.deliverable.load-testing', 'risk.performance-issues']],
  ['operations.dashboards', ['s07.deliverable.dashboards', 's15.handover.monitoring-dashboard']],
];

test.each(shared)('%s is one criterion in all its places', (criterion, places) => {
  const asking = playbook.items.filter(({ criteria }) => criteria.includes(criterion)).map(({ id }) => id);
  expect(asking).toEqual(expect.arrayContaining(places));
});

test('rollback plan and rollback criteria are two demands', () => {
  const ids = playbook.criteria.map(({ id }) => id);
  expect(ids).toEqual(expect.arrayContaining(['operations.rollback-plan', 'business.rollback-criteria']));
});

test('an open figure is asked for by the criterion that needs it', () => {
  const open = playbook.parameters.filter(({ value }) => value === null).map(({ id }) => id);
  const read = new Set(playbook.criteria.flatMap(({ rule }) => walkRule(rule).map((leaf) => JSON.stringify(leaf.rule))));
  const readers = (id: string) => [...read].filter((rule) => rule.includes(`"${id}"`)).length;
  const unread = open.filter((id) => readers(id) === 0);
  // What these settle is who a project is or how a sample is read; no demand of the method rests on their value.
  expect(unread).toEqual([
    'tier-2.meaning',
    'tier-3.meaning',
    'tier-4.meaning',
    'profile.tier-1-with-reuse',
    'regulations.default',
    'embedding.model',
    'monitors.by-tier',
  ]);
});

test('a tier and product gets some two hundred issues, and no block more than a hundred', () => {
  for (const tier of [1, 2, 3, 4]) {
    for (const product of playbook.products) {
      const own = playbook.items.filter((item) => (item.tiers?.includes(tier) ?? true) && (item.products?.includes(product) ?? true));
      expect(own.length).toBeGreaterThan(150);
      expect(own.length).toBeLessThan(210);
    }
  }
});

test.each(['es', 'en'] as const)('every title in %s is its own, so that issues can be told apart', (locale) => {
  const titles = Object.values(texts[locale].items).map(({ title }) => title);
  expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([]);
});

test('what the Spanish text says is not the English text', () => {
  const same = Object.keys(texts.es.items).filter((id) => texts.es.items[id]?.body === texts.en.items[id]?.body);
  expect(same).toEqual([]);
});

test('the generated pages are fresh', () => {
  expect(docs('playbook.md')).toBe(playbookPage(loaded));
  expect(docs('method-map.md')).toBe(methodMapPage(loaded));
});

test('in Spanish every test type completes the words “Pruebas …”', async () => {
  const { texts } = await loadPlaybook('construir@1');
  expect(texts.es.testTypes['unit']).toEqual({ title: 'unitarias' });
  const wrong = Object.values(texts.es.testTypes).filter(({ title }) => !/^(?:de |unitarias$)/.test(title));
  expect(wrong).toEqual([]);
});

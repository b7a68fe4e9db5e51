import { describe, expect, it } from 'vitest';
import { readReport } from '../../../../../src/core/evidence/read-report.ts';

const read = (text: string) => readReport('file', new TextEncoder().encode(text));
const json = (document: unknown) => read(JSON.stringify(document));

const card = `---
license: mit
library_name: sklearn
model-index:
- name: churn
  results:
  - dataset: { name: north, type: own }
    metrics: [ { type: auc, value: 0.91 }, { type: f1, value: "0.8" } ]
  - dataset: { name: south, type: own }
    metrics: [ { type: auc, value: 0.87 } ]
---
# Churn

Predicts who leaves.

## Limitations

[More Information Needed]

### Recommendations

<!-- say what to do -->

## Bias

### Groups

Older customers are over-represented.

\`\`\`
# no heading
\`\`\`
`;

describe('a model card of Hugging Face', () => {
  it('counts the sections in which something is written, and tells equal metrics apart by their data set', () => {
    expect(read(card)).toMatchObject({ kind: 'document', format: 'hf-model-card-md', outcome: 'ok', flags: ['placeholder: 2 of 5 sections say nothing'] });
    expect(read(card).totals).toEqual({
      values: {
        front_matter_keys: 3,
        models: 1,
        results: 2,
        'metrics.auc.north': 0.91,
        'metrics.f1': 0.8,
        'metrics.auc.south': 0.87,
        sections: 3,
        'sections.churn': true,
        'sections.limitations': false,
        'sections.recommendations': false,
        'sections.bias': true,
        'sections.groups': true,
      },
    });
  });

  it.each([
    [
      'empty when it is the untouched template',
      '---\nlicense: mit\ntags: []\n---\n# Model Card for {{ model_id }}\n\n## Uses\n\n- **Direct:** [More Information Needed](https://hf.co)\n\nUsers (both direct and downstream) should be made aware of the risks, biases and limitations of it.\n',
      'empty',
    ],
    ['rejected when its front matter is broken', '---\nlicense: mit\ntags: [a\n---\n# X\n', 'reject'],
    ['rejected when it is some other Markdown with a front matter', '---\ntitle: Notes\ntags: [a]\n---\n# Notes\n', 'reject'],
  ])('is %s', (_, text, outcome) => {
    expect(read(text).outcome).toBe(outcome);
  });
});

describe('a model card of the toolkit', () => {
  it('does not count sections of placeholders', () => {
    const document = {
      schema_version: '0.0.2',
      model_details: { name: 'churn', overview: 'who leaves' },
      considerations: { limitations: [{ description: 'TODO' }], ethical_considerations: [{ name: 'age', mitigation_strategy: 'reweighted' }] },
      quantitative_analysis: {
        performance_metrics: [
          { type: 'auc', value: '0.9', slice: 'north' },
          { type: 'f1', value: 'high' },
        ],
      },
    };
    expect(json(document).flags).toEqual(['not-a-number: metrics.f1']);
    expect(json(document).totals).toMatchObject({
      values: {
        sections: 3,
        'sections.model_parameters': false,
        'considerations.limitations': 0,
        'considerations.ethical_considerations': 1,
        'metrics.auc.north': 0.9,
      },
    });
  });
});

describe('OSCAL assessment results', () => {
  const uuid = (digit: string) => `${digit.repeat(8)}-0000-4000-8000-000000000000`;
  const results = (observation: string) => ({
    'assessment-results': {
      uuid: uuid('1'),
      metadata: { 'oscal-version': '1.2.1' },
      results: [
        {
          uuid: uuid('2'),
          observations: [{ uuid: uuid('3') }],
          findings: [
            { uuid: uuid('4'), target: { status: { state: 'satisfied' } }, 'related-observations': [{ 'observation-uuid': observation }] },
            { uuid: uuid('5'), target: { status: { state: 'not-satisfied' } } },
          ],
        },
      ],
    },
  });

  it('are counted by state', () => {
    expect(json(results(uuid('3')))).toMatchObject({ kind: 'document', outcome: 'ok', flags: [], tool: 'OSCAL 1.2.1' });
    expect(json(results(uuid('3'))).totals).toEqual({
      values: { results: 1, findings: 2, 'findings_by_state.satisfied': 1, 'findings_by_state.not-satisfied': 1, observations: 1, risks: 0 },
    });
  });

  it('flag a reference that leads nowhere', () => {
    expect(json(results(uuid('9'))).flags).toEqual([`dangling: observation-uuid ${uuid('9')}`]);
  });

  it('are empty when nothing was assessed, and rejected without results', () => {
    expect(json({ 'assessment-results': { uuid: uuid('1'), results: [] } }).outcome).toBe('empty');
    expect(json({ 'assessment-results': { uuid: uuid('1') } }).outcome).toBe('reject');
  });
});

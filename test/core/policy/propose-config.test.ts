import { describe, expect, it } from 'vitest';
import { loadPlaybook } from '../../../src/engine/load-playbook.ts';
import { detectComponents } from '../../../src/core/policy/detect-components.ts';
import { formatProblem } from '../../../src/core/policy/parse-config.ts';
import { proposeConfig } from '../../../src/core/policy/propose-config.ts';
import { resolvePolicy } from '../../../src/core/policy/resolve-policy.ts';

const organisation = { owner: 'acme', ownerType: 'Organization', teams: ['architects', 'acme/security'], today: '2026-11-20', locale: 'es' as const };
const repositories: [what: string, files: string[], components: Record<string, string[]>, product: string[]][] = [
  [
    'Python ML',
    ['src/model/train.py', 'src/api/main.py', 'pipelines/etl.py', 'notebooks/explore.ipynb', 'tests/test_model.py', 'setup.py'],
    { model: ['notebooks/**', 'src/model/**'], api: ['src/api/**'], data: ['pipelines/**'] },
    ['ml'],
  ],
  [
    'retrieval with prompts',
    ['app/rag/retrieve.py', 'app/prompts/answer.py', 'training/tune.py'],
    { model: ['app/prompts/**', 'app/rag/**', 'training/**'] },
    ['ml', 'genai'],
  ],
  ['TypeScript frontend', ['src/app.tsx', 'src/[slug]/page.tsx', 'src/app.test.tsx', 'vite.config.ts', 'package.json'], { frontend: ['src/**'] }, ['ml']],
  ['Java API', ['src/main/java/mx/acme/Loan.java', 'src/test/java/mx/acme/LoanTest.java', 'pom.xml'], { api: ['src/**'] }, ['ml']],
  ['Terraform', ['main.tf', 'modules/vpc/main.tf'], { infrastructure: ['**'] }, ['ml']],
  ['a folder with an odd name', ['it\'s "#1": [a]/x.go', 'on/y.go'], { api: ['**'] }, ['ml']],
  ['something unknown', ['README.md', 'main.c'], {}, ['ml']],
  ['nothing', [], {}, ['ml']],
];

describe('proposeConfig', async () => {
  const loaded = await loadPlaybook('construir@1');
  const resolve = (text: string) => {
    const { policy, problems } = resolvePolicy({ loaded, organisation: null, repository: { file: 'proposed.yml', text } });
    if (!policy) throw new Error(`${problems.map(formatProblem).join('\n')}\n${text}`);
    return policy;
  };

  it.each(repositories)('fits and validates: %s', (...[, files, components, products]) => {
    const policy = resolve(proposeConfig({ ...organisation, files }));
    expect(Object.fromEntries(policy.components.map((component) => [component.id, component.paths]))).toEqual(components);
    expect(policy.products).toEqual(products);
  });

  it.each(['es', 'en'] as const)('warns for two weeks, starts next Monday and asks the teams by name (%s)', (locale) => {
    const text = proposeConfig({ ...organisation, files: [], locale });
    const policy = resolve(text);
    expect([policy.locale, policy.schedule.start, policy.enforce['coverage'], policy.enforce['policy']]).toEqual([locale, '2026-11-23', 'warn', 'block']);
    expect(text).toContain('2026-12-04');
    expect(policy.authorities['architecture-review']).toEqual({ teams: ['acme/architects'], count: 1 });
    expect(policy.authorities['security-review']).toEqual({ teams: ['acme/security'], count: 1 });
    expect(policy.authorities['ux-review']).toEqual({ roles: ['admin'], count: 1 });
  });

  it('names no team where a person owns the repository', () => {
    const policy = resolve(proposeConfig({ ...organisation, ownerType: 'User', files: [] }));
    expect(Object.values(policy.authorities).every((rule) => 'roles' in rule)).toBe(true);
  });
});

describe('detectComponents', () => {
  it('leaves a component inside another out of the outer one', () => {
    expect(detectComponents(['src/score.py', 'src/api/main.py'])).toEqual([
      { id: 'model', kind: 'ml-model', paths: ['src/**'], exclude: ['src/api/**'] },
      { id: 'api', kind: 'api', paths: ['src/api/**'], exclude: [] },
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import type { Enforcement } from '../../../src/core/enforce/enforcement.ts';
import { renderEnforcement } from '../../../src/core/enforce/render-enforcement.ts';
import { repository } from '../people/people-fixtures.ts';
import { minimal, policyOf } from '../policy/resolved.ts';

const english = policyOf(minimal);
const gate = english.playbook.gates[0]?.id ?? '';
const off = english.playbook.gates.map(({ id }) => `${id}: warn`).join(', ');
const main = { branch: 'main', required: [], mergeQueue: false, classic: false };
const held: Enforcement = { branches: [main], unenforced: [], stranded: [], unverified: [] };
const open: Enforcement = { ...held, unenforced: [{ branch: 'main', check: `sprintgate/${gate}`, why: 'from-anybody' }] };

describe('below the plan stands', () => {
  it.each<[string, Enforcement | null, RegExp]>([
    ['that the gates hold, and where', held, /✅ .*`main`/],
    [
      'which gate does not hold, why, and who mends it',
      open,
      /- `sprintgate\/.+` on `main`: required, but whoever [^]*sprintgate enforce --repo [^]*\/settings\/rules\)/,
    ],
    ['that the plan has no rules', { ...held, branches: null }, /plan has no rulesets/],
    ['that GitHub did not say', null, /not known/],
    ['that nothing was looked up', { ...held, branches: [], unverified: ['v[0-9]'] }, /not known[^]*`v\[0-9\]`/],
  ])('%s', (_name, enforcement, words) => expect(renderEnforcement(english, repository, enforcement)).toMatch(words));

  it('nothing, where no gate blocks', () => expect(renderEnforcement(policyOf(`${minimal}enforce: { ${off} }\n`), repository, null)).toBe(''));

  it('which required check never comes, even where no gate blocks', () => {
    const stranded = [{ branch: 'main', check: 'sprintgate/gone' }];
    expect(renderEnforcement(policyOf(`${minimal}enforce: { ${off} }\n`), repository, { ...held, stranded })).toMatch(
      /never come[^]*- `sprintgate\/gone` on `main`\n\n[^]*takes them out/,
    );
  });

  it('the same in Spanish', () => {
    const spanish = policyOf(minimal.replace('locale: en', 'locale: es'));
    expect(renderEnforcement(spanish, repository, open)).toMatch(/¿Son obligatorios los gates\?[^]*cualquiera con permiso de escritura/);
  });

  it('twenty lines at most', () => {
    const many = Array.from({ length: 25 }, (_, index) => ({ branch: `v${index}`, check: 'sprintgate/x', why: 'not-required' as const }));
    const text = renderEnforcement(english, repository, { ...held, unenforced: many });
    expect(text.match(/^- /gm)).toHaveLength(21);
    expect(text).toContain('- and 5 more');
  });
});

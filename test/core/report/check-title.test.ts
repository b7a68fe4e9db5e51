import { describe, expect, test } from 'vitest';
import { evaluate } from '../../../src/core/gates/evaluate.ts';
import { checkTitle } from '../../../src/core/report/check-title.ts';
import type { Verdict } from '../../../src/core/verdict/verdict.ts';
import { playbookOf, world } from '../rules/rule-world.ts';
import { everyTitle } from './every-title.ts';

const verdict: Verdict = { id: 'n', title: 'Node', verdict: 'fail', code: 'x', reason: 'too low', next: null, children: [] };
const title = (reason: string, more: Partial<Verdict> = {}) =>
  checkTitle({ verdict: { ...verdict, reason, ...more }, enforcement: 'block', locale: 'en', pull: null });

describe.each(['en', 'es'] as const)(
  'every title in %s',
  (locale) => {
    const titles = everyTitle(locale);

    test('stands in under eighty characters, in one line, and is there', () => {
      expect(titles.length).toBeGreaterThan(500);
      const wrong = titles.filter(
        ({ title: written }) => [...written].length > 79 || /[\n`]/.test(written) || written.trim() !== written || !/: \S/.test(written),
      );
      expect(wrong).toEqual([]);
    });

    test('of a gate that binds for one pull request is whole, unless somebody’s own words are in it', () => {
      const cut = titles.filter(
        ({ title: written, situation }) => written.endsWith('…') && !/#\d/.test(written) && !/held|overridden|refused|cannot be read/.test(situation),
      );
      expect(cut.map(({ situation, title: written }) => `${situation}: ${written}`)).toEqual([]);
    });
  },
  120_000,
);

test.each([
  ['what fits stays whole', 'too low; see below', 'Fail: too low; see below'],
  ['its last full stop is left out', 'It is too low.', 'Fail: It is too low'],
  ['of what is too long the first sentence', `It is too low. ${'And so on. '.repeat(9)}`, 'Fail: It is too low'],
  ['a figure is no end of a sentence', `It has 84.21 % of 90 %. ${'And so on. '.repeat(9)}`, 'Fail: It has 84.21 % of 90 %'],
  ['of a sentence that is too long whole words', 'word '.repeat(30), `Fail: ${'word '.repeat(14).trim()}…`],
  ['of one word that is too long as much as fits', 'x'.repeat(200), `Fail: ${'x'.repeat(72)}…`],
  ['no half a character', '😀'.repeat(200), `Fail: ${'😀'.repeat(72)}…`],
])('%s', (_what, reason, expected) => expect(title(reason)).toBe(expected));

test('a gate without a good configuration says so', () => {
  const { snapshot } = world({ playbook: playbookOf() });
  const [gate] = evaluate({ ...snapshot, policy: { kind: 'broken', problems: [], locale: 'es' } }).gates;
  const told = gate?.pulls[0]?.verdict;
  expect(told && checkTitle({ verdict: told, enforcement: 'block', locale: 'es', pull: null })).toBe(
    'No se puede evaluar: la configuración de la rama principal tiene errores',
  );
});

test.each([
  ['en', 'Cannot be evaluated: its base is outside branches of the configuration'],
  ['es', 'No se puede evaluar: su rama base no está en branches'],
] as const)('of a base outside the configured branches is short, in %s', (locale, expected) => {
  const pull = { base: { sha: 'b'.repeat(40), ref: 'feature/customer-onboarding-and-verification' } };
  const { snapshot } = world({ playbook: playbookOf(), pull, locale, policy: { branches: ['main'] } });
  const told = evaluate(snapshot).gates[0]?.pulls[0]?.verdict;
  expect(told && checkTitle({ verdict: told, enforcement: 'block', locale, pull: 12 })).toBe(`#12: ${expected}`);
});

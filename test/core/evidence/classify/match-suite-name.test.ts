import { expect, it } from 'vitest';
import { matchSuiteName } from '../../../../src/core/evidence/classify/match-suite-name.ts';

it.each([
  ['unit.*', 'unit.com/acme/Account', true],
  ['unit.*', `unit.${'x'.repeat(300)}`, true],
  ['*IT', 'com.acme.LedgerIT', true],
  ['*IT', 'src/it/Ledger IT', true],
  ['*IT', 'com.acme.Ledger', false],
  ['**/e2e/**', 'e2e/login.spec.ts', true],
  ['**/e2e/**', 'web/e2e/login.spec.ts', true],
  ['**/e2e/**', 'web/e2e', true],
  ['**/e2e/**', 'web/ne2e/x', false],
  ['src/**/a', 'src/a', true],
  ['{unit,api}.*', 'api.x', true],
  ['{unit,api}.*', 'web.x', false],
  ['a?c', 'a/c', true],
  ['[chromium] *', '[chromium] › login', true],
  ['app (old)+', 'app (old)+', true],
  ['shop', 'Shop', false],
] as const)('%s on %s: %s', (pattern, name, expected) => {
  expect(matchSuiteName([pattern])(name)).toBe(expected);
});

it('takes no time on patterns made to take it', () => {
  const start = performance.now();
  matchSuiteName(['*a*a*a/*a*a*a/*a*a*a/*a*a*a/b', '{a,b}{a,b}{a,b}/{a,b}{a,b}{a,b}/{a,b}{a,b}{a,b}', '**/**/**/**/**/**/**/**/**/**/a'])('a/'.repeat(5_000));
  expect(performance.now() - start).toBeLessThan(10_000);
});

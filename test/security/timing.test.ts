import { expect, test } from 'vitest';
import { productSources } from './sources.ts';

// `===` on a secret ends at the first byte that differs, and so tells how far a guess was right.
const byText = /(?:signature|digest|hmac|token|secret)\)?\s*(?:===|!==)\s*(?:expected|given|header|signature|hmac|secret|token)\b/i;

test('signatures and tokens are compared in constant time, nowhere by their text', () => {
  const product = productSources().filter(({ path }) => !path.startsWith('src/rehearsal/'));
  expect(product.filter(({ text }) => byText.test(text)).map(({ path }) => path)).toEqual([]);
  const comparing = product.filter(({ text }) => text.includes('timingSafeEqual(')).map(({ path }) => path);
  expect(comparing).toContain('src/app/intake/signature-fits.ts');
});

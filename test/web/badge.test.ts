import { describe, expect, test } from 'vitest';
import { badgeToken } from '../../src/core/badge/badge-token.ts';
import type { Standing } from '../../src/core/standing/standing.ts';
import { badge } from '../../src/web/badge/badge.ts';
import { generateKeyPairSync } from 'node:crypto';
import { testPages } from './test-pages.ts';

const total = { component: 'total', covered: 8_499, total: 10_000, floor: 8_500, outcome: 'fail', carriedFrom: null };
const standing = { version: 1, locale: 'es', percent: 72, outcome: 'fail', coverage: [total] } as unknown as Standing;
const pages = testPages({ standing: async () => standing });
const svg = '/badge/readiness.svg';

describe('a badge', () => {
  test.each([
    ['readiness', {}, undefined, { label: 'preparación', value: '72 %', state: 'bad' }],
    ['readiness', { outcome: 'pass', percent: 100 }, 'en', { label: 'readiness', value: '100 %', state: 'good' }],
    ['coverage', {}, undefined, { label: 'cobertura', value: '84,9 %', state: 'bad' }],
    ['coverage', { coverage: [{ ...total, covered: 9_999, outcome: 'pass' }] }, 'en', { label: 'coverage', value: '99.9 %', state: 'good' }],
    ['coverage', { coverage: [{ ...total, covered: null }] }, 'en', { label: 'coverage', value: 'unknown', state: 'unknown' }],
    ['coverage', { coverage: [] }, 'en', { label: 'coverage', value: 'unknown', state: 'unknown' }],
  ] as const)('of %s says it exactly: %j', (kind, change, locale, wanted) => {
    expect(badge(kind, { ...standing, ...change } as Standing, locale)).toEqual(wanted);
  });

  test('of a repository that was never judged says so', () => {
    expect(badge('readiness', null)).toEqual({ label: 'readiness', value: 'unknown', state: 'unknown' });
  });

  test('of a public repository is everybody’s, may stand in other pages, and is sent once', async () => {
    const answer = await pages.request(`/r/acme/open${svg}`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('image/svg+xml; charset=utf-8');
    expect(answer.headers.get('cache-control')).toBe('public, max-age=300');
    expect(answer.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(await answer.text()).toContain('aria-label="preparación: 72 %"');
    const again = await pages.request(`/r/acme/open${svg}`, { headers: { 'if-none-match': answer.headers.get('etag') ?? '' } });
    expect(again.status).toBe(304);
  });

  test.each([
    ['without a token', '', 404],
    ['with a wrong one', '?token=x', 404],
    ['with an empty one', '?token=', 404],
    ['with its own', '?token=the-token', 200],
  ])('of a private repository %s', async (_name, query, status) => {
    expect((await pages.request(`/r/acme/scoring${svg}${query}`)).status).toBe(status);
    expect((await pages.request(`/r/acme/nowhere${svg}${query}`)).status).toBe(404);
  });
});

test('the token of a badge follows from the App’s key and the repository', () => {
  const pem = () => generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  const [one, other] = [pem(), pem()];
  expect(badgeToken(one, 1)).toMatch(/^[\w-]{32}$/);
  expect(badgeToken(one.replaceAll('\n', '\\n'), 1)).toBe(badgeToken(one, 1));
  expect(new Set([badgeToken(one, 1), badgeToken(one, 2), badgeToken(other, 1)]).size).toBe(3);
});

import { describe, expect, it } from 'vitest';
import { describeRequest } from '../../../src/github/budget/describe-request.ts';

describe('what is told of a request', () => {
  it.each([
    ['https://api.github.com/repos/acme/shop/pulls?page=2', 'GET /repos/{owner}/{repo}/pulls'],
    ['https://github.acme.example/api/v3/repos/acme/shop/issues/12/comments?page=3', 'GET /repos/{owner}/{repo}/issues/{id}/comments'],
    ['https://api.github.com/repositories/9412/issues?page=2', 'GET /repositories/{id}/issues'],
    ['https://api.github.com/repos/acme/shop/branches/of-ana', 'other'],
    ['/repos/{owner}/{repo}/pulls', 'GET /repos/{owner}/{repo}/pulls'],
  ])('names nobody: %s', (url, route) => {
    expect(describeRequest({ method: 'GET', url }).route).toBe(route);
  });

  it('costs the same by the full address of an enterprise’s server', () => {
    const url = 'https://github.acme.example/api/v3/search/issues?q=x';
    expect(describeRequest({ method: 'GET', url })).toMatchObject({ resource: 'search', points: 1, reads: true });
  });
});

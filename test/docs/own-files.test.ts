import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formatProblem } from '../../src/core/policy/parse-config.ts';
import { readPolicy } from '../../src/cli/load-policy.ts';

const root = join(import.meta.dirname, '../..');

describe('the configurations that we ship', () => {
  it.each(['.github/sprintgate.yml', 'examples/aval/main/.github/sprintgate.yml', 'templates/init/sprintgate.es.yml', 'templates/init/sprintgate.en.yml'])(
    '%s is valid',
    async (file) => {
      const { policy, problems } = await readPolicy(join(root, file));
      expect(problems.map(formatProblem)).toEqual([]);
      expect(policy).not.toBeNull();
    },
  );
});

describe('the pages', () => {
  const pages = [
    'README.md',
    'CHANGELOG.md',
    ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.md'))
      .map((path) => join('docs', path)),
  ];

  it.each(pages)('%s links only to what is there', (page) => {
    const text = readFileSync(join(root, page), 'utf8')
      .replaceAll(/```[\s\S]*?```/g, '')
      .replaceAll(/`[^`]*`/g, '');
    const links = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, link]) => String(link)).filter((link) => !/^(https?:|#|<)/.test(link));
    const folder = join(root, page, '..');
    const missing = links.filter((link) => !exists(join(folder, String(link.split('#')[0]))));
    expect(missing).toEqual([]);
  });

  it('name no path of somebody’s machine', () => {
    const named = pages.filter((page) => /\/(home|Users|root)\/[a-z]/.test(readFileSync(join(root, page), 'utf8').replaceAll('/home/runner', '')));
    expect(named.map((page) => relative(root, join(root, page)))).toEqual([]);
  });
});

function exists(path: string): boolean {
  try {
    readFileSync(path);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EISDIR';
  }
}

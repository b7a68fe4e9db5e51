import { describe, expect, it } from 'vitest';
import { editorLink } from '../../../src/core/onboarding/editor-link.ts';
import { mayOnboard } from '../../../src/core/onboarding/may-onboard.ts';
import { renderOnboarding } from '../../../src/core/onboarding/render-onboarding.ts';
import type { RepositoryFacts } from '../../../src/core/snapshot/facts.ts';

const repository: RepositoryFacts = {
  id: 9412,
  owner: 'acme',
  name: 'scoring',
  ownerType: 'Organization',
  defaultBranch: 'main',
  fork: false,
  archived: false,
  hasIssues: true,
  htmlUrl: 'https://github.com/acme/scoring',
};
const selected = { all: false, selected: 1, files: 10 };

describe('an onboarding issue is opened', () => {
  it('in a repository with files and issues', () => expect(mayOnboard(repository, selected)).toBeNull());

  it.each([
    ['fork', { ...repository, fork: true }, selected],
    ['archived', { ...repository, archived: true }, selected],
    ['no-issues', { ...repository, hasIssues: false }, selected],
    ['empty', repository, { ...selected, files: 0 }],
    ['too-many-selected', repository, { ...selected, selected: 6 }],
    ['all-selected', repository, { all: true, selected: 300, files: 10 }],
  ] as const)('not unasked: %s', (why, where, selection) => expect(mayOnboard(where, selection)).toBe(why));

  it('for five selected repositories, and not for six', () => {
    expect(mayOnboard(repository, { ...selected, selected: 5 })).toBeNull();
    expect(mayOnboard(repository, { ...selected, selected: 6 })).not.toBeNull();
  });
});

describe('the link to the editor', () => {
  it('carries the file and its text', () => {
    const link = new URL(editorLink(repository, '.github/sprintgate.yml', 'a: 1\n# b\n') ?? '');
    expect(link.pathname).toBe('/acme/scoring/new/main');
    expect(link.searchParams.get('filename')).toBe('.github/sprintgate.yml');
    expect(link.searchParams.get('value')).toBe('a: 1\n# b\n');
  });

  it('drops the comments when the text is too long for a link', () => {
    const link = new URL(editorLink(repository, 'f', `a: 1\n${'# a long comment\n'.repeat(900)}b: 2\n`) ?? '');
    expect(link.searchParams.get('value')).toBe('a: 1\nb: 2\n');
  });

  it('is left out when even that does not fit', () => {
    expect(editorLink(repository, 'f', 'a: b\n'.repeat(4000))).toBeNull();
  });
});

describe('the onboarding issue', () => {
  it('says in both languages what will happen, and shows the file', () => {
    const { title, text } = renderOnboarding(repository, { es: 'locale: es\n', en: 'locale: en\n' });
    expect(title).toBe('Configurar Sprintgate en este repositorio');
    expect(text).toContain('/sprintgate sembrar');
    expect(text).toContain('<details><summary>In English</summary>');
    expect(text).toContain('```yaml\nlocale: es\n```');
    expect(text).toContain('/new/main?filename=');
  });

  it('cannot be broken by backticks in the proposal', () => {
    expect(renderOnboarding(repository, { es: 'paths: ["```/x"]', en: 'a' }).text).toContain('````yaml\npaths: ["```/x"]\n````');
  });
});

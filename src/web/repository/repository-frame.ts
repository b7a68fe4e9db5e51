import type { Locale } from '../../core/playbook/text-schema.ts';
import type { WebRepository } from '../access/web-repository.ts';
import type { Shown } from '../shell/show.ts';
import { type RepositoryView, repositoryViews, repositoryWords } from './repository-words.ts';

export interface FramedPage {
  readonly repository: WebRepository;
  /** The tab that is shown; null for a page below them, e.g. of a pull request. */
  readonly view: RepositoryView | null;
  readonly locale: Locale;
  /** Of a page below the tabs. */
  readonly title?: string;
}

/** Title, trail and tabs of every page of a repository. */
export function repositoryFrame({ repository: { owner, name }, view, locale, title }: FramedPage): Shown {
  const say = repositoryWords[locale];
  const home = repositoryHome({ owner, name });
  const own = title ?? (view === null || view === 'overview' ? null : say.view[view]);
  return {
    title: own === null ? `${owner}/${name}` : `${own} · ${owner}/${name}`,
    trail: [{ href: home, text: `${owner}/${name}`, current: true }],
    tabs: {
      label: say.views,
      links: repositoryViews.map((each) => ({ href: each === 'overview' ? home : `${home}/${each}`, text: say.view[each], current: each === view })),
    },
  };
}

/** The address of a repository in these pages. */
export function repositoryHome({ owner, name }: Pick<WebRepository, 'owner' | 'name'>): string {
  return `/r/${encodeURIComponent(owner)}/${encodeURIComponent(name)}`;
}

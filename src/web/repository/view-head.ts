import { html } from 'hono/html';
import { factWord } from '../../core/backlog/fact-words.ts';
import type { Html } from '../shell/html.ts';
import type { RepositoryCase } from './repository-case.ts';

/** Title of a role's view, and what the method says of it: for whom it is, how often it is looked at, and its metrics. */
export function viewHead(about: RepositoryCase, dashboard: string, title: string): Html {
  const { repository, policy, locale } = about;
  const item = policy?.playbook.items.find(({ id, kind }) => kind === 'dashboard' && id.endsWith(`.${dashboard}`));
  const facts = Object.entries(item?.facts ?? {}).toReversed();
  const word = (key: string, value: string): string => policy?.text.values?.[`${key}.${value}`] ?? factWord(locale, key, value);
  const list = (key: string, value: unknown): string =>
    Array.isArray(value) ? value.map((each) => word(key, String(each))).join(', ') : word(key, String(value));
  return html`<h1>${title} · ${repository.owner}/${repository.name}</h1>
    ${
      facts.length === 0
        ? ''
        : html`<dl class="facts lead">
            ${facts.map(
              ([key, value]) =>
                html`<dt>${policy?.text.facts[key] ?? key}</dt>
                  <dd>${list(key, value)}</dd>`,
            )}
          </dl>`
    }`;
}

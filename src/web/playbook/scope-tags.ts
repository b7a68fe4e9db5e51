import { html } from 'hono/html';
import type { Scope } from '../../core/backlog/applies.ts';
import type { Locale, PlaybookText } from '../../core/playbook/text-schema.ts';
import type { Html } from '../shell/html.ts';
import { playbookWords } from './playbook-words.ts';

/** For whom something of a playbook is meant, as tags; a word where it is for everybody. */
export function scopeTags({ tiers, products, regulations, kinds }: Scope, text: PlaybookText, locale: Locale): Html {
  const say = playbookWords[locale];
  const tags = [
    ...(tiers ?? []).map(say.tier),
    ...(products ?? []),
    ...(regulations ?? []),
    ...(kinds ?? []).map((kind) => text.componentKinds[kind]?.title ?? kind),
  ];
  return tags.length === 0 ? html`<span class="dim">${say.everybody}</span>` : html`${tags.map((tag) => html`<span class="tag">${tag}</span> `)}`;
}

import { html } from 'hono/html';
import type { Locale } from '../../core/playbook/text-schema.ts';
import type { Html } from '../shell/html.ts';
import { signInWords } from './sign-in-words.ts';

interface Asked {
  readonly to: string;
  /** The last try came to nothing. */
  readonly failed: boolean;
  readonly locale: Locale;
}

/** What signing in is for, and the way to it. */
export function signInPage({ to, failed, locale }: Asked): Html {
  const say = signInWords[locale];
  return html`<div class="narrow">
    <h1>${say.title}</h1>
    ${failed ? html`<p class="notice bad" role="alert">${say.failed}</p>` : ''}
    <p>${say.lead}</p>
    <p><a class="button main" href="/sign-in/begin?to=${encodeURIComponent(to)}">${say.button}</a></p>
    <p class="dim">${say.asked}</p>
  </div>`;
}

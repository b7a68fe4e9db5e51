import { html } from 'hono/html';
import type { ExplainedPull } from '../../core/explain/explained-pull.ts';
import type { Locale } from '../../core/playbook/text-schema.ts';
import type { Html } from '../shell/html.ts';
import type { JudgedHistory } from './pull-ports.ts';

/** What the sections of the page of a pull request are told. */
export interface PullCase {
  readonly explained: ExplainedPull;
  readonly history: JudgedHistory;
  readonly ledgerHead: { readonly seq: number; readonly digest: string } | null;
  /** The address of this page, without a query. */
  readonly here: string;
  /** `owner/name`. */
  readonly name: string;
  /** Whether it is the newest decision that is shown. */
  readonly isNewest: boolean;
  /** Whether older decisions than the newest are listed. */
  readonly isPaged: boolean;
  /** The gate of which all is shown; null: the first of each. */
  readonly gate: string | null;
  readonly locale: Locale;
}

/** The attribute of an element whose words are those of a verdict: empty where they are in the page's language. */
export function spoken({ explained, locale }: Pick<PullCase, 'explained' | 'locale'>): { readonly lang?: Locale } {
  return explained.locale === locale ? {} : { lang: explained.locale };
}

/** The address of a decision on this page. */
export function decisionAddress(
  { here, explained, isNewest }: Pick<PullCase, 'here' | 'explained' | 'isNewest'>,
  query: Readonly<Record<string, string>> = {},
): string {
  const asked = new URLSearchParams({ ...(isNewest ? {} : { at: String(explained.entry.seq) }), ...query });
  return asked.size === 0 ? here : `${here}?${asked}`;
}

/** Of a section that follows the newest decision while the page is open: it changes with the decision alone, so that what somebody unfolded stays so. */
export function live({ isNewest }: Pick<PullCase, 'isNewest'>): Html | '' {
  return isNewest ? html`data-live="30"` : '';
}

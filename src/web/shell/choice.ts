import { html, raw } from 'hono/html';
import type { Html } from './html.ts';

export interface Choice {
  readonly name: string;
  readonly label: string;
  readonly chosen: string;
  /** Value and text of each. */
  readonly values: readonly (readonly [string, string])[];
}

/** One of several, in a form that only looks. */
export function choice({ name, label, chosen, values }: Choice): Html {
  const options = values.map(([value, text]) => html`<option value="${value}" ${value === chosen ? raw(' selected') : ''}>${text}</option>`);
  return html`<label
    >${label}<select name="${name}">
      ${options}
    </select></label
  >`;
}

import { z } from 'zod';

/** Whether later work voids a sign-off: never, what is merged, or its age. */
export type VoidRule = { readonly on: 'merge'; readonly components: readonly string[] } | { readonly on: 'age'; readonly days: number };

/** The rule as it is written, in a configuration and in a playbook. */
export const voidPattern = /^(never|on-merge|[1-9]\d{0,3}d)$/;

/** Reads `never` (null), `on-merge` or `90d`. Without components, whatever is merged counts. */
export function readVoidRule(written: string, components: readonly string[]): VoidRule | null {
  if (written === 'on-merge') return { on: 'merge', components };
  return written === 'never' ? null : { on: 'age', days: Number(written.slice(0, -1)) };
}

/** The rule on one line, as it is written. */
export function voidRuleText(rule: VoidRule | undefined): string {
  if (!rule) return 'never';
  return rule.on === 'age' ? `${rule.days}d` : ['on-merge', ...rule.components].join(' ');
}

export const voidSchema = z
  .string()
  .regex(voidPattern)
  .describe('Whether later work voids a sign-off: never, on-merge, or after a number of days such as 90d.');

import { commandTable } from '../commands/command-table.ts';
import { commandUsage } from '../commands/render-command-help.ts';
import { inlineCode } from '../report/markdown.ts';
import type { CommandContext } from './command-context.ts';

/** How the command of this context is written, in the policy's language. */
export function usageOf({ command, policy }: CommandContext): string {
  const spec = commandTable.find(({ name }) => name === command.name);
  return spec ? inlineCode(commandUsage(spec, policy.locale)) : '';
}

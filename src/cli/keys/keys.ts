import { Command } from 'commander';
import { listCommand } from './list.ts';
import { rotateCommand } from './rotate.ts';

export const keysCommand = new Command('keys')
  .description('The keys that sign auditors’ bundles: list them, and let the old one sign for a new one.')
  .addCommand(listCommand)
  .addCommand(rotateCommand);

for (const command of keysCommand.commands) command.exitOverride();

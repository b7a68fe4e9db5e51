import { Command } from 'commander';
import { eraseCommand, pruneCommand } from './erase.ts';
import { exportCommand } from './export.ts';
import { replayCommand } from './replay.ts';
import { showCommand } from './show.ts';
import { verifyCommand } from './verify.ts';

export const ledgerCommand = new Command('ledger')
  .description('Read the record of decisions: check it, show why something was decided, decide it again, erase from it.')
  .addCommand(verifyCommand)
  .addCommand(showCommand)
  .addCommand(replayCommand)
  .addCommand(exportCommand)
  .addCommand(eraseCommand)
  .addCommand(pruneCommand);

for (const command of ledgerCommand.commands) command.exitOverride();

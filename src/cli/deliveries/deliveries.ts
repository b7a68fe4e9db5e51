import { Command } from 'commander';
import { listCommand } from './list.ts';
import { replayCommand } from './replay.ts';
import { showCommand } from './show.ts';

export const deliveriesCommand = new Command('deliveries')
  .description('The webhook deliveries that the app was handed: what waits or was given up and why, one of them, and working one anew.')
  .addCommand(listCommand)
  .addCommand(showCommand)
  .addCommand(replayCommand);

for (const command of deliveriesCommand.commands) command.exitOverride();

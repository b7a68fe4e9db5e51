import { Command } from 'commander';
import { exportCommand } from './export.ts';
import { importCommand } from './import.ts';
import { migrateCommand } from './migrate.ts';
import { rebuildCommand } from './rebuild.ts';

export const storeCommand = new Command('store')
  .description('Carry the database of the app: to another engine, into a backup and back; or restore decisions from GitHub.')
  .addCommand(exportCommand)
  .addCommand(importCommand)
  .addCommand(migrateCommand)
  .addCommand(rebuildCommand);

for (const command of storeCommand.commands) command.exitOverride();

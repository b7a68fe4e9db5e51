#!/usr/bin/env node
import { Command, CommanderError } from 'commander';
import { loadCommands } from './load-commands.ts';
import { reportFailure } from './report-failure.ts';
import { version } from '../app/version.ts';

const program = new Command('sprintgate')
  .description('Sprint-gated delivery for GitHub: plan a method as milestones and issues, gate pull requests on it, report readiness.')
  .version(version)
  .showHelpAfterError('Add --help to see how it is used.')
  .addHelpText('after', '\nExit codes: 0 good · 1 the gate or the validation failed · 2 wrong use, or it could not run.');

for (const command of await loadCommands(process.argv[2])) program.addCommand(command);

// Commander leaves a process by itself with 1 for wrong use, which here means that a gate failed.
for (const command of [program, ...program.commands]) command.exitOverride();

// `sprintgate plan | head` closes the pipe early, and that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 2));

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = error instanceof CommanderError ? (error.exitCode === 0 ? 0 : 2) : reportFailure(error);
}

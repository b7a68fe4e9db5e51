import { Command } from 'commander';
import { deadCommand } from './jobs/dead.ts';
import { retryCommand } from './jobs/retry.ts';

export const jobsCommand = new Command('jobs')
  .description('What the app gave up after its last attempt, why, and having it looked at again.')
  .addCommand(deadCommand)
  .addCommand(retryCommand);

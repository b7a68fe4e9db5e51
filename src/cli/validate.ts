import { Command } from 'commander';
import { formatProblem } from '../core/policy/parse-config.ts';
import { readPolicy } from './load-policy.ts';
import { printJson, printLine } from './print.ts';

export const validateCommand = new Command('validate')
  .description('Check a configuration: prints nothing when it is good, else one line per problem. Ends with 0 if it can be used.')
  .argument('[file]', 'the configuration', '.github/sprintgate.yml')
  .option('--json', 'print the problems as JSON')
  .addHelpText('after', '\nExample:\n  sprintgate validate .github/sprintgate.yml')
  .action(async (file: string, options: { json?: true }) => {
    const { policy, problems } = await readPolicy(file);
    if (options.json) printJson(problems);
    else for (const problem of problems) printLine(formatProblem(problem));
    // What has no effect is told, and breaks nothing.
    process.exitCode = policy ? 0 : 1;
  });

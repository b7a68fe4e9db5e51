import { Command } from 'commander';
import { formatProblem } from '../core/policy/parse-config.ts';
import { readPolicy } from './load-policy.ts';
import { printJson, printLine } from './print.ts';

export const validateCommand = new Command('validate')
  .description('Check a configuration: prints nothing when it is good, else one line per problem.')
  .argument('[file]', 'the configuration', '.github/sprintgate.yml')
  .option('--json', 'print the problems as JSON')
  .addHelpText('after', '\nExample:\n  sprintgate validate .github/sprintgate.yml')
  .action(async (file: string, options: { json?: true }) => {
    const { problems } = await readPolicy(file);
    if (options.json) printJson(problems);
    else for (const problem of problems) printLine(formatProblem(problem));
    process.exitCode = problems.length > 0 ? 1 : 0;
  });

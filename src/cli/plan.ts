import { Command } from 'commander';
import { type BacklogPlan, planBacklog } from '../core/backlog/plan-backlog.ts';
import { loadPolicy } from './load-policy.ts';
import { printJson, printLine, styled } from './print.ts';

export const planCommand = new Command('plan')
  .description('Show what seeding would create, offline: milestones with due dates and every issue.')
  .option('--config <file>', 'the configuration', '.github/sprintgate.yml')
  .option('--json', 'print the whole plan as JSON, with bodies')
  .addHelpText('after', '\nExample:\n  sprintgate plan --config .github/sprintgate.yml --json')
  .action(async (options: { config: string; json?: true }) => {
    const plan = planBacklog(await loadPolicy(options.config));
    if (options.json) printJson(plan);
    else printPlan(plan);
  });

function printPlan(plan: BacklogPlan): void {
  printLine(`${styled('bold', plan.playbook)} · ${plan.milestones.length} milestones, ${plan.items.length} issues, ${plan.weeks} weeks`);
  for (const warning of plan.warnings) printLine(styled('yellow', `! ${warning}`));
  for (const milestone of plan.milestones) {
    printLine();
    printLine(`${styled('bold', milestone.title)} ${styled('dim', `(${milestone.dueOn})`)}`);
    for (const item of plan.items.filter((each) => each.milestone === milestone.key)) printLine(`  ${item.title} ${styled('dim', item.id)}`);
  }
}

/** One thing that a shell can do, cannot, or can under a condition, and the test that shows it: its file and its name. */
export interface Capability {
  readonly what: string;
  readonly app: string;
  readonly action: string;
  /** The command line with `--repo`. */
  readonly cli: string;
  readonly offline: string;
  readonly shownBy: readonly [file: string, test: string];
}

const shells = 'test/shells/without-a-server.test.ts';
const modes = 'test/action/modes.test.ts';
const scenario = 'test/shells/one-scenario.test.ts';

/** Who can do what: the table of docs/without-a-server.md is made from this. */
export const capabilities: readonly Capability[] = [
  { what: 'coverage', app: 'yes', action: 'yes', cli: 'yes', offline: 'yes, from `--evidence`', shownBy: [shells, 'coverage is judged everywhere'] },
  {
    what: 'checkpoint',
    app: 'yes, from the store',
    action: 'from receipts, with `receipt-key`',
    cli: 'from receipts, with `--receipt-key`',
    offline: 'cannot evaluate, unless nothing comes before',
    shownBy: [shells, 'a checkpoint is known from the store, or from receipts with their key, and offline only where none comes before'],
  },
  {
    what: 'quality',
    app: 'yes',
    action: 'yes, attestations and waivers from receipts',
    cli: 'yes, attestations and waivers from receipts',
    offline: 'what files and reports can decide; only asked for where it warns',
    shownBy: [scenario, 'stop a pull request below its floor, and let it through with the tests it lacked'],
  },
  {
    what: 'readiness',
    app: 'yes',
    action: 'yes, attestations from receipts',
    cli: 'yes, attestations from receipts',
    offline: 'what files and reports can decide',
    shownBy: [scenario, 'judge a release by the method’s criteria'],
  },
  {
    what: 'a release stays one without its label',
    app: 'yes, from the store',
    action: 'where the app’s report, or its own, is on the pull request',
    cli: 'as the Action',
    offline: 'no',
    shownBy: [shells, 'a release stays one without its label, as long as the app’s report is there'],
  },
  {
    what: 'policy: config, hold, freeze',
    app: 'yes',
    action: 'yes, holds from receipts',
    cli: 'yes, holds from receipts',
    offline: '`validate`',
    shownBy: [shells, 'a hold is known from the store or from receipts; without their key it is not taken for absent'],
  },
  {
    what: 'sign-off by comment',
    app: 'yes',
    action: 'no',
    cli: 'no',
    offline: 'no',
    shownBy: [scenario, 'stop work of a later sprint until the checkpoint before it is signed by a comment'],
  },
  {
    what: 'authority: users, roles, teams',
    app: 'yes (`members: read` for teams)',
    action: 'as the receipts say: proven when they were written',
    cli: 'as the receipts say',
    offline: 'no',
    shownBy: [shells, 'a checkpoint is known from the store, or from receipts with their key, and offline only where none comes before'],
  },
  {
    what: 'coverage against the base',
    app: 'yes',
    action: 'yes, while the uploads of the base last',
    cli: 'as the Action',
    offline: 'no: cannot be evaluated where it is asked for',
    shownBy: [shells, 'a drop against the base is judged by the base’s own evidence, and cannot be judged offline'],
  },
  {
    what: 'carry-forward',
    app: 'yes, from the store',
    action: 'no: cannot be evaluated where evidence is missing',
    cli: 'as the Action',
    offline: 'as the Action',
    shownBy: [shells, 'evidence is carried forward from the store alone'],
  },
  {
    what: 'last good configuration',
    app: 'yes',
    action: 'no: a broken file cannot be evaluated',
    cli: 'no',
    offline: 'no',
    shownBy: [shells, 'only the app keeps the last good configuration'],
  },
  {
    what: 'posts required checks',
    app: 'yes, at each event',
    action: 'yes, from the default branch and with `checks: write`; always completed',
    cli: 'no',
    offline: 'no',
    shownBy: [modes, 'posts a check for each gate on the head commit, all of them completed'],
  },
  {
    what: 'expiry: waits, waivers, sign-offs',
    app: 'yes, when its time has come',
    action: 'with the next event, or on `schedule`',
    cli: 'when it is run',
    offline: 'no',
    shownBy: [modes, 'judges again on a schedule what has expired meanwhile'],
  },
  {
    what: '[register](register.md), notices before an end',
    app: 'one issue, kept in step; seven days before',
    action: 'no',
    cli: '`sprintgate register` prints it from the receipts',
    offline: 'no',
    shownBy: ['test/cli/register.test.ts', 'lists what the receipts say, and tells nothing without their key'],
  },
  {
    what: 'writes the readiness report',
    app: 'yes',
    action: '`mode: report`, with `pull-requests: write`',
    cli: '`sprintgate report` prints it',
    offline: '`sprintgate report` prints it',
    shownBy: [modes, 'writes one comment on a release pull request, leaves it while it says the same, and edits it when it does not'],
  },
  {
    what: 'explains, answers “what if”',
    app: '`/sprintgate explain`',
    action: 'no',
    cli: '`sprintgate explain`, `sprintgate simulate`',
    offline: 'the same; `sprintgate test` runs [cases](explain.md)',
    shownBy: ['test/cli/explain.test.ts', 'tells the worst gate first, with actions, who can act and what it rests on, and ends with 0'],
  },
  {
    what: 'seeds the backlog',
    app: 'by `/sprintgate seed`',
    action: '`mode: seed`, with `issues: write`',
    cli: '`sprintgate seed`, with your token',
    offline: '`sprintgate plan` shows it',
    shownBy: [modes, 'seeds as the bot of Actions, whose issues the gates then find, and a second time writes nothing'],
  },
  {
    what: 'pull requests from forks',
    app: 'yes',
    action: 'judged on `workflow_run`; a run of the fork only collects',
    cli: 'yes',
    offline: 'no',
    shownBy: [modes, 'mode: %s only collects, and says so'],
  },
  {
    what: 'history, ledger',
    app: 'yes',
    action: 'no',
    cli: 'no',
    offline: 'no',
    shownBy: [scenario, 'stop a pull request below its floor, and let it through with the tests it lacked'],
  },
  {
    what: 'merge queue',
    app: 'yes',
    action: 'no: a queue needs the app',
    cli: 'no',
    offline: 'no',
    shownBy: ['test/engine/reconcile/merge-group.test.ts', 'is judged by its own evidence and for each pull request in it, under the same names'],
  },
  {
    what: 'deployments',
    app: 'held, approved or rejected: see [deployments.md](deployments.md)',
    action: 'no: a protection rule needs the app',
    cli: 'no',
    offline: 'no',
    shownBy: ['test/engine/reconcile/reconcile-deploy.test.ts', 'is approved when the gate passes, and the ledger says from what'],
  },
];

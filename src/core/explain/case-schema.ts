import { z } from 'zod';

const outcome = z.enum(['pass', 'fail', 'pending', 'not-applicable', 'cannot-evaluate']);
const words = z.array(z.string().min(1));
const signatures = (what: string) => words.optional().describe(`${what}; @user at the end says by whom.`);

const expected = z.union([
  outcome,
  z.strictObject({
    verdict: outcome.optional().describe('Verdict of the gate.'),
    nodes: z.record(z.string(), outcome).optional().describe('Verdicts of nodes by id, e.g. of a component, a checkpoint or a criterion.'),
  }),
]);

/** One case of a playbook test: a small world, and the verdicts that are expected in it. */
export const caseSchema = z.strictObject({
  name: z.string().min(1).describe('What the case shows, in a sentence.'),
  base: z.string().optional().describe('Another case, by its path from this file, to whose world this one adds: a value replaces, lists and maps grow.'),
  config: z.string().optional().describe('The configuration, by its path from this file. Needed here or in the base.'),
  root: z
    .string()
    .optional()
    .describe('Folder whose files are in the tree; left out, the checkout whose .github holds the configuration, else what the reports name.'),
  files: words.optional().describe('Further paths in the tree.'),
  evidence: words.optional().describe('Reports, or folders with reports, by their path from this file.'),
  date: z.string().optional().describe('The day, YYYY-MM-DD; it is noon in the configuration’s time zone. Needed here or in the base.'),
  approve: signatures('Checkpoints that are signed, by id or block'),
  attest: signatures('Criteria that are attested'),
  waive: signatures('Criteria that are waived, for 30 days'),
  labels: words.optional().describe('Labels of the pull request.'),
  milestone: z.string().optional().describe('Its sprint (s07) or phase.'),
  head: z.string().optional().describe('Its branch, e.g. release/1.0.'),
  openIssues: z.record(z.string(), z.int().min(0)).optional().describe('How many open issues carry a label; several labels are joined by a comma.'),
  checks: z.record(z.string(), z.string()).optional().describe('Conclusions of other tools’ checks, by name, e.g. lint: success.'),
  expect: z
    .record(z.string(), expected)
    .optional()
    .describe('By gate: its verdict, or its verdict and those of nodes. Needed in every file whose name does not begin with _.'),
});

export type Case = z.output<typeof caseSchema>;
export type Expected = z.output<typeof expected>;

import { z } from 'zod';
import { metricUnits } from '../evidence/classify/metric-unit.ts';
import { glob, id, name, say } from './config-values.ts';

const metric = z.strictObject(
  {
    path: name.optional().describe('Its dotted name in the report, as `sprintgate evidence` shows it. Default: the same name.'),
    unit: z
      .enum(metricUnits, say('metric-unit'))
      .optional()
      .describe("Unit in which the report has it: ratio (0 to 1), percent, ms, s, … Default: the format's own."),
    direction: z
      .enum(['higher', 'lower'], say('direction'))
      .optional()
      .describe('Which way is better. Checked against the playbook, so that no figure is read upside down.'),
  },
  say('map'),
);

const reports = z.strictObject(
  {
    files: z.array(glob, say('globs')).min(1, say('globs')).optional().describe('Globs over the paths of reports in the upload. Default: any.'),
    uploads: z.array(glob, say('list')).min(1, say('list')).optional().describe('Names or globs of uploads. Default: any.'),
    suites: z.array(glob, say('list')).min(1, say('list')).optional().describe('Globs over the names of test suites: "**/e2e/**", "*IT". Default: any.'),
    type: id.optional().describe('Type of the tests: unit, integration, component, e2e, performance, load, security, …'),
    component: id.optional().describe('Component that the tests are of.'),
    scan: id.optional().describe('What was scanned: code, dependencies, secrets, dast, iac, penetration. Default: what the tool scans for.'),
    metrics: z
      .record(name, metric, say('map'))
      .optional()
      .describe("Figures by the playbook's name, e.g. model.performance, and where they stand in the report."),
  },
  say('map'),
);

/** `evidence:` of a configuration. */
export const evidenceSchema = z
  .strictObject(
    {
      workflows: z.array(glob, say('list')).describe('Workflow files whose uploads count, e.g. .github/workflows/ci.yml. Default: all.'),
      uploads: name.describe('Uploads whose name begins so are read. Default: sprintgate.'),
      trusted: name.describe(
        'Reusable workflow whose verified identity is demanded of all evidence: owner/repo/.github/workflows/file.yml@ref. Default: none, evidence is self-reported.',
      ),
      sourceRoots: z.array(name, say('list')).describe('Folders that paths in reports may be relative to. Default: the root.'),
      checks: z
        .record(id, z.string(say('check-name')).min(1, say('check-name')), say('map'))
        .describe(
          'Which check run proves a capability of the playbook, by its name or a pattern: linting: "ci / ruff". Default: the patterns of the playbook.',
        ),
      codeScanning: z
        .union(
          [z.boolean(), z.strictObject({ tools: z.array(name, say('list')).min(1, say('list')).max(20, say('list')).describe('The tools.') })],
          say('scanning'),
        )
        .describe(
          "Open alerts of GitHub's code scanning count as findings of the scan `code`: true, once any tool analysed the commit, or { tools: [CodeQL] }, once all of these have. Needs `security_events: read`. Default: false.",
        ),
      reports: z
        .array(reports, say('list'))
        .max(200, say('list'))
        .describe(
          'What reports are about: the type and component of tests, what was scanned, where a figure stands. The first entry that says something of a report counts.',
        ),
    },
    say('map'),
  )
  .partial()
  .describe('Where evidence comes from.');

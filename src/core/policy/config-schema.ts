import { z } from 'zod';
import { authoritySchema, loginSchema } from './authority-schema.ts';
import { metricUnits } from '../evidence/classify/metric-unit.ts';
import { isCalendarDay } from '../calendar/calendar-day.ts';
import { readMinutes, readSprintDays, readWaitMinutes } from './durations.ts';
import { readHolidays } from './read-holidays.ts';
import { basisPointsOf } from './percent.ts';
import type { Expectation } from './config-words.ts';

/** The message of every check is the code of what to write instead; see config-words.ts. */
const say = (error: Expectation) => ({ error });

const id = z.string(say('id')).regex(/^[a-z0-9]+([.-][a-z0-9]+)*$/, say('id'));
const name = z.string(say('name')).min(1, say('name'));
const glob = z.string(say('glob')).min(1, say('glob'));
const pattern = z.string(say('branch-pattern')).min(1, say('branch-pattern'));
const date = z.string(say('date')).refine(isCalendarDay, say('date'));
const count = z.int(say('count')).min(0, say('count'));
const percent = z
  .number(say('percent-range'))
  .min(0, say('percent-range'))
  .max(100, say('percent-range'))
  .refine((value) => basisPointsOf(value) !== null, say('percent'));
const enforcement = z.enum(['block', 'warn', 'off'], say('enforcement'));

const schedule = z
  .strictObject(
    {
      start: date.describe('First day of Sprint 0, YYYY-MM-DD. Required.'),
      sprint: z
        .string(say('sprint-length'))
        .refine((text) => readSprintDays(text) !== null, say('sprint-length'))
        .describe("Length of a sprint in calendar days or weeks: 2w, 10d. Default: the playbook's."),
      timezone: z.string(say('timezone')).refine(isTimezone, say('timezone')).describe('IANA time zone in which a day begins. Default: America/Mexico_City.'),
      holidays: z
        .array(
          z.string(say('holiday')).refine((text) => readHolidays(text) !== null, say('holiday')),
          say('list'),
        )
        .max(200, say('list'))
        .describe(
          'Days without work: dates and ranges such as 2027-03-29..2027-04-02. Each one on a weekday adds a working day to its sprint and moves what comes after. Default: none.',
        ),
      profile: id.describe('Duration profile of the playbook that the plan is measured against. Default: the one for the tier, else the first.'),
    },
    say('map'),
  )
  .partial()
  .describe('When the sprints are.');

const component = z.strictObject(
  {
    kind: id.describe('Kind of component in the playbook: it brings the coverage floor and the required test types.'),
    paths: z.array(glob, say('globs')).min(1, say('globs')).describe('Globs of its source files, from the root of the repository.'),
    exclude: z.array(glob, say('globs')).optional().describe('Globs of files under `paths` that do not count. Default: none.'),
    coverage: z
      .strictObject(
        {
          target: percent.optional().describe('Line coverage floor in percent, up to two decimals. Default: the floor of its kind.'),
          threshold: percent.optional().describe('How many percentage points its coverage may fall below the base. Default: `coverage.threshold`.'),
        },
        say('map'),
      )
      .optional()
      .describe('Its own coverage demand.'),
    uploads: z
      .array(name, say('list'))
      .optional()
      .describe('Names of the uploads that must all have arrived before its coverage is judged. Default: whatever is there.'),
  },
  say('map'),
);

const release = z
  .strictObject(
    {
      branches: z.array(pattern, say('list')).describe('A pull request into one of these branches can be a release. Default: ["**"].'),
      heads: z.array(pattern, say('list')).describe('…and is one when its head branch matches. Default: ["release/**", "release-please--**"].'),
      labels: z.array(name, say('list')).describe('…or when it carries one of these labels. Default: [release].'),
      always: z.array(pattern, say('list')).describe('Every pull request into one of these branches is a release. Default: none.'),
      target: id.describe("What readiness is judged for. Default: release, else the playbook's first target."),
    },
    say('map'),
  )
  .partial()
  .describe('Which pull requests are releases.');

const coverage = z
  .strictObject(
    {
      total: percent.describe("Floor of the total in percent. Default: the playbook's."),
      strict: z.boolean(say('boolean')).describe("True: the total must be above its floor, not at it. Default: the playbook's."),
      threshold: percent.describe(
        'How many percentage points coverage may fall below the base, of each component and in total; 100 only shows the change. Default: no drop is judged.',
      ),
      smallChange: count.describe("Below so many coverable changed lines the patch is judged with tolerance. Default: the playbook's."),
      unreportedLimit: count.describe('How many source files may be in no report. Default: not limited; a changed one always counts.'),
      deadline: z
        .string(say('minutes'))
        .refine((text) => readMinutes(text) !== null, say('minutes'))
        .describe('How long a gate waits for evidence before it cannot be evaluated: 90m, 2h. Default: 60m.'),
    },
    say('map'),
  )
  .partial()
  .describe('How coverage is judged.');

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

const evidence = z
  .strictObject(
    {
      workflows: z.array(glob, say('list')).describe('Workflow files whose uploads count, e.g. .github/workflows/ci.yml. Default: all.'),
      uploads: name.describe('Uploads whose name begins so are read. Default: sprintgate.'),
      trusted: name.describe(
        'Reusable workflow whose verified identity is demanded of all evidence: owner/repo/.github/workflows/file.yml@ref. Default: none, evidence is self-reported.',
      ),
      sourceRoots: z.array(name, say('list')).describe('Folders that paths in reports may be relative to. Default: the root.'),
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

const deployments = z
  .strictObject(
    {
      onFail: z
        .enum(['wait', 'reject'], say('on-fail'))
        .describe('A deployment whose gate fails waits until it passes, or is rejected at once, which is final. Default: wait.'),
      rejectAfter: z
        .string(say('wait-time'))
        .refine((text) => readWaitMinutes(text) !== null, say('wait-time'))
        .describe('A deployment that still waits after this time is rejected: 90m, 12h, 7d, up to 29d. Default: never; GitHub gives up after 30 days.'),
    },
    say('map'),
  )
  .partial()
  .describe('What becomes of a deployment that may not go on.');

const freeze = z.strictObject(
  {
    from: date.describe('First day.'),
    to: date.describe('Last day.'),
    reason: z.string(say('text')).min(1, say('text')).describe('Shown to whoever is stopped.'),
  },
  say('map'),
);

/**
 * `.github/sprintgate.yml` as it is written. Everything is optional here, because the organisation's file may supply it;
 * `resolvePolicy` demands what is still missing once the layers are merged.
 */
export const configSchema = z
  .strictObject(
    {
      playbook: z
        .string(say('playbook'))
        .regex(/^([a-z0-9]+([.-][a-z0-9]+)*@[1-9]\d*|\.\.?\/.+)$/, say('playbook'))
        .describe('The method and its version: construir@1. Required.'),
      locale: z.enum(['es', 'en'], say('locale')).describe('Language of issues, checks and reports: es or en. Required.'),
      tier: z.int(say('tier')).min(1, say('tier')).max(4, say('tier')).describe('Risk tier, from 1 (most critical) to 4. Required.'),
      product: id.describe('Product type of the playbook, such as ml or genai, or both. Required.'),
      schedule,
      regulations: z.array(name, say('list')).describe("Regulations that apply, by the playbook's ids. Default: none."),
      components: z.record(id, component, say('map')).describe('Parts of the code base, each with its kind and its paths.'),
      authorities: z
        .record(id, authoritySchema, say('map'))
        .describe('Who may sign, by checkpoint or by authority of the playbook. Who is not named cannot sign.'),
      branches: z.array(pattern, say('list')).describe('Base branches on which the gates bind. Default: ["**"]; a pull request elsewhere is never passed.'),
      release,
      environments: z
        .record(name, id, say('map'))
        .describe('Deployment environments and what each waits for: a gate, a target or a pilot phase. `enforce` does not loosen it.'),
      deployments,
      enforce: z
        .record(id, enforcement, say('map'))
        .describe('By gate: block, warn (posts success, says the true verdict) or off. Default: block, and warn for a quality gate.'),
      parameters: z
        .record(name, z.union([z.number(), z.string(), z.boolean()], say('parameter')), say('map'))
        .describe('Figures that the playbook leaves to the team.'),
      coverage,
      evidence,
      independence: z
        .enum(['authors', 'strict'], say('independence'))
        .describe('Who wrote the work and so may not sign: authors and pushers, or strictly every committer. Default: authors.'),
      seed: z
        .strictObject(
          {
            owners: z
              .array(loginSchema, say('list'))
              .describe('Further authors whose seeded issues are ours, such as github-actions[bot]. Default: the app alone.'),
          },
          say('map'),
        )
        .partial()
        .describe('Whose issues are ours.'),
      freeze: z.array(freeze, say('list')).describe('Periods in which nothing is released or deployed.'),
      unit: z.literal('.', say('unit')).describe('Reserved for monorepos.'),
      locked: z.array(name, say('list')).describe("Organisation's file only: paths that a repository cannot set, such as authorities or coverage.total."),
      forbid: z.literal('weakening', say('forbid')).describe("Organisation's file only: a repository cannot ask for less than this file and the playbook."),
    },
    say('map'),
  )
  .partial();

export type Config = z.output<typeof configSchema>;

function isTimezone(text: string): boolean {
  // A bare offset or a POSIX-style zone passes Intl, yet has no rules for daylight saving time.
  if (!/^([A-Za-z_]+(\/[A-Za-z0-9_+-]+)+|UTC)$/.test(text)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: text });
    return true;
  } catch {
    return false;
  }
}

import { z } from 'zod';
import { authoritySchema, loginSchema } from './authority-schema.ts';
import { carrySchema } from './carry-schema.ts';
import { count, date, enforcementFrom, glob, id, name, pattern, percent, say } from './config-values.ts';
import { readMinutes, readWaitMinutes } from './durations.ts';
import { evidenceSchema } from './evidence-schema.ts';
import { checkpointsSchema } from './checkpoints-schema.ts';
import { planningSchema } from './planning-schema.ts';
import { releaseUnits } from './release-units-schema.ts';
import { scheduleSchema } from './schedule-schema.ts';
import { sprintsSchema } from './sprints-schema.ts';

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
          carryForward: carrySchema
            .optional()
            .describe(
              'How old its evidence may be where a commit has none of it, e.g. { days: 7, commits: 20 }; false: none. Default: `coverage.carryForward`.',
            ),
        },
        say('map'),
      )
      .optional()
      .describe('Its own coverage demand.'),
    openapi: z
      .string(say('openapi-path'))
      .regex(/^(?!\/|[a-z]+:|(.*\/)?\.\.\/).+\.(json|ya?ml)$/i, say('openapi-path'))
      .optional()
      .describe('Path of its OpenAPI document, JSON or YAML, from the root of the repository: the API contract is held against it. Default: none.'),
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
      heads: z
        .array(pattern, say('list'))
        .describe('…and is one when its head branch matches. Default: ["release/**", "release-please--**", "changeset-release/**"].'),
      labels: z.array(name, say('list')).describe('…or when it carries one of these labels. Default: [release].'),
      always: z.array(pattern, say('list')).describe('Every pull request into one of these branches is a release. Default: none.'),
      units: releaseUnits,
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
      carryForward: carrySchema.describe(
        'Evidence of an earlier commit of the base stands in for a component that a commit neither changes nor has evidence of, up to this age, e.g. { days: 7, commits: 20 } (1 to 90 days, 0 to 99 commits of the base); it needs `components.<id>.uploads`. Default: false, never.',
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
        .describe('The method and its version, construir@1, or an own playbook in .github that extends one: ./.github/playbook.yml. Required.'),
      locale: z.enum(['es', 'en'], say('locale')).describe('Language of issues, checks and reports: es or en. Required.'),
      tier: z.int(say('tier')).min(1, say('tier')).max(4, say('tier')).describe('Risk tier, from 1 (most critical) to 4. Required.'),
      product: id.describe('Product type of the playbook, such as ml or genai, or both. Required.'),
      schedule: scheduleSchema,
      regulations: z.array(name, say('list')).describe("Regulations that apply, by the playbook's ids. Default: none."),
      components: z
        .record(id, component, say('map'))
        .describe(
          'Parts of the code base, each with its kind and its paths. A file that several hold belongs to the first of them: write an inner one before the one around it.',
        ),
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
        .record(id, enforcementFrom, say('map'))
        .describe(
          'By gate: block, warn (posts success, says the true verdict) or off; or a map of such from a block on, e.g. { s00: warn, s05: block }. Default, and before the first block that such a map names: block, and warn for a quality gate.',
        ),
      parameters: z
        .record(name, z.union([z.number(), z.string(), z.boolean()], say('parameter')), say('map'))
        .describe('Figures that the playbook leaves to the team.'),
      coverage,
      evidence: evidenceSchema,
      independence: z
        .enum(['authors', 'strict'], say('independence'))
        .describe('Who wrote the work and so may not sign: authors and pushers, or strictly every committer. Default: authors.'),
      checkpoints: checkpointsSchema,
      planning: planningSchema,
      sprints: sprintsSchema,
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
      freezeLabel: name.describe('While an issue with this label is open, nothing is released or deployed. Default: none.'),
      freezeException: name.describe(
        'The label by which a pull request asks to be let through a freeze; it takes an authority’s `waive freeze`, too. Default: freeze-exception.',
      ),
      unit: z.literal('.', say('unit')).describe('Reserved for monorepos.'),
      locked: z.array(name, say('list')).describe("Organisation's file only: paths that a repository cannot set, such as authorities or coverage.total."),
      weakeningBy: id.describe("Organisation's file only: the authority, or checkpoint, who approves weaker demands. Default: the tier's authority."),
      forbid: z.literal('weakening', say('forbid')).describe("Organisation's file only: a repository cannot ask for less than this file and the playbook."),
    },
    say('map'),
  )
  .partial();

export type Config = z.output<typeof configSchema>;

import { z } from 'zod';
import { isBoundedGlob } from '../globs/split-glob.ts';
import { readWindow } from './read-window.ts';

const basisPoints = z.int().min(0).max(10_000).describe('Hundredths of a percent: 8500 is 85 %.');
const bounds = 'write at most 200 characters, three stars and three braces between slashes, and no extended globs such as +(a|b)';
const glob = z.string().min(1).refine(isBoundedGlob, bounds).describe('Glob over repository paths, e.g. docs/runbooks/**.');
/** A figure written here, or the id of a parameter that the team sets. An unset parameter cannot be evaluated. */
const figure = z.union([z.number(), z.strictObject({ parameter: z.string() })]);

const window = z.union([
  z.string().refine((text) => readWindow(text) !== null, 'write a span of time such as 90m, 2h, 1d, 1w or 1_hour'),
  z.strictObject({ parameter: z.string() }),
]);

const contractFields = z.record(
  z.string(),
  z.strictObject({
    type: z.enum(['string', 'number', 'integer', 'boolean', 'object', 'array']),
    required: z.boolean().default(false).describe('Whether the document must list it as required.'),
    pattern: z.string().optional().describe('Pattern that the document must give it.'),
  }),
);

const leafRules = {
  coverage: z
    .strictObject({
      coverage: z.strictObject({
        of: z.string().describe('`total`, or the kind of a component.'),
        floor: figure.optional().describe('Basis points; left out, the floor of the component or of the total.'),
      }),
    })
    .describe('Decided by coverage reports.'),
  tests: z
    .strictObject({
      tests: z.strictObject({
        type: z.string().describe('Test type, e.g. unit, load, fairness.'),
        kind: z.string().optional().describe('Only tests of components of this kind; not applicable where there is none.'),
        least: z.int().min(1).default(1).describe('So many tests must have run; none may have failed.'),
      }),
    })
    .describe('Decided by test reports: enough ran, none failed.'),
  findings: z
    .strictObject({
      findings: z.strictObject({
        scan: z.string().describe('What was scanned: code, dependencies, secrets, dast, iac, …'),
        severities: z.array(z.enum(['critical', 'high', 'medium', 'low', 'info', 'unknown'])).min(1),
        atMost: figure,
      }),
    })
    .describe('Decided by the findings of scanners.'),
  metric: z
    .strictObject({
      metric: z.strictObject({
        name: z.string().describe('As the report names it; `pyramid.deviation` is formed from the test reports.'),
        is: z.enum(['<', '<=', '>', '>=', '=']),
        than: figure,
        within: window.optional().describe('How old the measurement may be. A report that does not say when it was made cannot prove it.'),
      }),
    })
    .describe('Decided by a number in a metrics report.'),
  files: z
    .strictObject({ files: z.strictObject({ paths: z.array(glob).min(1), least: z.int().min(1).default(1) }) })
    .describe('Decided by files in the tree of the commit.'),
  checkRun: z
    .strictObject({
      checkRun: z.strictObject({
        name: z
          .string()
          .refine((name) => isBoundedGlob(name.replaceAll('/', ' ')), bounds)
          .describe('Pattern over the names of check runs on the commit, e.g. *lint*: case does not count, and a star stands for anything.'),
        capability: z.string().optional().describe('What the check run proves; `evidence.checks` of a configuration may name another check run for it.'),
      }),
    })
    .describe('Decided by a check run of another tool on the commit.'),
  openapi: z
    .strictObject({
      openapi: z.strictObject({
        kind: z.string().describe('One component of this kind must offer it; not applicable where there is none.'),
        operation: z
          .string()
          .regex(/^[A-Z]+ \/\S*$/, 'write a method and a path, such as POST /predict')
          .describe('Method and path, e.g. POST /predict; below a prefix such as /v1 it is the same.'),
        request: contractFields.optional().describe('Fields of its JSON body.'),
        response: contractFields.optional().describe('Fields of the JSON body of its success.'),
      }),
    })
    .describe('Decided by the OpenAPI document that a component names in the configuration.'),
  issues: z
    .strictObject({
      issues: z.union([
        z.strictObject({ labels: z.array(z.string()).min(1).describe('Issues that carry all of these labels.'), open: z.strictObject({ fewerThan: figure }) }),
        z.strictObject({ closed: z.string().describe('Id of a seeded item, or a prefix ending in `*`; all of them must be closed.') }),
      ]),
    })
    .describe('Decided by counting issues.'),
  checkpoint: z.strictObject({ checkpoint: z.string() }).describe('Decided by the sign-off of a checkpoint.'),
  attestation: z
    .strictObject({
      attestation: z.strictObject({ authority: z.string().describe('Id of the authority who may attest.'), validDays: z.int().min(1).default(180) }),
    })
    .describe('Decided by a person with authority, with a link, until a date.'),
  parameter: z
    .strictObject({ parameter: z.strictObject({ set: z.string().describe('Id of a parameter that must be set.') }) })
    .describe('Holds once the team has set an open figure.'),
  criterion: z.strictObject({ criterion: z.string() }).describe('As another criterion is decided.'),
} as const;

type Leaf = { [K in keyof typeof leafRules]: z.output<(typeof leafRules)[K]> }[keyof typeof leafRules];
type LeafInput = { [K in keyof typeof leafRules]: z.input<(typeof leafRules)[K]> }[keyof typeof leafRules];

/** How a criterion is decided. */
export type Rule = Leaf | { readonly all: readonly Rule[] } | { readonly any: readonly Rule[] } | { readonly not: Rule };
type RuleInput = LeafInput | { all: RuleInput[] } | { any: RuleInput[] } | { not: RuleInput };

export type LeafRuleKind = keyof typeof leafRules;

export const ruleSchema: z.ZodType<Rule, RuleInput> = z.lazy(() =>
  z.union([
    ...Object.values(leafRules),
    z.strictObject({ all: z.array(ruleSchema) }),
    z.strictObject({ any: z.array(ruleSchema) }),
    z.strictObject({ not: ruleSchema }),
  ]),
);

export { basisPoints, figure };

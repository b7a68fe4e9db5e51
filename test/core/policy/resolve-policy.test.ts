import { describe, expect, it } from 'vitest';
import { formatProblem } from '../../../src/core/policy/parse-config.ts';
import { minimal, policyOf, resolve } from './resolved.ts';

function problems(repository: string, organisation: string | null = null): string[] {
  return resolve(repository, organisation).problems.map(formatProblem);
}

describe('resolvePolicy', () => {
  it('fills a minimal file from the playbook and the documented defaults', () => {
    const policy = policyOf(`${minimal}components: { api: { kind: api, paths: ["src/**"] } }\n`);
    expect(policy.schedule).toEqual({ start: '2027-01-11', sprintDays: 14, timezone: 'America/Mexico_City', holidays: [], profile: 'standard' });
    expect(policy.components).toEqual([{ id: 'api', kind: 'api', paths: ['src/**'], exclude: [], floor: 9000, uploads: [] }]);
    expect(policy.coverage).toEqual({ total: { floor: 8500, strict: true, from: 's01' }, smallChange: 20, unreportedLimit: null, deadlineMinutes: 60 });
    expect(policy.enforce).toEqual({ coverage: 'block', checkpoint: 'block', quality: 'warn', readiness: 'block' });
    expect(policy.parameters).toEqual({ latency: 200, accuracy: 0.9, fairness: null, owner: 'team' });
    expect(policy.release.branches).toEqual(['**']);
  });

  it.each([
    ['from each block that it names until the next one', '{ s00: warn, s01: block }', 'block', { s00: 'warn', s01: 'block' }],
    ['as by default before the first block that it names', '{ s01: off }', 'block', { s00: 'block', s01: 'off' }],
    ['alike in all blocks where the map says nothing else', '{ s00: warn }', 'warn', undefined],
  ])('reads what a gate does by block: %s', (_name, ...[written, strongest, inBlocks]) => {
    const policy = policyOf(`${minimal}enforce: { coverage: ${written} }\n`);
    expect(policy.enforce['coverage']).toBe(strongest);
    expect(policy.enforceByBlock?.['coverage']).toEqual(inBlocks);
  });

  it('lets a repository replace what the organisation says of a gate as a whole', () => {
    const policy = policyOf(`${minimal}enforce: { coverage: { s01: block } }\n`, 'enforce: { coverage: { s00: warn }, checkpoint: warn }\n');
    expect(policy.enforceByBlock).toBeUndefined();
    expect(policy.enforce).toMatchObject({ coverage: 'block', checkpoint: 'warn' });
    expect(policy.origins).toMatchObject({ 'enforce.coverage': 'repository', 'enforce.checkpoint': 'organisation' });
  });

  it.each([
    ['92', 9200],
    ['92.35', 9235],
    ['92.3', 9230],
    ['0.07', 7],
    ['100', 10_000],
    ['57.29', 5729],
  ])('takes %s % as exactly %i basis points', (written, floor) => {
    expect(policyOf(`${minimal}components: { api: { kind: api, paths: ["src/**"], coverage: { target: ${written} } } }\n`).components[0]?.floor).toBe(floor);
  });

  it('expands holidays, sorts them and drops doubles', () => {
    const text = minimal.replace('2027-01-11', '2027-01-11, holidays: [2027-03-30..2027-04-01, 2027-02-01, 2027-03-31]');
    expect(policyOf(text).schedule.holidays).toEqual(['2027-02-01', '2027-03-30', '2027-03-31', '2027-04-01']);
  });

  it('takes both products, and the profile that is made for the tier', () => {
    const policy = policyOf(minimal.replace('product: ml', 'product: both').replace('tier: 2', 'tier: 1'));
    expect([policy.products, policy.schedule.profile]).toEqual([['ml', 'genai'], 'critical']);
  });

  it('gives an authority the people of the only checkpoint that asks it', () => {
    const { authorities } = policyOf(`${minimal}authorities: { security-review: { users: [ciso] } }\n`);
    expect(authorities).toEqual({ 'security-review': { users: ['ciso'], count: 1 }, security: { users: ['ciso'], count: 1 } });
  });

  const wrong: [what: string, extra: string, problem: string][] = [
    [
      'an unknown kind',
      'components: { api: { kind: appi, paths: ["a/**"] } }',
      '6:28 components.api.kind is "appi", which is not a kind of component of the playbook; did you mean api?',
    ],
    [
      'an unknown test type',
      'evidence: { reports: [ { type: unitt } ] }',
      '6:32 evidence.reports[0].type is "unitt", which is not a test type of the playbook; did you mean unit?',
    ],
    [
      'tests of an unknown component',
      'components: { api: { kind: api, paths: ["a/**"] } }\nevidence: { reports: [ { component: apo } ] }',
      '7:37 evidence.reports[0].component is "apo", which is not a component of this file; did you mean api?',
    ],
    [
      'a misspelt scan, but not a name of one’s own',
      'evidence: { reports: [ { scan: docs }, { scan: dependencis } ] }',
      '6:48 evidence.reports[1].scan is "dependencis", which is not a scan that a rule or a scanner names; write one of code, dast, dependencies, iac, secrets.',
    ],
    [
      'a figure read upside down',
      'evidence: { reports: [ { metrics: { accuracy: { path: eval.acc, direction: lower } } } ] }',
      '6:76 the playbook asks for a higher accuracy; write direction: higher, or give the figure another name.',
    ],
    [
      'a figure in furlongs',
      'evidence: { reports: [ { metrics: { accuracy: { unit: furlongs } } } ] }',
      '6:55 evidence.reports[0].metrics.accuracy.unit is "furlongs"; write ratio, percent, ns, us, ms, s, requests/s, count or days.',
    ],
    [
      'an unknown block in what a gate does by block',
      'enforce: { coverage: { s00: warn, s09: block } }',
      '6:35 enforce.coverage.s09 does not name a block of the playbook; did you mean s00?',
    ],
    [
      'a gate that does nothing from no block on',
      'enforce: { coverage: {} }',
      '6:22 enforce.coverage is a map; write block, warn or off, or one of these from a block on such as { s00: warn, s05: block }.',
    ],
    [
      'a misspelt value in what a gate does by block',
      'enforce: { coverage: { s00: warm } }',
      '6:29 enforce.coverage.s00 is "warm"; write block, warn or off, or one of these from a block on such as { s00: warn, s05: block }.',
    ],
    [
      'a check run without a name',
      'evidence: { checks: { linting: "" } }',
      '6:32 evidence.checks.linting is ""; write the name of a check run, or a pattern of it, such as "ci / ruff".',
    ],
    [
      'an unknown checkpoint whose sign-off is void',
      'checkpoints: { securty-review: { void: never } }',
      '6:16 checkpoints.securty-review does not name a checkpoint of the playbook; did you mean security-review?',
    ],
    [
      'components that no merge asks for',
      'components: { api: { kind: api, paths: ["a/**"] } }\ncheckpoints: { security-review: { void: 30d, components: [api] } }',
      '7:46 checkpoints.security-review.components has no effect beside void: 30d; write void: on-merge, or remove it.',
    ],
    [
      'a time that is none',
      'checkpoints: { security-review: { void: 3w } }',
      '6:41 checkpoints.security-review.void is "3w"; write never, on-merge, or a number of days such as 90d.',
    ],
    [
      'a component of no file whose merges void',
      'components: { api: { kind: api, paths: ["a/**"] } }\ncheckpoints: { security-review: { void: on-merge, components: [apo] } }',
      '7:64 checkpoints.security-review.components[0] is "apo", which is not a component of this file; did you mean api?',
    ],
    [
      'a component of no file that a release unit names',
      'components: { api: { kind: api, paths: ["a/**"] } }\nrelease: { units: { api: { components: [apo] } } }',
      '7:41 release.units.api.components[0] is "apo", which is not a component of this file; did you mean api?',
    ],
    [
      'a release unit without components',
      'release: { units: { api: { components: [] } } }',
      '6:40 release.units.api.components is an empty list; write a list such as [a, b].',
    ],
    ['work without a plan that is forbidden', 'planning: { unplanned: forbid }', '6:24 planning.unplanned is "forbid"; write allow, warn or block.'],
    ['an unknown gate', 'enforce: { covrage: warn }', '6:12 enforce.covrage does not name a gate of the playbook; did you mean coverage?'],
    [
      'an unknown checkpoint',
      'authorities: { architecture-revew: { users: [a] } }',
      '6:16 authorities.architecture-revew does not name a checkpoint or an authority of the playbook; did you mean architecture-review?',
    ],
    ['an unknown regulation', 'regulations: [GDPR]', '6:15 regulations[0] is "GDPR", which is not a regulation of the playbook; write one of CNBV, LFPDPPP.'],
    ['an unknown parameter', 'parameters: { latencia: 3 }', '6:15 parameters.latencia does not name a parameter of the playbook; did you mean latency?'],
    ['a parameter of another type', 'parameters: { latency: fast }', '6:24 parameters.latency is "fast"; write a number.'],
    ['an unknown target', 'release: { target: relase }', '6:20 release.target is "relase", which is not a target of the playbook; did you mean release?'],
    [
      'an unknown environment',
      'environments: { prod: pilot-alfa }',
      '6:23 environments.prod is "pilot-alfa", which is not a gate, a target or a pilot phase of the playbook; did you mean pilot-alpha?',
    ],
    [
      'an absolute pattern',
      'components: { api: { kind: api, paths: [/src/**] } }',
      '6:41 components.api.paths[0] is "/src/**", which can match no file; write a pattern from the root of the repository such as "src/api/**".',
    ],
    [
      'a pattern with an open bracket',
      'branches: ["release/[a"]',
      '6:12 branches[0] is "release/[a", which can match no file; write a pattern from the root of the repository such as "src/api/**".',
    ],
    ['no component under components', 'components: {}', '6:13 components is a map; write at least one component with its kind and paths, or remove it.'],
    [
      'an authority without people',
      'authorities: { security: { count: 1 } }',
      '6:26 authorities.security names nobody; write at least one of teams, users and roles, or all or any with a list of them.',
    ],
    [
      'an authority of nobody at all',
      'authorities: { security: { any: [] } }',
      '6:26 authorities.security names nobody; write at least one of teams, users and roles, or all or any with a list of them.',
    ],
    [
      'an authority that mixes forms',
      'authorities: { security: { any: [ { users: [a] } ], users: [b] } }',
      '6:26 authorities.security mixes all, any and names; write only one of all, any, or teams, users and roles with count.',
    ],
    [
      'more people than are named',
      'authorities: { security: { users: [a, A], count: 2 } }',
      '6:50 authorities.security asks for 2 people but names 1; write a count of at most 1, or name more people.',
    ],
    [
      'a freeze that ends before it begins',
      'freeze: [ { from: 2027-02-02, to: 2027-02-01, reason: x } ]',
      '6:35 freeze[0] runs from 2027-02-02 to 2027-02-01; write the earlier date first.',
    ],
    [
      'a pattern that could take minutes to match',
      "branches: ['*a*a*a*b']",
      '6:12 branches[0] is "*a*a*a*b", which could take too long to match; write at most 200 characters, three stars and three braces between slashes, and no extended globs such as +(a|b).',
    ],
    [
      'an extended glob',
      "release: { heads: ['+(a|aa)b'] }",
      '6:20 release.heads[0] is "+(a|aa)b", which could take too long to match; write at most 200 characters, three stars and three braces between slashes, and no extended globs such as +(a|b).',
    ],
    ['what belongs to the organisation', 'locked: [tier]', "6:1 locked belongs in the organisation's file; remove it here."],
  ];
  it.each(wrong)('refuses %s', (_, extra, problem) => {
    expect(resolve(`${minimal}${extra}\n`).policy).toBeNull();
    expect(problems(`${minimal}${extra}\n`)).toEqual([`repo.yml:${problem}`]);
  });

  it('refuses an unknown product and profile, and a playbook that was not the one loaded', () => {
    const text = minimal.replace('product: ml', 'product: mll').replace('2027-01-11', '2027-01-11, profile: standar').replace('small@1', 'small@2');
    expect(problems(text)).toEqual([
      'repo.yml:1:11 playbook is small@2, but small@1 was loaded; write playbook: small@1.',
      'repo.yml:4:10 product is "mll", which is not a product of the playbook; did you mean ml?',
      'repo.yml:5:41 schedule.profile is "standar", which is not a profile of the playbook; did you mean standard?',
    ]);
  });

  it('asks for everything that no layer gives', () => {
    expect(problems('playbook: small@1\n').map((line) => line.replace(/^.*? (\S+) is missing.*/, '$1'))).toEqual([
      'locale',
      'tier',
      'product',
      'schedule.start',
    ]);
  });

  it('has the same digest whatever the order of keys, and another one for another value', () => {
    const turned = minimal.split('\n').reverse().join('\n');
    expect(policyOf(turned).digest).toBe(policyOf(minimal).digest);
    expect(policyOf(minimal.replace('tier: 2', 'tier: 3')).digest).not.toBe(policyOf(minimal).digest);
  });
});

describe('layers', () => {
  it("lets scalars, lists and whole authorities of the repository replace the organisation's, and keeps the origin of each", () => {
    const organisation = 'tier: 1\nregulations: [LFPDPPP]\nauthorities: { security: { all: [ { users: [a] }, { users: [b] } ] } }\ncoverage: { total: 90 }\n';
    const policy = policyOf(`${minimal}regulations: [CNBV]\nauthorities: { security: { users: [c] } }\n`, organisation);
    expect([policy.tier, policy.regulations, policy.authorities['security'], policy.coverage.total.floor]).toEqual([
      2,
      ['CNBV'],
      { users: ['c'], count: 1 },
      9000,
    ]);
    expect(policy.origins).toMatchObject({
      tier: 'repository',
      'authorities.security': 'repository',
      'coverage.total': 'organisation',
      'coverage.smallChange': 'playbook',
    });
  });

  it('keeps what the organisation locked, and says so without taking the policy away', () => {
    const { policy } = resolve(`${minimal}authorities: { security: { users: [me] } }\n`, 'tier: 1\nlocked: [tier, authorities]\n');
    expect([policy?.tier, policy?.authorities]).toEqual([1, {}]);
    expect(problems(`${minimal}authorities: { security: { users: [me] } }\n`, 'tier: 1\nlocked: [tier, authorities]\n')).toEqual([
      'repo.yml:3:1 tier is locked by the organisation, whose value stays; remove it here.',
      'repo.yml:6:16 authorities.security is locked by the organisation, whose value stays; remove it here.',
    ]);
  });

  it('keeps a whole authority of which the organisation locked a part', () => {
    const organisation = 'authorities: { security: { users: [ana, luis, eva], count: 2 } }\nlocked: [authorities.security.count]\n';
    const { policy } = resolve(`${minimal}authorities: { security: { users: [me] } }\n`, organisation);
    expect(policy?.authorities['security']).toMatchObject({ users: ['ana', 'luis', 'eva'], count: 2 });
    expect(problems(`${minimal}authorities: { security: { users: [me] } }\n`, organisation)).toEqual([
      'repo.yml:6:16 authorities.security is locked by the organisation, whose value stays; remove it here.',
    ]);
  });

  it.each([
    ['says nothing', '[{ files: ["a.xml"] }]', '7:13 evidence.reports[0] says nothing of the reports that it names'],
    [
      'stands behind one that says the same',
      '[{ files: [a], type: unit }, { files: [a], type: unit }]',
      '7:41 evidence.reports[1] names the same reports as evidence.reports[0]',
    ],
    [
      'gives a figure that nobody asks for',
      '[{ files: [a], metrics: { latencia: {} } }]',
      '7:38 evidence.reports[0].metrics.latencia is a figure that no criterion',
    ],
  ])('tells of an entry of evidence.reports that %s, and breaks nothing by it', (_what, reports, message) => {
    const text = `${minimal}evidence:\n  reports: ${reports}\n`;
    expect(resolve(text).policy).not.toBeNull();
    expect(problems(text)[0]).toContain(message);
  });

  it('says nothing of a figure that no criterion asks for and a page shows', () => {
    expect(problems(`${minimal}evidence:\n  reports: [{ files: [a], metrics: { business.roi: {} } }]\n`)).toEqual([]);
  });

  it('lets the organisation alone name who approves weaker demands', () => {
    expect(resolve(minimal, 'weakeningBy: security\n').policy?.weakeningBy).toBe('security');
    expect(problems(`${minimal}weakeningBy: security\n`)).toEqual(["repo.yml:6:1 weakeningBy belongs in the organisation's file; remove it here."]);
    expect(problems(minimal, 'weakeningBy: securty\n')[0]).toContain(
      'org.yml:1:14 weakeningBy is "securty", which is not a checkpoint or an authority of the playbook; did you mean security?',
    );
  });

  it.each([
    ['keeps who they are, where it says so', 'weakeningBy: security\nauthorities: { security: { users: [carla] } }\n', ['carla'], 1],
    ['leaves it to the repository where it does not', 'weakeningBy: security\n', ['me'], 0],
    ['leaves other authorities to the repository', 'authorities: { security: { users: [carla] } }\n', ['me'], 0],
  ])('of those who approve weaker demands %s', (_what, organisation, users, notices) => {
    const own = `${minimal}authorities: { security: { users: [me] } }\n`;
    expect(resolve(own, organisation).policy?.authorities['security']).toMatchObject({ users });
    expect(problems(own, organisation)).toEqual(
      Array.from({ length: notices }, () => 'repo.yml:6:16 authorities.security is locked by the organisation, whose value stays; remove it here.'),
    );
  });

  it('refuses a lock on a path that is none, since it would lock nothing', () => {
    expect(problems(minimal, 'locked: [coverage.totl]\n')).toEqual([
      'org.yml:1:10 locked[0] is "coverage.totl"; write a path of this file such as authorities or coverage.total.',
    ]);
  });

  it('refuses a repository that asks for less where weakening is forbidden', () => {
    const text = `${minimal}components: { api: { kind: api, paths: ["a/**"], coverage: { target: 80 } } }\nenforce: { coverage: warn }\ncoverage: { total: 88 }\n`;
    expect(resolve(text).problems).toEqual([]);
    expect(problems(text, 'forbid: weakening\ncoverage: { total: 90 }\n').map((line) => line.replace(/\. The.*/, ''))).toEqual([
      'repo.yml:6:70 components.api.coverage.target: a lower coverage floor: 90 → 80',
      'repo.yml:7:22 enforce.coverage: a gate that binds less: block → warn',
      'repo.yml:8:20 coverage.total: a laxer total coverage: 90 → 88',
    ]);
  });

  it('lets a repository ask for more, and state its own facts, where weakening is forbidden', () => {
    const text = `${minimal}components: { api: { kind: api, paths: ["a/**"], coverage: { target: 99 } } }\nauthorities: { security: { users: [c] } }\nrelease: { branches: [main] }\n`;
    expect(problems(text, 'forbid: weakening\n')).toEqual([]);
  });

  it("leaves no policy when the organisation's file is broken, and takes an empty one", () => {
    expect(resolve(minimal, 'tier: [').policy).toBeNull();
    expect(resolve(minimal, '# nothing yet\n').problems).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { branchesToVerify } from '../../../src/core/enforce/branches-to-verify.ts';
import { requiredChecks } from '../../../src/core/enforce/required-checks.ts';
import { requiredRefs } from '../../../src/core/enforce/required-refs.ts';
import type { Ruleset } from '../../../src/core/enforce/ruleset.ts';
import { rulesetDifferences } from '../../../src/core/enforce/ruleset-differences.ts';
import { strandedChecks } from '../../../src/core/enforce/stranded-checks.ts';
import { type Requirement, unenforcedGates } from '../../../src/core/enforce/unenforced-gates.ts';
import { wantedRuleset } from '../../../src/core/enforce/wanted-ruleset.ts';
import { minimal, policyOf } from '../policy/resolved.ts';

const ours = (current: Ruleset | null = null, checks = ['sprintgate/coverage'], refs = ['refs/heads/main']) =>
  wantedRuleset({ checks, appId: 12, refs, current });

describe('the checks that are required', () => {
  it('are those of gates that block; one that warns or is off is not', () => {
    const gates = policyOf(minimal).playbook.gates.map(({ id }) => id);
    const [first = '', ...others] = gates;
    const enforce = [`${first}: block`, ...others.map((id, index) => `${id}: ${index % 2 ? 'warn' : 'off'}`)].join(', ');
    expect(requiredChecks(policyOf(`${minimal}enforce: { ${enforce} }\n`))).toEqual([`sprintgate/${first}`]);
  });

  it('is required already where a gate blocks from a later block on: until then it succeeds', () => {
    expect(requiredChecks(policyOf(`${minimal}enforce: { coverage: { s00: warn, s01: block } }\n`))).toContain('sprintgate/coverage');
  });
});

describe('branch patterns in the words of a ruleset', () => {
  it.each([
    [['main'], ['refs/heads/main'], []],
    [['**'], ['~DEFAULT_BRANCH'], []],
    [['**/*', 'main'], ['~DEFAULT_BRANCH', 'refs/heads/main'], []],
    [['release/**'], ['refs/heads/release/**/*'], []],
    [['release/*', 'main', 'main'], ['refs/heads/release/*', 'refs/heads/main'], []],
    [['{main,next}', 'v1'], ['refs/heads/v1'], ['{main,next}']],
  ])('%j becomes %j', (patterns, refs, unsayable) => expect(requiredRefs(patterns)).toMatchObject({ refs, unsayable }));
});

describe('the branches whose rules are looked up', () => {
  it.each([
    [['**'], ['main'], []],
    [['main', 'v1'], ['main', 'v1'], []],
    [['release/**'], ['release/x/x'], []],
    [['release/v?.*'], ['release/vx.x'], []],
    [['v[0-9]'], [], ['v[0-9]']],
    [['{main,next}'], ['main'], ['{main,next}']],
  ])('%j: %j', (patterns, branches, unverified) => expect(branchesToVerify(patterns, 'main')).toEqual({ branches, unverified }));

  it('are ten at most, and the others are said', () => {
    const patterns = Array.from({ length: 12 }, (_, index) => `v${index}`);
    const { branches, unverified } = branchesToVerify(patterns, 'main');
    expect([branches.length, unverified]).toEqual([10, ['v10', 'v11']]);
  });
});

describe('the ruleset', () => {
  it('binds each check to the app', () => {
    expect(ours().rules).toEqual([
      {
        type: 'required_status_checks',
        parameters: { strict_required_status_checks_policy: false, required_status_checks: [{ context: 'sprintgate/coverage', integration_id: 12 }] },
      },
    ]);
  });

  it('lets new branches of a pattern begin, for no pull request was judged on their first commit', () => {
    expect(ours(null, ['sprintgate/policy'], ['refs/heads/release/**/*']).rules[0]?.parameters).toMatchObject({ do_not_enforce_on_create: true });
  });

  it('keeps what people added, and sets branches and our checks anew', () => {
    const current: Ruleset = {
      ...ours(),
      enforcement: 'disabled',
      conditions: { ref_name: { include: ['refs/heads/old'], exclude: ['refs/heads/main'] } },
      rules: [
        { type: 'deletion' },
        {
          type: 'required_status_checks',
          parameters: { strict_required_status_checks_policy: true, required_status_checks: [{ context: 'lint' }, { context: 'sprintgate/quality' }] },
        },
      ],
      bypass_actors: [{ actor_id: 5 }],
    };
    const wanted = ours(current);
    expect(wanted).toMatchObject({
      enforcement: 'active',
      bypass_actors: [{ actor_id: 5 }],
      rules: [{ type: 'deletion' }, { parameters: { strict_required_status_checks_policy: true } }],
    });
    expect(rulesetDifferences(current, wanted)).toEqual([
      '- ruleset "Sprintgate", disabled',
      '- branch refs/heads/old',
      '- not branch refs/heads/main',
      '- required check sprintgate/quality, from anybody',
      '+ ruleset "Sprintgate", active',
      '+ branch refs/heads/main',
      '+ required check sprintgate/coverage, from app 12',
    ]);
  });

  it('differs in nothing from itself', () => expect(rulesetDifferences(ours(), ours(ours()))).toEqual([]));
});

describe('a blocking gate', () => {
  const judge = (...required: Requirement[]) =>
    unenforcedGates({ checks: ['sprintgate/coverage'], appId: 12, branches: [{ branch: 'main', required, mergeQueue: false, classic: false }] }).map(
      ({ why }) => why,
    );

  it.each<[string, Requirement[], string[]]>([
    ['holds when it is required from us', [{ context: 'sprintgate/coverage', appId: 12 }], []],
    ['does not hold when nothing requires it', [{ context: 'sprintgate/policy', appId: 12 }], ['not-required']],
    ['does not hold when anybody may post it', [{ context: 'sprintgate/coverage', appId: null }], ['from-anybody']],
    ['does not hold when another app is expected', [{ context: 'sprintgate/coverage', appId: 15368 }], ['from-another-app']],
    [
      'holds when one of two rules names us',
      [
        { context: 'sprintgate/coverage', appId: null },
        { context: 'sprintgate/coverage', appId: 12 },
      ],
      [],
    ],
  ])('%s', (_name, required, why) => expect(judge(...required)).toEqual(why));
});

describe('a required check that never comes', () => {
  it.each<[string, string, string[]]>([
    ['is that of a gate which is off', 'off', ['main sprintgate/GATE', 'main sprintgate/gone']],
    ['is not that of a gate which warns: it is posted, and succeeds', 'warn', ['main sprintgate/gone']],
  ])('%s', (_name, enforcement, expected) => {
    const gate = policyOf(minimal).playbook.gates[0]?.id ?? '';
    const policy = policyOf(`${minimal}enforce: { ${gate}: ${enforcement} }\n`);
    const required = [`sprintgate/${gate}`, 'sprintgate/gone', 'sprintgate/unit/gone', 'lint'].map((context) => ({ context, appId: 12 }));
    const found = strandedChecks(policy, [{ branch: 'main', required, mergeQueue: false, classic: false }]);
    expect(found.map(({ branch, check }) => `${branch} ${check}`)).toEqual(expected.map((each) => each.replace('GATE', gate)));
  });
});

import { describe, expect, test } from 'vitest';
import { checkName, evaluate } from '../../../src/core/gates/evaluate.ts';
import { verdictsOfPull } from '../../../src/core/gates/verdicts-of-pull.ts';
import type { Locale } from '../../../src/core/playbook/text-schema.ts';
import type { ConfigProblem, Policy, PolicyState } from '../../../src/core/policy/policy.ts';
import type { PullSnapshot } from '../../../src/core/snapshot/pull-snapshot.ts';
import { headSha, playbookOf, world } from '../rules/rule-world.ts';

const playbook = playbookOf({ gates: [{ id: 'coverage', kind: 'coverage' }] });
const ordinary = { head: { sha: headSha, ref: 'work', repositoryId: 7 } };
const problem = { file: '.github/sprintgate.yml', line: 4, column: 7, path: 'tier', message: 'tier is 9; write 1 to 4.' };
const broken = (problems: readonly ConfigProblem[], locale: Locale): PolicyState => ({ kind: 'broken', problems, locale, gates: ['coverage'] });

interface World {
  readonly locale?: Locale;
  readonly policy?: Partial<Policy>;
  readonly base?: string;
  readonly snapshot?: Partial<PullSnapshot>;
}

function answer({ locale = 'en', policy = {}, base = 'main', snapshot = {} }: World) {
  const pull = { ...ordinary, base: { sha: 'b'.repeat(40), ref: base } };
  const [gate] = evaluate(world({ playbook, pull, locale, policy, snapshot }).snapshot).gates;
  const { enforcement: _, ...verdict } = { enforcement: '', ...gate?.pulls[0]?.verdict };
  return { enforcement: gate?.enforcement, verdict };
}

const offNow = { enforce: { coverage: 'block' }, enforceByBlock: { coverage: { s0: 'off', s1: 'off', s2: 'block' } } } as const;
const unread = { unavailable: [{ what: 'pull_requests', why: '403' }] };
const onBase = 'on the default branch; `sprintgate validate` shows every error with its line.';

test.each<[string, World, string, object]>([
  [
    'a base outside the configured branches',
    { base: 'develop' },
    'block',
    {
      verdict: 'cannot-evaluate',
      code: 'gate.base-outside',
      reason: 'Pull requests into `develop` are not judged: `branches` of the configuration leaves it out.',
      brief: 'its base is outside `branches` of the configuration',
      next: 'Add `develop` to `branches` in `.github/sprintgate.yml`, or do not require this check there.',
    },
  ],
  [
    'a base outside, in Spanish',
    { base: 'develop', locale: 'es' },
    'block',
    {
      verdict: 'cannot-evaluate',
      code: 'gate.base-outside',
      reason: 'Los pull requests hacia `develop` no se evalúan: `branches` de la configuración no la incluye.',
      brief: 'su rama base no está en `branches`',
      next: 'Agregue `develop` a `branches` en `.github/sprintgate.yml`, o no exija este check ahí.',
    },
  ],
  [
    'a gate that is off in this block alone',
    { policy: offNow },
    'warn',
    { verdict: 'not-applicable', code: 'gate.off-in-block', reason: 'The configuration has this gate off in this block: `enforce.coverage`.', next: null },
  ],
  [
    'a gate that is off in this block alone, in Spanish',
    { policy: offNow, locale: 'es' },
    'warn',
    {
      verdict: 'not-applicable',
      code: 'gate.off-in-block',
      reason: 'La configuración tiene esta compuerta apagada en este bloque: `enforce.coverage`.',
      next: null,
    },
  ],
  [
    'pull requests that GitHub does not let us read, as strictly as anywhere',
    { policy: offNow, snapshot: unread },
    'block',
    {
      verdict: 'cannot-evaluate',
      code: 'pull.unread',
      reason: 'GitHub does not let the app read pull requests: the permission `pull_requests: read` is missing.',
      next: 'An owner grants the app `pull_requests: write` and accepts the new permissions of the installation.',
    },
  ],
  [
    'pull requests that GitHub does not let us read, in Spanish',
    { locale: 'es', snapshot: unread },
    'block',
    {
      verdict: 'cannot-evaluate',
      code: 'pull.unread',
      reason: 'GitHub no deja que la aplicación lea los pull requests: falta el permiso `pull_requests: read`.',
      next: 'Un propietario otorga a la aplicación `pull_requests: write` y acepta los nuevos permisos de la instalación.',
    },
  ],
  [
    'a configuration with an error and no good one before it',
    { snapshot: { policy: broken([problem], 'en') } },
    'block',
    {
      title: 'Configuration',
      verdict: 'cannot-evaluate',
      code: 'config.broken',
      reason: 'The configuration on the default branch has an error and no earlier version was good: .github/sprintgate.yml:4:7 tier is 9; write 1 to 4.',
      next: `Mend .github/sprintgate.yml ${onBase}`,
      brief: 'the configuration on the default branch has errors',
    },
  ],
  [
    'a configuration that the organisation newly forbids',
    { snapshot: { policy: broken([{ ...problem, forbidden: true }], 'en') } },
    'block',
    {
      title: 'Configuration',
      verdict: 'cannot-evaluate',
      code: 'config.broken',
      reason: 'The organisation forbids weakening, and the configuration asks for less in one place: .github/sprintgate.yml:4:7 tier is 9; write 1 to 4.',
      next: 'Write the stricter value in .github/sprintgate.yml on the default branch. Whoever keeps the organisation’s file, in its `.github` repository, decides what is forbidden.',
      brief: 'the organisation forbids what the configuration weakens',
    },
  ],
  [
    'a configuration with two errors, in Spanish',
    { snapshot: { policy: broken([problem, problem], 'es') } },
    'block',
    {
      title: 'Configuración',
      verdict: 'cannot-evaluate',
      code: 'config.broken',
      reason:
        'La configuración de la rama principal tiene 2 errores y ninguna versión anterior fue válida: .github/sprintgate.yml:4:7 tier is 9; write 1 to 4.',
      next: 'Corrija .github/sprintgate.yml en la rama principal; `sprintgate validate` muestra cada error con su línea.',
      brief: 'la configuración de la rama principal tiene errores',
    },
  ],
])('what a gate answers to %s', (...[, given, enforcement, said]) => {
  expect(answer(given)).toEqual({ enforcement, verdict: { gate: 'coverage', id: 'coverage', title: 'coverage', children: [], ...said } });
});

describe('an evaluation', () => {
  test('has no gates where there is no configuration', () => {
    const { snapshot } = world({ playbook, pull: ordinary, snapshot: { policy: { kind: 'absent' } as PolicyState } });
    expect(evaluate(snapshot)).toEqual({ headSha, policy: null, gates: [], outside: [] });
  });

  test('keeps apart the pull requests whose base is outside, which contribute nothing beside one that is inside', () => {
    const { pull } = world({ playbook, pull: ordinary });
    const outside = { ...pull, number: 13, base: { ...pull.base, ref: 'develop' } };
    const { snapshot, policy } = world({ playbook, pull: ordinary, snapshot: { pulls: [outside, pull] } });
    const evaluation = evaluate(snapshot);
    expect(evaluation).toMatchObject({ headSha, policy, outside: [outside] });
    expect(evaluation.gates.map(({ pulls }) => pulls.map((each) => each.pull.number))).toEqual([[12]]);
    expect(evaluate({ ...snapshot, pulls: [outside] }).gates[0]?.pulls.map((each) => each.pull.number)).toEqual([13]);
  });

  test('tells of one pull request its own verdicts, without the gates that are off', () => {
    const two = playbookOf({ gates: ['coverage', 'quality'].map((id) => ({ id, kind: id })) });
    const { pull } = world({ playbook: two, pull: ordinary });
    const { snapshot } = world({
      playbook: two,
      pull: ordinary,
      policy: { enforce: { coverage: 'off', quality: 'warn' } },
      snapshot: { pulls: [pull, { ...pull, number: 13 }] },
    });
    const evaluation = evaluate(snapshot);
    expect(verdictsOfPull(evaluation, 13).map(({ gate }) => gate)).toEqual(['quality']);
    expect(verdictsOfPull(evaluation, 13)).toEqual([evaluation.gates[1]?.pulls[1]?.verdict]);
    expect(verdictsOfPull(evaluation, 14)).toEqual([]);
  });

  test.each([
    ['.', 'sprintgate/coverage'],
    ['billing', 'sprintgate/billing/coverage'],
  ])('in the unit %s names its check %s', (unit, name) => {
    expect(checkName(unit, 'coverage')).toBe(name);
  });
});

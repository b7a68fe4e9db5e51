import { describe, expect, it } from 'vitest';
import { formatProblem, parseConfig, problemMessage } from '../../../src/core/policy/parse-config.ts';

const file = '.github/sprintgate.yml';
const minimal = 'playbook: construir@1\nlocale: es\ntier: 2\nproduct: ml\nschedule:\n  start: 2027-01-11\n';

function messages(text: string): string[] {
  return parseConfig(file, text)
    .problems.map(formatProblem)
    .map((line) => line.slice(file.length + 1));
}

describe('parseConfig', () => {
  it('takes a minimal file, its date unquoted', () => {
    expect(parseConfig(file, minimal)).toEqual({
      config: { playbook: 'construir@1', locale: 'es', tier: 2, product: 'ml', schedule: { start: '2027-01-11' } },
      problems: [],
    });
  });

  it('takes CRLF, a byte order mark and a %YAML 1.1 directive without changing what a value means', () => {
    expect(parseConfig(file, `\uFEFF${minimal.replaceAll('\n', '\r\n')}`).problems).toEqual([]);
    expect(parseConfig(file, `%YAML 1.1\n---\n${minimal}enforce: { coverage: off }\n`).config?.enforce).toEqual({ coverage: 'off' });
  });

  it('names file, line, column, path, value and mend', () => {
    const text = `${minimal}# one\n# two\n# three\n# four\ncomponents:\n  api:\n    kind: api\n    coverage:\n    # floor\n      target: 800\n    paths: ["src/**"]\n`;
    expect(parseConfig(file, text).problems.map(formatProblem)).toEqual([
      '.github/sprintgate.yml:16:15 components.api.coverage.target is 800; write a percentage from 0 to 100.',
    ]);
  });

  it('says the same in Spanish', () => {
    const [problem] = parseConfig(file, 'playbook: construir@1\ntier: 9\n').problems;
    expect(problem && problemMessage(problem, 'es')).toBe('tier es 9; escriba un nivel de 1 (el más crítico) a 4.');
  });

  it('reports everything that is wrong at once, in the order of the file', () => {
    const text = 'playbook: construir@1\ntier: 7\nteir: 2\nschedule: { start: 2027-02-30, sprnt: 2w }\nenforce: { coverage: of }\n';
    expect(messages(text).map((line) => line.replace(/;.*/, ''))).toEqual([
      '2:7 tier is 7',
      '3:1 teir is not known here',
      '4:20 schedule.start is "2027-02-30"',
      '4:32 schedule.sprnt is not known here',
      '5:22 enforce.coverage is "of"',
    ]);
  });

  it('writes control characters of a key as escapes, so that each problem stays one line', () => {
    const text = '"\\e[31mred\\nnext:1:1 fine": 1\n"\\x9b2J\\u202e": 2\n';
    expect(messages(text)).toEqual([
      expect.stringMatching(/^1:1 \\u001b\[31mred\\u000anext:1:1 fine is not known here; /),
      expect.stringMatching(/^2:1 \\u009b2J\\u202e is not known here; /),
    ]);
  });

  it('stops at a hundred problems and says how many more there are', () => {
    const lines = messages(Array.from({ length: 150 }, (_, index) => `zzz${index}: 1`).join('\n'));
    expect([lines.length, lines.at(-1)]).toEqual([101, '101:1 and 50 more.']);
    expect(parseConfig(file, 'zzz: 1\n'.repeat(150)).problems.length).toBe(101);
  });

  const wrong: [what: string, yaml: string, problem: string][] = [
    ['an unknown key, with the one that was meant', 'tier: 2\ncoverge: {}', '2:1 coverge is not known here; did you mean coverage?'],
    [
      'an unknown key deep inside an authority',
      'authorities: { x: { all: [ { teems: [a/b] } ] } }',
      '1:30 authorities.x.all[0].teems is not known here; did you mean teams?',
    ],
    ['a text where a number belongs', 'tier: "2"', '1:7 tier is "2"; write a tier from 1 (most critical) to 4.'],
    ['a language we do not speak', 'locale: fr', '1:9 locale is "fr"; write es or en.'],
    [
      'three decimals',
      'coverage: { total: 85.123 }',
      '1:20 coverage.total is 85.123; write a percentage from 0 to 100, with at most two decimals and without a % sign.',
    ],
    ['a percent sign', 'coverage: { total: 85% }', '1:20 coverage.total is "85%"; write a percentage from 0 to 100.'],
    ['a number that is none', 'coverage: { total: .nan }', '1:20 coverage.total is NaN; write a percentage from 0 to 100.'],
    ['a day that does not exist', 'schedule: { start: 2027-02-29 }', '1:20 schedule.start is "2027-02-29"; write a date that exists, as YYYY-MM-DD.'],
    ['a date in another order', 'schedule: { start: 11/01/2027 }', '1:20 schedule.start is "11/01/2027"; write a date that exists, as YYYY-MM-DD.'],
    [
      'a reversed range of holidays',
      'schedule: { holidays: [2027-04-02..2027-03-29] }',
      '1:24 schedule.holidays[0] is "2027-04-02..2027-03-29"; write a date such as 2027-03-29, or a range of at most a year such as 2027-03-29..2027-04-02.',
    ],
    [
      'a time zone that nobody has',
      'schedule: { timezone: America/Mexco }',
      '1:23 schedule.timezone is "America/Mexco"; write an IANA time zone such as America/Mexico_City.',
    ],
    ['an offset as time zone', 'schedule: { timezone: "-06:00" }', '1:23 schedule.timezone is "-06:00"; write an IANA time zone such as America/Mexico_City.'],
    ['a sprint of no length', 'schedule: { sprint: 0d }', '1:21 schedule.sprint is "0d"; write a length such as 2w or 10d (calendar days, from 1d to 12w).'],
    ['a user with @', 'authorities: { x: { users: ["@ciso"] } }', '1:29 authorities.x.users[0] is "@ciso"; write a GitHub login without @.'],
    [
      'a team without its organisation',
      'authorities: { x: { teams: [security] } }',
      '1:29 authorities.x.teams[0] is "security"; write a team as organisation/team, such as acme/security.',
    ],
    [
      'no paths',
      'components: { api: { kind: api, paths: [] } }',
      '1:40 components.api.paths is an empty list; write a list of patterns such as ["src/api/**"].',
    ],
    ...['/docs/api.yaml', '../api.yaml', 'docs/../../api.json', 'https://example.com/api.json', 'docs/api.md'].map(
      (path): [what: string, yaml: string, problem: string] => [
        `an OpenAPI document at ${path}`,
        `components: { api: { kind: api, paths: [a], openapi: ${path} } }`,
        `1:54 components.api.openapi is "${path}"; write a path from the root of the repository that ends in .json, .yaml or .yml, such as docs/openapi.yaml.`,
      ],
    ),
    ['a key without a value', 'components:', '1:12 components is empty; write a map of keys and values.'],
    ['units', 'units: []', '1:1 units is reserved for a later version; leave it out.'],
    ['a drop against the base beyond all', 'coverage: { threshold: 101 }', '1:24 coverage.threshold is 101; write a percentage from 0 to 100.'],
    ['extends', 'extends: own.yml', '1:1 extends is reserved for a later version; leave it out.'],
    ['a duplicate key', 'tier: 1\ntier: 2', '2:1 tier is written twice in the same map; keep one of them.'],
    ['a tab', 'schedule:\n\tstart: 2027-01-11', '2:1 This is not valid YAML: Tabs are not allowed as indentation; indent with spaces instead of tabs.'],
    [
      '@ at the start of a value',
      'authorities: { x: { users: [@ciso] } }',
      '1:29 This is not valid YAML: Plain value cannot start with reserved character @; put the value in quotes.',
    ],
    [
      'a pattern without quotes',
      'branches: [**]',
      '1:12 This is not valid YAML: ** names an anchor that is not there; put a value that begins with * or & in quotes, such as "**".',
    ],
    [
      'a tag that could run code',
      'tier: !!js/function "x"',
      '1:7 This is not valid YAML: Unresolved tag: tag:yaml.org,2002:js/function; remove the tag that begins with !.',
    ],
    ['a key that JavaScript reserves', 'components: { __proto__: { kind: api } }', '1:15 __proto__ cannot be a key; write another name.'],
    ['an empty file', '', '1:1 The file is empty; write at least playbook, locale, tier, product and schedule.start.'],
    ['comments alone', '# nothing yet\n', '1:1 The file is empty; write at least playbook, locale, tier, product and schedule.start.'],
    ['a list', '- playbook', '1:1 The file is a list; write keys and values such as playbook: construir@1.'],
    ['a text', 'construir', '1:1 The file is "construir"; write keys and values such as playbook: construir@1.'],
    [
      'aliases that multiply',
      'a: &a [1,1]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: [*c,*c,*c,*c,*c,*c,*c,*c]',
      '1:1 The file repeats aliases too often or in a circle; write the values out.',
    ],
    [
      'endless nesting',
      '['.repeat(100_000),
      '1:1 This is not valid YAML: it is nested too deeply; correct the line, with a colon after each key and two spaces for each level.',
    ],
    ['a huge file', `# ${'x'.repeat(200_001)}`, '1:1 The file has more than 200000 characters; write a shorter one.'],
  ];
  it.each(wrong)('refuses %s', (_, yaml, problem) => {
    expect(messages(yaml)).toContain(problem);
    expect(messages(yaml).length).toBeLessThanOrEqual(2);
  });

  it('asks for a playbook when there is none, since nothing else can be judged without', () => {
    expect(messages('tier: 2')).toEqual(['1:1 playbook is missing; write playbook: construir@1.']);
  });
});

import { describe, expect, it } from 'vitest';
import { described } from './described.ts';

const rules = [
  { id: 'sql', defaultConfiguration: { level: 'error' } },
  { id: 'xss', defaultConfiguration: { level: 'note' }, properties: { 'security-severity': '9.1' } },
  { id: 'csrf', properties: { 'security-severity': 'MEDIUM' } },
];

function file(results: unknown, run: object = {}): object {
  return { version: '2.1.0', runs: [{ tool: { driver: { name: 'made', rules } }, results, ...run }] };
}

const extension = { tool: { driver: { name: 'made' }, extensions: [{ name: 'pack', rules }] } };
const overrides = {
  invocations: [{ executionSuccessful: true, ruleConfigurationOverrides: [{ descriptor: { index: 0 }, configuration: { level: 'note' } }] }],
};

describe('SARIF', () => {
  it.each([
    ['a result without level and rule is a warning', file([{ ruleId: 'other' }]), '0/0/1/0/0/0 +0 unscored'],
    ['the rule gives the level', file([{ ruleId: 'sql' }]), '0/1/0/0/0/0 +0 unscored'],
    ['an id below a rule has its level', file([{ ruleId: 'sql/union' }]), '0/1/0/0/0/0 +0 unscored'],
    ['a score goes before a level', file([{ ruleId: 'xss', level: 'note' }]), '1/0/0/0/0/0 +0'],
    ['a score may be a word', file([{ ruleId: 'csrf', level: 'error' }]), '0/0/1/0/0/0 +0'],
    ['a rule is found by its index', file([{ ruleIndex: 1 }]), '1/0/0/0/0/0 +0'],
    ['an id goes before an index of another rule', file([{ ruleId: 'csrf', ruleIndex: 1 }]), '0/0/1/0/0/0 +0'],
    ['an index goes before nothing', file([{ ruleId: 'gone', ruleIndex: 1 }]), '1/0/0/0/0/0 +0'],
    ['a rule may be of an extension', file([{ rule: { id: 'xss', index: 1, toolComponent: { index: 0 } } }], extension), '1/0/0/0/0/0 +0'],
    ['an extension may be named', file([{ rule: { index: 0, toolComponent: { name: 'pack' } } }], extension), '0/1/0/0/0/0 +0 unscored'],
    ['an extension is searched by id', file([{ ruleId: 'xss' }], extension), '1/0/0/0/0/0 +0'],
    ['an invocation overrides a level', file([{ ruleId: 'sql' }], overrides), '0/0/0/1/0/0 +0 unscored'],
    ['a level of its own goes before the override', file([{ ruleId: 'sql', level: 'error' }], overrides), '0/1/0/0/0/0 +0 unscored'],
    ['a level that does not exist is unknown', file([{ level: 'fatal' }]), '0/0/0/0/0/1 +0 unknown-severity unscored'],
    ['a pass is no finding', file([{ kind: 'pass' }, { kind: 'notApplicable' }, { kind: 'informational' }]), '0/0/0/0/0/0 +0'],
    ['what waits for a person is told', file([{ kind: 'open' }, { kind: 'review' }]), '0/0/0/0/0/0 +0 undecided'],
    ['an accepted result is suppressed', file([{ ruleId: 'sql', suppressions: [{ kind: 'inSource' }] }]), '0/0/0/0/0/0 +1'],
    [
      'a suppression under review suppresses nothing',
      file([{ ruleId: 'sql', suppressions: [{ kind: 'external', status: 'underReview' }] }]),
      '0/1/0/0/0/0 +0 unscored',
    ],
    ['no suppression suppresses nothing', file([{ ruleId: 'sql', suppressions: [] }]), '0/1/0/0/0/0 +0 unscored'],
    [
      'SpotBugs that found bugs is told',
      file([{ ruleId: 'xss' }], { invocations: [{ executionSuccessful: false, exitSignalName: 'BUGS FOUND' }] }),
      '1/0/0/0/0/0 +0 tool-failed',
    ],
    ['results in another file are told', file([{ ruleId: 'xss' }], { externalPropertyFileReferences: { results: [{}] } }), '1/0/0/0/0/0 +0 external-files'],
  ])('%s', (_, document, wanted) => {
    expect(described(document)).toBe(`sarif ok ${wanted}`);
  });

  it.each([
    ['an invocation was not successful', file([{ ruleId: 'xss' }], { invocations: [{ executionSuccessful: false }] }), '1/0/0/0/0/0 +0 tool-failed'],
    [
      'one of two runs did not scan',
      {
        version: '2.1.0',
        runs: [
          { tool: {}, results: [{ level: 'note' }] },
          { tool: {}, results: null },
        ],
      },
      '0/0/0/1/0/0 +0 no-results unscored',
    ],
  ])('is an error of the tool where %s', (_, document, wanted) => {
    expect(described(document)).toBe(`sarif tool-error ${wanted}`);
  });

  it('adds up several runs', () => {
    const [one, two] = [file([{ ruleId: 'xss' }]), file([{ ruleId: 'xss' }, { ruleId: 'csrf' }])] as { runs: object[] }[];
    expect(described({ version: '2.1.0', runs: [...(one?.runs ?? []), ...(two?.runs ?? [])] })).toBe('sarif ok 2/0/1/0/0/0 +0');
  });

  it.each([
    ['no run', { version: '2.1.0', runs: [] }, 'no-runs'],
    ['no results', file([]), 'nothing-found'],
    ['null for results', file(null), 'no-results'],
  ])('is empty with %s, and says so', (_, document, flag) => {
    expect(described(document)).toBe(`sarif empty 0/0/0/0/0/0 +0 ${flag}`);
  });

  it.each([
    ['an old version', { version: '1.0.0', runs: [{ tool: { name: 'made' }, results: [] }] }, /2\.1\.0 can be read/],
    ['no version', { $schema: 'https://json.schemastore.org/sarif-2.1.0.json', runs: [] }, /2\.1\.0 can be read/],
    ['a kind that does not exist', file([{ kind: 1 }]), /the kind 1/],
    ['results that are no list', file({ 0: {} }), /runs\[\]\.results is no list/],
    ['a result that is no object', file(['sql']), /runs\[\]\.results\[0\] is no object/],
  ])('is rejected with %s', (_, document, reason) => {
    expect(described(document)).toMatch(/^sarif reject/);
    expect(described(document)).toMatch(reason);
  });

  it('reads only own members of a hostile file', () => {
    expect(
      described(
        '{"version":"2.1.0","runs":[{"tool":{"driver":{"rules":[{"id":"__proto__","__proto__":{"properties":{"security-severity":"1"}}}]}},"results":[{"ruleId":"constructor"},{"ruleIndex":-1},{"ruleIndex":1e9}]}]}',
      ),
    ).toBe('sarif ok 0/0/3/0/0/0 +0 unscored');
  });
});

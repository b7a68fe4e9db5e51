import { describe, expect, it } from 'vitest';
import { figures, flagsOf, readText } from './read-text.ts';

const trx = (results: string, summary = '<ResultSummary outcome="Completed"/>'): string =>
  `<TestRun xmlns="http://microsoft.com/schemas/VisualStudio/TeamTest/2010"><Results>${results}</Results>
  <TestDefinitions><UnitTest id="1"><TestMethod className="Shop.CartTests, Shop, Version=1.0" name="Pays"/></UnitTest></TestDefinitions>${summary}</TestRun>`;
const one = (outcome: string): string => `<UnitTestResult testId="1" testName="Pays" outcome="${outcome}"/>`;

describe('TRX counts results by their outcome', () => {
  it.each([
    ['Passed', 'ok 1 0 0 0 0'],
    ['Failed', 'ok 0 1 0 0 0'],
    ['Timeout', 'ok 0 1 0 0 0'],
    ['Aborted', 'ok 0 1 0 0 0'],
    ['Error', 'ok 0 0 1 0 0'],
    ['NotExecuted', 'ok 0 0 0 1 0'],
    ['Inconclusive', 'ok 0 0 0 1 0'],
    ['InProgress', 'ok 0 0 1 0 0'],
    ['Odd', 'ok 0 0 1 0 0'],
  ])('%s', (outcome, expected) => {
    expect(figures(trx(one(outcome)))).toBe(expected);
  });

  it('counts rows in place of the data-driven test that holds them, whichever way the header counts', () => {
    const rows = `<UnitTestResult testId="1" testName="Pays" outcome="Failed" resultType="DataDrivenTest"><InnerResults>${one('Passed')}${one('Failed')}</InnerResults></UnitTestResult>`;
    const summary = (total: number): string => `<ResultSummary outcome="Failed"><Counters total="${total}" failed="1"/></ResultSummary>`;
    expect(figures(trx(rows))).toBe('ok 1 1 0 0 0');
    expect([2, 3, 4].map((total) => flagsOf(trx(rows, summary(total))).length)).toEqual([0, 0, 1]);
  });

  it('a data-driven test that failed though its rows passed still fails', () => {
    expect(figures(trx(`<UnitTestResult testId="1" outcome="Failed"><InnerResults>${one('Passed')}</InnerResults></UnitTestResult>`))).toBe('ok 1 1 0 0 0');
  });

  it.each([
    ['an aborted run', trx(one('PassedButRunAborted'))],
    ['aborted tests that only the counters have', trx(one('Passed'), '<ResultSummary outcome="Completed"><Counters total="5" aborted="4"/></ResultSummary>')],
  ])('%s is no clean pass', (_, text) => {
    expect(figures(text)).toBe('tool-error 1 0 0 0 0');
  });

  it('the suite is the class, and a run that failed without a failing test is no clean pass', () => {
    const crashed =
      '<ResultSummary outcome="Failed"><RunInfos><RunInfo outcome="Error"><Text>Test host process crashed</Text></RunInfo></RunInfos></ResultSummary>';
    expect(readText(trx(one('Passed'))).suites[0]?.name).toBe('Shop.CartTests');
    expect(readText(trx(one('Passed'), crashed))).toMatchObject({ outcome: 'tool-error', error: { message: expect.stringContaining('crashed') as string } });
    expect(figures(trx(''))).toBe('empty 0 0 0 0 0');
  });

  it('the place comes from the stack', () => {
    const failed = `<UnitTestResult testId="1" testName="Pays" outcome="Failed"><Output><ErrorInfo><Message>no</Message><StackTrace>   at Shop.CartTests.Pays() in D:\\a\\shop\\CartTests.cs:line 12</StackTrace></ErrorInfo></Output></UnitTestResult>`;
    expect(readText(trx(failed)).failures).toEqual([{ suite: 'Shop.CartTests', name: 'Pays', message: 'no', file: 'D:\\a\\shop\\CartTests.cs', line: 12 }]);
  });
});

describe('NUnit', () => {
  it.each([
    [
      '3: passed, failed, an error, explicit',
      '<test-run><test-suite name="s"><test-case result="Passed"/><test-case result="Failed"/><test-case result="Failed" label="Error"/><test-case result="Skipped" label="Explicit"/></test-suite></test-run>',
      'ok 1 2 0 1 0',
    ],
    ['3: warning and inconclusive', '<test-run><test-case result="Warning"/><test-case result="Inconclusive"/></test-run>', 'ok 1 0 0 1 0'],
    [
      '3: an assembly that was not loaded',
      '<test-run><test-suite type="Assembly" runstate="NotRunnable" result="Failed" label="Invalid" name="a.dll"/></test-run>',
      'ok 0 0 1 0 0',
    ],
    [
      '3: a tear-down that failed',
      '<test-run><test-suite result="Failed" site="Child"><test-suite result="Failed" site="TearDown"><test-case result="Passed"/></test-suite></test-suite></test-run>',
      'ok 1 0 1 0 0',
    ],
    [
      '3: a set-up that failed with its tests',
      '<test-run><test-suite result="Failed" site="SetUp"><test-case result="Failed" site="Parent"/></test-suite></test-run>',
      'ok 0 1 0 0 0',
    ],
    [
      '2: before results were named',
      '<test-results><test-case executed="True" success="True"/><test-case executed="True" success="False"/><test-case executed="False"/></test-results>',
      'ok 1 1 0 1 0',
    ],
    [
      '2: named results',
      '<test-results><test-case result="Success"/><test-case result="NotRunnable"/><test-case result="Ignored"/></test-results>',
      'ok 1 1 0 1 0',
    ],
    ['no test', '<test-run total="0"/>', 'empty 0 0 0 0 0'],
    [
      '3: a suite that failed without its tests',
      '<test-run><test-suite result="Failed" site="Child"><test-case result="Passed"/></test-suite></test-run>',
      'tool-error 1 0 0 0 0',
    ],
    ['3: failures that are declared only', '<test-run total="2" failed="1"><test-case result="Passed"/></test-run>', 'tool-error 1 0 0 0 0'],
  ])('%s', (_, text, expected) => {
    expect(figures(text)).toBe(expected);
  });
});

describe('xUnit.net', () => {
  it.each([
    [
      '2',
      '<assemblies><assembly name="a.dll" total="3" failed="1"><collection><test type="T" result="Pass"/><test type="T" result="Fail"/><test type="T" result="Skip"/></collection></assembly></assemblies>',
      'ok 1 1 0 1 0',
    ],
    [
      '3, with a test that is only run when asked for',
      '<assemblies><assembly name="a.dll"><collection><test result="Pass"/><test result="NotRun"/></collection></assembly></assemblies>',
      'ok 1 0 0 1 0',
    ],
    [
      '2, an error of the assembly',
      '<assemblies><assembly name="a.dll"><errors><error type="assembly-cleanup"><failure><message>no</message></failure></error></errors><collection><test result="Pass"/></collection></assembly></assemblies>',
      'ok 1 0 1 0 0',
    ],
    ['1', '<assembly name="a.dll" run-date="2024-01-01"><class><test result="Pass"/></class></assembly>', 'ok 1 0 0 0 0'],
    ['no test', '<assemblies/>', 'empty 0 0 0 0 0'],
  ])('%s', (_, text, expected) => {
    expect(figures(text)).toBe(expected);
    expect(flagsOf(text)).toEqual([]);
  });

  it('with errors or failures that are declared only is no clean pass', () => {
    const text = (header: string): string =>
      `<assemblies><assembly name="a.dll" ${header}><collection><test result="Pass"/></collection></assembly></assemblies>`;
    expect([text('errors="2"'), text('failed="1"'), text('errors="0" failed="0"')].map(figures)).toEqual([
      'tool-error 1 0 0 0 0',
      'tool-error 1 0 0 0 0',
      'ok 1 0 0 0 0',
    ]);
  });
});

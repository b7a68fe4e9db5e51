import { describe, expect, it } from 'vitest';
import { renderCoverageTable } from '../../../../src/core/gates/coverage/coverage-table.ts';
import { readCoverage } from '../../../../src/core/gates/coverage/read-coverage.ts';
import { bundle, changed, component, sample, trace, type Sample } from './coverage-sample.ts';

const two = { components: [component('api', 9000), component('web', 8000)], tree: ['src/api/a.ts', 'src/web/w.ts'] };
const strange = (count: number) => Array.from({ length: count }, (_, index) => [`gone${index}.ts`, 1, 1] as const);
const lines = (change: Sample): string[] => renderCoverageTable(sample(change)).split('\n');

describe('the coverage table', () => {
  it.each<[string, Sample, string[]]>([
    [
      'marks what has no figure, and no total before it is whole',
      { ...two, reports: [trace(['src/api/a.ts', 90, 100])], coverage: { total: { floor: 8500, strict: false, from: 's00' } } },
      [
        '| Component | Floor | Covered | Coverage | Change | Verdict |',
        '| :- | -: | -: | -: | -: | :- |',
        '| api | ≥ 90 % | 90 / 100 lines | 90 % | – | ✅ Pass |',
        '| web | ≥ 80 % | – | – | – | ❓ Cannot be evaluated |',
        '| **Total** | ≥ 85 % | – | – | – | ❓ Cannot be evaluated |',
      ],
    ],
    [
      'shows no change that was tested with that of the base',
      { ...two, reports: [trace(['src/api/a.ts', 90, 100], ['src/web/w.ts', 9, 10])], files: [changed('src/api/a.ts', [1])], pull: { baseChanges: null } },
      [
        '| Component | Floor | Covered | Coverage | Change | Verdict |',
        '| :- | -: | -: | -: | -: | :- |',
        '| api | ≥ 90 % | 90 / 100 lines | 90 % | – | ✅ Pass |',
        '| web | ≥ 80 % | 9 / 10 lines | 90 % | – | ✅ Pass |',
        '| **Total** | > 85 % | 99 / 110 | 90 % | – | ✅ Pass |',
      ],
    ],
  ])('%s', (_, change, expected) => {
    expect(lines(change)).toEqual(expected);
  });

  it.each([
    [1, 'gone0.ts'],
    [5, 'gone0.ts, gone1.ts, gone2.ts, gone3.ts, gone4.ts'],
    [6, 'gone0.ts, gone1.ts, gone2.ts, gone3.ts, gone4.ts (+1)'],
  ])('names of %i files that are not in the commit the first five', (count, names) => {
    const text = lines({ ...two, reports: [trace(['src/api/a.ts', 90, 100], ...strange(count))] });
    expect(text.at(-2)).toBe('');
    expect(text.at(-1)).toBe(`Reported files that are not in the commit: ${names}`);
  });

  it('names files that fit several of the commit, and what is doubtful in a report', () => {
    const doubtful = { ...trace(['src/api/a.ts', 90, 100], ['i.ts', 1, 1]), flags: ['no-branches'] };
    const text = lines({ ...two, tree: [...two.tree, 'src/api/x/i.ts', 'src/web/x/i.ts'], reports: [doubtful] });
    expect(text.slice(-4)).toEqual(['', 'Reported files that fit several of the commit: i.ts', '', 'Doubts about the reports: lcov.info: no-branches']);
  });
});

describe('what the rules are told', () => {
  const measured = { ...two, reports: [trace(['src/api/a.ts', 90, 100], ['src/web/w.ts', 9, 10])] };
  it.each<[string, Sample, string, object[]]>([
    ['a component', measured, 'web', [{ state: 'measured', name: 'web', covered: 9, total: 10, floor: 8000, strict: false }]],
    ['the total', measured, 'total', [{ state: 'measured', name: 'Total coverage', covered: 99, total: 110, floor: 8500, strict: true }]],
    ['a kind that nobody has', measured, 'model', []],
    ['a component without sources', { ...measured, tree: ['src/api/a.ts'] }, 'web', []],
    [
      'a component without a report',
      { ...two, reports: [trace(['src/api/a.ts', 90, 100])] },
      'web',
      [
        {
          state: 'unknown',
          name: 'web',
          verdict: 'cannot-evaluate',
          code: 'coverage.not-reported',
          reason: 'No report mentions the one source file of `web`.',
          next: 'Have `src/web/w.ts` measured; if the report uses other paths, write `evidence.sourceRoots`.',
        },
      ],
    ],
    [
      'a component with a changed source that no report mentions',
      { ...measured, tree: [...two.tree, 'src/web/n.ts'], files: [changed('src/web/n.ts', [1])] },
      'web',
      [
        {
          state: 'unknown',
          name: 'web',
          verdict: 'cannot-evaluate',
          code: 'coverage.changed-unreported',
          reason: 'The change touches files that no report mentions: `src/web/n.ts`.',
          next: 'Have those files measured (e.g. `--coverage.include`, `--source`), or leave them out in `components.web.exclude`.',
        },
      ],
    ],
    [
      'a total of which a part is on its way',
      { ...two, components: [component('api', 9000, { uploads: ['api'] })], evidence: { bundles: [bundle([])] } },
      'total',
      [
        {
          state: 'unknown',
          name: 'Total coverage',
          verdict: 'pending',
          code: 'coverage.awaited',
          reason: 'Still to come: `api`.',
          next: 'Nothing to do: the workflows are waited for until 2027-03-01T12:55:00.000Z.',
          deadline: '2027-03-01T12:55:00.000Z',
        },
      ],
    ],
    [
      'a total of a repository without sources',
      { tree: ['README.md'] },
      'total',
      [
        {
          state: 'unknown',
          name: 'Total coverage',
          verdict: 'cannot-evaluate',
          code: 'coverage.no-total',
          reason: 'No coverage report of this commit came.',
          next: "Add to the workflow, after the tests: `uses: actions/upload-artifact@v4` with `name: sprintgate-coverage` and the report's path as `path:` (lcov, Cobertura or JaCoCo XML).",
        },
      ],
    ],
  ])('of %s', (_, change, of, expected) => {
    expect(readCoverage(sample(change))(of)).toEqual(expected);
  });
});

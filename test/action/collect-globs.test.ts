import { expect, it } from 'vitest';
import { defaultGlobs } from '../../action/src/collect/default-globs.ts';
import { matchGlobs } from '../../src/core/globs/match-globs.ts';

it.each([
  ['coverage', 'coverage/lcov.info'],
  ['coverage', 'target/site/jacoco/jacoco.xml'],
  ['coverage', 'build/reports/jacoco/test/jacocoTestReport.xml'],
  ['coverage', 'coverage.xml'],
  ['coverage', 'TestResults/3f2a/coverage.cobertura.xml'],
  ['coverage', 'coverage/clover.xml'],
  ['coverage', 'coverage/coverage-final.json'],
  ['coverage', 'coverage.out'],
  ['coverage', 'coverage/.resultset.json'],
  ['tests', 'junit.xml'],
  ['tests', 'target/surefire-reports/TEST-org.acme.CartTest.xml'],
  ['tests', 'build/test-results/test/TEST-CartTest.xml'],
  ['tests', 'TestResults/results.trx'],
  ['tests', 'test-results/results.json'],
  ['tests', 'ctrf/ctrf-report.json'],
  ['scans', 'trivy-results.sarif'],
  ['scans', 'trivy.json'],
  ['scans', 'npm-audit.json'],
  ['scans', 'bom.json'],
  ['scans', 'app.cdx.json'],
  ['metrics', 'k6-summary.json'],
  ['metrics', 'load_stats.csv'],
  ['metrics', 'results.jtl'],
  ['metrics', 'metrics.json'],
  ['metrics', '.lighthouseci/lhr-1700000000000.json'],
  ['metrics', 'garak_runs/garak.123.report.jsonl'],
  ['metrics', 'mlruns/1/4f2a/metrics/accuracy'],
  ['metrics', 'out/results_2025-03-03T00-05-12.300060.json'],
  ['coverage', 'coverage/coverage-xml/index.xml'],
  ['coverage', 'build/coverage.opencover.xml'],
  ['coverage', 'coverage.txt'],
] as const)('%s are looked for at %s', (kind, path) => {
  expect(matchGlobs(defaultGlobs[kind])(path)).toBe(true);
});

it('takes no source, lock or settings for a report', () => {
  const wanted = matchGlobs(Object.values(defaultGlobs).flat());
  expect(
    ['package.json', 'package-lock.json', 'tsconfig.json', 'pom.xml', 'src/app.ts', 'README.md', 'composer.json', '.eslintrc.json', 'build.xml'].filter(wanted),
  ).toEqual([]);
});

/** Suites that every test of the run is in: they tell nothing apart, so the case's class is the suite. */
const oneForAll = new Set(['pytest', 'nosetests', 'nose2-junit', '']);

/** The name that a configuration's globs are held against. */
export function suiteOf(suite: string, owner: string): string {
  return oneForAll.has(suite) && owner !== '' ? owner : suite;
}

/** Programs that look at code or images and write what they find as if it were tests, told by names that only they use. */
const scanners: readonly (readonly [string, (suite: string, test: string) => boolean])[] = [
  ['cfn-lint', (suite) => suite === 'CloudFormation Lint'],
  ['bandit', (suite) => suite === 'bandit'],
  ['spectral', (_, test) => test.startsWith('org.spectral')],
  ['trivy', (_, test) => /^\[(CRITICAL|HIGH|MEDIUM|LOW|UNKNOWN)\] /.test(test)],
  ['checkov', (suite, test) => suite.endsWith(' scan') && /^\[[A-Z]+\]\[CKV/.test(test)],
  ['eslint', (suite, test) => test.startsWith('org.eslint.') || suite === 'eslint'],
  ['stylelint', (suite) => suite === 'stylelint' || suite.startsWith('stylelint.')],
  ['tfsec', (suite) => suite === 'tfsec'],
  ['tflint', (suite) => suite === 'tflint'],
  ['tslint', (_, test) => test.startsWith('org.tslint.')],
  ['kics', (suite) => suite.startsWith('KICS')],
];

/** The scanner or linter that wrote a case; null for tests. */
export function scannerOf(suite: string, test: string): string | null {
  return scanners.find(([, writes]) => writes(suite, test))?.[0] ?? null;
}

export interface WrittenCase {
  readonly suite: string;
  readonly name: string;
  readonly file: string | null;
  /** The root has an `id`, as Playwright's has. */
  readonly rootId: boolean;
}

/** The type of test that only one kind of writer makes; null where the writer does not tell. */
export function hintOf(test: WrittenCase): string | null {
  if (test.rootId && test.name.includes(' › ') && /\.[cm]?[jt]sx?$/.test(test.suite)) return 'e2e';
  if (/(^|[\\/])cypress[\\/](e2e|integration)[\\/]/.test(test.file ?? '')) return 'e2e';
  return null;
}

/** A property in which teams say the type of their tests. */
export function hintOfProperty(name: string, value: string): string | null {
  if (!/^(test[-_.]?type|layer|type)$/i.test(name)) return null;
  const type = value.trim().toLowerCase();
  return types.has(type) ? type : null;
}

const types = new Set('unit integration component e2e performance load security fairness robustness data-quality chaos'.split(' '));

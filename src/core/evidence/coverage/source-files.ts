const languages = new Set([
  'ts',
  'tsx',
  'mts',
  'cts',
  'js',
  'jsx',
  'mjs',
  'cjs',
  'vue',
  'svelte',
  'py',
  'java',
  'kt',
  'kts',
  'scala',
  'groovy',
  'go',
  'rs',
  'cs',
  'fs',
  'vb',
  'php',
  'rb',
  'swift',
  'm',
  'mm',
  'c',
  'cc',
  'cpp',
  'cxx',
  'dart',
  'ex',
  'exs',
  'erl',
  'clj',
  'hs',
  'lua',
  'pl',
  'pm',
  'ps1',
  'psm1',
  'sol',
  'jl',
  'r',
]);

/** Tests, declarations and configuration that tools leave out of coverage by default. */
const apart = [
  /(^|\/)(tests?|__tests__|__mocks__|spec|specs|testdata|fixtures|e2e|node_modules|vendor)\//i,
  /(^|\/)src\/(test|it|integrationTest|androidTest)\//,
  /\.(test|spec|stories|bench|d|config)\.[cm]?[jt]sx?$/,
  /(^|\/)(test_[^/]*|[^/]*_test|conftest|setup)\.py$/,
  /_test\.(go|rb|exs|dart)$/,
  /(^|\/)[^/]*(Test|Tests|IT|Spec)\.(java|kt|scala|groovy|cs|php|swift)$/,
  /_spec\.rb$/,
  /\.d\.ts$/,
  /(^|\/)(package|module)-info\.java$/,
];

/**
 * True for a file whose coverage a tool can measure: source of a known language that is no test. `extensions` adds those
 * that the reports at hand mention, so that a language missing here is not forgotten where its reports are read.
 */
export function isSourceFile(path: string, extensions: ReadonlySet<string>): boolean {
  const extension = fileExtension(path);
  return (languages.has(extension) || extensions.has(extension)) && !apart.some((pattern) => pattern.test(path));
}

/** True for a test or a tool's own configuration in a known language: it measures nothing itself, and decides what others measure. */
export function isTestOrConfiguration(path: string): boolean {
  return languages.has(fileExtension(path)) && apart.some((pattern) => pattern.test(path));
}

/** In lower case, without the dot; empty when there is none. */
export function fileExtension(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const dot = name.lastIndexOf('.');
  return dot > 0 ? name.slice(dot + 1).toLowerCase() : '';
}

const byExtension: Readonly<Record<string, string>> = {
  ts: 'TypeScript',
  tsx: 'TypeScript',
  js: 'JavaScript',
  mjs: 'JavaScript',
  jsx: 'JavaScript',
  py: 'Python',
  java: 'Java',
  kt: 'Kotlin',
  go: 'Go',
  rs: 'Rust',
  rb: 'Ruby',
  cs: 'C#',
  tf: 'HCL',
  sh: 'Shell',
  ipynb: 'Jupyter Notebook',
  html: 'HTML',
  css: 'CSS',
  vue: 'Vue',
  scala: 'Scala',
  sql: 'PLpgSQL',
  c: 'C',
  cpp: 'C++',
  php: 'PHP',
  swift: 'Swift',
  r: 'R',
};

/** Bytes of each language, most first, judged by file ending alone. */
export function languageBytes(files: readonly { readonly path: string; readonly size: number }[]): Record<string, number> {
  const bytes = new Map<string, number>();
  for (const { path, size } of files) {
    const language = path.endsWith('Dockerfile') ? 'Dockerfile' : byExtension[path.split('.').at(-1)?.toLowerCase() ?? ''];
    if (language !== undefined && size > 0) bytes.set(language, (bytes.get(language) ?? 0) + size);
  }
  return Object.fromEntries([...bytes].toSorted((left, right) => right[1] - left[1]));
}

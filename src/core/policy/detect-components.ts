/** A component as it looks from the outside: to be confirmed by the people who know. */
export interface DetectedComponent {
  readonly id: string;
  readonly kind: string;
  readonly paths: readonly string[];
  readonly exclude: readonly string[];
}

interface Sign {
  readonly kind: string;
  /** A folder of this name holds the component, whatever it is written in. */
  readonly folder: RegExp | null;
  /** Else a file of this name belongs to it, with the source folder it lies in. */
  readonly file: RegExp | null;
}

const ids: Readonly<Record<string, string>> = {
  'ml-model': 'model',
  api: 'api',
  'data-pipeline': 'data',
  frontend: 'frontend',
  infrastructure: 'infrastructure',
};

/** Narrow signs first: a Terraform file is infrastructure even in a folder named `api`. */
const signs: readonly Sign[] = [
  { kind: 'infrastructure', folder: /^(infra|infrastructure|terraform|helm|charts|k8s|kubernetes|pulumi|cdk|ansible|bicep)$/, file: /\.(tf|bicep)$/ },
  {
    kind: 'data-pipeline',
    folder: /^(pipelines?|data[-_]?pipelines?|etl|elt|dags|dbt|ingest|ingestion|features?[-_]?pipelines?)$/,
    file: /(^|\/)dbt_project\.yml$/,
  },
  { kind: 'ml-model', folder: /^(models?|ml|training|train|modelos?|entrenamiento|rag|llm|prompts|agents?)$/, file: /\.ipynb$/ },
  { kind: 'api', folder: /^(api|apis|server|backend|services?|servicios?|cmd|grpc|rest)$/, file: null },
  { kind: 'frontend', folder: /^(frontend|front|web|webapp|ui|client|app-web)$/, file: /\.(tsx|jsx|vue|svelte)$/ },
  { kind: 'api', folder: null, file: /\.(java|kt|scala|go|cs|rb|php|rs)$/ },
  { kind: 'frontend', folder: null, file: /\.(ts|js|mjs)$/ },
  { kind: 'ml-model', folder: null, file: /\.py$/ },
];

const source = /\.(py|ipynb|ts|tsx|js|jsx|mjs|vue|svelte|java|kt|scala|go|cs|rb|php|rs|sql|tf|bicep|yml|yaml)$/;
const code = /\.(py|ipynb|ts|tsx|js|jsx|mjs|vue|svelte|java|kt|scala|go|cs|rb|php|rs|sql|tf|bicep)$/;
const aside =
  /(^|\/)(node_modules|vendor|dist|build|target|out|coverage|docs?|examples?|scripts|\.[^/]+|__tests__|tests?|specs?|e2e|fixtures)\/|(^|\/)(test_[^/]*|[^/]*_test|conftest|setup|[^/]*\.(test|spec|config|d))\.[a-z]+$/;

/** Guesses the components of a repository from the names of its files. Nothing is opened. */
export function detectComponents(files: readonly string[]): DetectedComponent[] {
  const roots = new Map<string, Set<string>>();
  for (const file of files) {
    if (aside.test(file) || !source.test(file)) continue;
    const found = place(file);
    if (!found) continue;
    const known = roots.get(found.kind) ?? new Set<string>();
    roots.set(found.kind, known.add(found.root));
  }
  const all = [...roots].map(([kind, folders]) => ({ kind, folders: outermost([...folders]) }));
  const order = Object.keys(ids);
  return all
    .sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind))
    .map(({ kind, folders }) => ({
      id: ids[kind] ?? kind,
      kind,
      paths: folders.map(patternOf),
      exclude: all
        .filter((other) => other.kind !== kind)
        .flatMap((other) => other.folders)
        .filter((folder) => folders.some((own) => own === '' || folder.startsWith(`${own}/`)))
        .map(patternOf)
        .sort(),
    }));
}

function place(file: string): { kind: string; root: string } | null {
  const steps = file.split('/');
  const folders = steps.slice(0, -1);
  for (const sign of signs) {
    const at = sign.folder ? folders.findIndex((folder) => sign.folder?.test(folder.toLowerCase())) : -1;
    if (at >= 0 && code.test(file)) return { kind: sign.kind, root: plainRoot(folders.slice(0, at + 1)) };
    if (sign.file?.test(file)) return { kind: sign.kind, root: plainRoot(folders.slice(0, sourceDepth(folders))) };
  }
  return null;
}

/** How deep the folder is that a file's code base begins in: `src`, `app` or `lib` where there is one, else the first folder. */
function sourceDepth(folders: readonly string[]): number {
  const at = folders.findIndex((folder) => /^(src|app|lib)$/.test(folder));
  return at >= 0 ? at + 1 : Math.min(1, folders.length);
}

/** A folder such as `[slug]` is a pattern of its own: the folder above it stands for it. */
function plainRoot(folders: readonly string[]): string {
  const at = folders.findIndex((folder) => /[*?[\]{}()!\\]/.test(folder));
  return folders.slice(0, at < 0 ? undefined : at).join('/');
}

function outermost(folders: readonly string[]): string[] {
  if (folders.includes('')) return [''];
  return folders.filter((folder) => !folders.some((other) => other !== folder && folder.startsWith(`${other}/`))).sort();
}

function patternOf(folder: string): string {
  return folder === '' ? '**' : `${folder}/**`;
}

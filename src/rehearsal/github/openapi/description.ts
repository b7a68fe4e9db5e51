import { readFileSync } from 'node:fs';

type Schema = Readonly<Record<string, unknown>>;

export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required?: boolean;
}

export interface Operation {
  readonly operationId: string;
  readonly parameters: readonly (Parameter | { readonly $ref: string })[];
  readonly requestBody?: { readonly required?: boolean; readonly content: Readonly<Record<string, Schema>> };
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, Schema>>; readonly $ref?: string }>>;
}

export interface Description {
  readonly 'x-source': { readonly package: string; readonly version: string; readonly sha256: string };
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: {
    readonly parameters: Readonly<Record<string, Parameter>>;
    readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, Schema>> }>>;
  };
}

let loaded: Description | null = null;

/** GitHub's published description, as far as we answer it; read once a process. */
export function githubDescription(): Description {
  loaded ??= JSON.parse(readFileSync(new URL('github-openapi.json', import.meta.url), 'utf8')) as Description;
  return loaded;
}

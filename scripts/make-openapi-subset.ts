/**
 * Makes the subset of GitHub's REST description that the embedded GitHub checks requests and responses against.
 * Usage: node scripts/make-openapi-subset.ts [path to api.github.com.json]
 * The source is 385 MB unpacked, so it is not among our packages:
 *   npm pack @octokit/openapi@23.0.2 && tar xzf octokit-openapi-23.0.2.tgz package/generated/api.github.com.json
 */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { collectReferences } from './openapi/collect-references.ts';
import { strictBody } from './openapi/strict-body.ts';
import { stripSchema } from './openapi/strip-schema.ts';
import type { Json } from './openapi/strip-schema.ts';

const sourcePackage = '@octokit/openapi';
const sourceVersion = '23.0.2';
const folder = new URL('../src/rehearsal/github/openapi/', import.meta.url);

function wantedOperations(): Set<string> {
  const lines = readFileSync(new URL('operations.txt', folder), 'utf8').split('\n');
  return new Set(lines.map((line) => line.trim()).filter((line) => line !== '' && !line.startsWith('#')));
}

/** Keeps what is checked: parameters, bodies and the JSON of responses; prose, examples and headers go. */
function subsetOperation(operation: Json): Json {
  const responses: Json = {};
  for (const [status, response] of Object.entries(operation['responses'] as Json)) responses[status] = stripSchema(response);
  const kept: Json = { operationId: operation['operationId'], parameters: stripSchema(operation['parameters'] ?? []), responses };
  if (operation['requestBody'] !== undefined) kept['requestBody'] = strictBody(stripSchema(operation['requestBody']) as Json);
  return kept;
}

function subsetPaths(source: Json, wanted: Set<string>): Json {
  const paths: Json = {};
  for (const [path, methods] of Object.entries(source['paths'] as Record<string, Json>)) {
    for (const [method, operation] of Object.entries(methods)) {
      const id = (operation as Json)['operationId'];
      if (typeof id !== 'string' || !wanted.delete(id)) continue;
      paths[path] = { ...(paths[path] as Json | undefined), [method]: subsetOperation(operation as Json) };
    }
  }
  return paths;
}

function main(): void {
  const file = process.argv[2] ?? `node_modules/${sourcePackage}/generated/api.github.com.json`;
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    console.error(
      `${file} cannot be read. Get it with \`npm pack ${sourcePackage}@${sourceVersion}\`, unpack it, and give the path of generated/api.github.com.json.`,
    );
    process.exitCode = 2;
    return;
  }
  const source = JSON.parse(text) as Json;
  const wanted = wantedOperations();
  const paths = subsetPaths(source, wanted);
  if (wanted.size > 0) {
    console.error(`operations.txt names operations that GitHub does not describe: ${[...wanted].join(', ')}`);
    process.exitCode = 1;
    return;
  }
  const components = collectReferences(paths, source);
  const subset = {
    'x-source': {
      package: sourcePackage,
      version: sourceVersion,
      file: 'generated/api.github.com.json',
      sha256: createHash('sha256').update(text).digest('hex'),
    },
    paths,
    components,
  };
  const out = JSON.stringify(subset);
  writeFileSync(new URL('github-openapi.json', folder), `${out}\n`);
  console.log(`github-openapi.json: ${Object.keys(paths).length} paths, ${(out.length / 1e6).toFixed(2)} MB`);
}

main();

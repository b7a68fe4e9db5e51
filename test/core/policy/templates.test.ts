import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { editorSchema } from '../../../scripts/configuration/editor-schema.ts';
import { referenceSection } from '../../../scripts/configuration/reference-section.ts';
import { configSchema } from '../../../src/core/policy/config-schema.ts';
import { formatProblem } from '../../../src/core/policy/parse-config.ts';
import { resolvePolicy } from '../../../src/core/policy/resolve-policy.ts';
import { loadPlaybook } from '../../../src/engine/load-playbook.ts';

const root = new URL('../../../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), 'utf8');
const templates = ['templates/init/sprintgate.es.yml', 'templates/init/sprintgate.en.yml'];
const schema: unknown = JSON.parse(read('schema/sprintgate.schema.json'));

describe('the commented examples', async () => {
  const loaded = await loadPlaybook('construir@1');

  it.each(templates)('%s resolves against the playbook', (file) => {
    const { policy, problems } = resolvePolicy({ loaded, organisation: null, repository: { file, text: read(file) } });
    expect(problems.map(formatProblem)).toEqual([]);
    expect(policy?.locale).toBe(file.includes('.es.') ? 'es' : 'en');
  });

  it.each(templates)('%s still resolves with its optional settings switched on', (file) => {
    const text = read(file).replaceAll(/^# (coverage|evidence|independence|freeze):/gm, '$1:');
    expect(text).not.toBe(read(file));
    expect(resolvePolicy({ loaded, organisation: null, repository: { file, text } }).problems.map(formatProblem)).toEqual([]);
  });

  it('say the same in both languages', () => {
    const [es, en] = templates.map((file): unknown => ({ ...(parse(read(file)) as object), locale: null }));
    expect(es).toEqual(en);
  });
});

describe('what is made from the schema', () => {
  it('is fresh', () => {
    expect(schema).toEqual(editorSchema(configSchema));
    expect(read('docs/configuration.md')).toContain(referenceSection(configSchema));
  });

  it.each(templates)('accepts %s in an editor', (file) => {
    expect(new Ajv({ strict: false }).validate(schema as object, parse(read(file)))).toBe(true);
  });

  it.each(['{ tier: 9 }', '{ teir: 2 }', '{ components: { api: { kind: api, paths: [] } } }', '{ authorities: { x: { teems: [] } } }'])(
    'refuses %s in an editor',
    (text) => {
      expect(new Ajv({ strict: false }).validate(schema as object, parse(text))).toBe(false);
    },
  );

  it('describes every setting', () => {
    const rows = referenceSection(configSchema).split('\n').slice(2);
    expect(rows.filter((row) => row.endsWith('|  |'))).toEqual([]);
  });
});

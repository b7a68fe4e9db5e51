import { smallConfig } from '../../support/stage.ts';
import { code, lcov } from '../reports.ts';
import { type Situation, situations } from '../situation.ts';
import { tested } from '../steps.ts';

const small = '  api: { kind: api, paths: ["src/**"], uploads: [api] }';
const documents = { files: { 'docs/notes.md': 'Notes\n' } };

function components(...lines: readonly string[]): string {
  return smallConfig.replace(small, lines.map((line) => `  ${line}`).join('\n'));
}

/** One component of this kind with so many of its 100 lines covered, beside much code that is covered whole. */
function atFloor(kind: string, hit: number): Pick<Situation, 'config' | 'files' | 'pull' | 'steps'> {
  return {
    config: components(`part: { kind: ${kind}, paths: ["src/part/**"], uploads: [api] }`, `rest: { kind: api, paths: ["src/rest/**"], uploads: [api] }`),
    files: { 'src/part/a.ts': code(100), 'src/rest/b.ts': code(400) },
    pull: documents,
    steps: [tested({ 'lcov.info': lcov({ 'src/part/a.ts': [hit, 100], 'src/rest/b.ts': [400, 400] }) })],
  };
}

const floors: Readonly<Record<string, number>> = { 'ml-model': 95, api: 90, 'data-pipeline': 85, frontend: 80, infrastructure: 75 };

const ofKinds = Object.entries(floors).flatMap(([kind, floor]): Situation[] => [
  { that: `passes for ${kind} at exactly ${floor} %`, ...atFloor(kind, floor), checks: { coverage: ['success', `\`part\``, `${floor} %`] } },
  {
    that: `fails for ${kind} with one line less than ${floor} %, and says where to cover it`,
    ...atFloor(kind, floor - 1),
    checks: { coverage: ['failure', `part ${floor - 1} %`, `at least ${floor} %`, 'Cover 1 more line in `src/part`; least covered: `src/part/a.ts`'] },
  },
]);

/** A repository of one component with a low floor, so that the total alone decides. */
function total(hit: number, of: number, settings = ''): Pick<Situation, 'config' | 'files' | 'pull' | 'steps'> {
  return {
    config: `${components('infra: { kind: infrastructure, paths: ["src/**"], uploads: [api] }')}${settings}`,
    files: { 'src/a.ts': code(of) },
    pull: documents,
    steps: [tested({ 'lcov.info': lcov({ 'src/a.ts': [hit, of] }) })],
  };
}

situations('a floor of coverage', [
  ...ofKinds,
  {
    that: 'is not reached by the total at exactly 85 %: it asks for more than that',
    ...total(85, 100),
    checks: { coverage: ['failure', 'total 85 %', 'above 85 %', 'just reaching it is not enough', 'Cover 1 more line in `infra`'] },
  },
  { that: 'is reached by the total with one line more than 85 %', ...total(86, 100), checks: { coverage: ['success', '86 %'] } },
  {
    that: 'is reached by 85.004 %, though a person reads 85 %: figures are rounded down, and compared as they are',
    ...total(21_251, 25_000),
    files: { 'src/a.ts': 'export const many = 1;\n' },
    checks: { coverage: ['success', '85 % (21251 of 25000 lines)'] },
  },
  {
    that: 'is reached by the total at exactly 85 % where the configuration is not strict',
    ...total(85, 100, 'coverage: { strict: false }\n'),
    checks: { coverage: ['success', 'at least 85 %'] },
  },
  {
    that: 'that a component sets itself holds before that of its kind',
    ...total(90, 100),
    config: components('infra: { kind: infrastructure, paths: ["src/**"], uploads: [api], coverage: { target: 92.35 } }'),
    checks: { coverage: ['failure', 'infra 90 %', 'at least 92.35 %', 'Cover 3 more lines'] },
  },
  {
    that: 'of an inner component is the one for its files, where it is written before the one around it',
    config: components('core: { kind: ml-model, paths: ["src/core/**"], uploads: [api] }', 'app: { kind: infrastructure, paths: ["src/**"], uploads: [api] }'),
    files: { 'src/core/a.ts': code(100), 'src/b.ts': code(400) },
    pull: documents,
    steps: [tested({ 'lcov.info': lcov({ 'src/core/a.ts': [94, 100], 'src/b.ts': [400, 400] }) })],
    checks: { coverage: ['failure', 'core 94 %', 'at least 95 %'] },
  },
  {
    that: 'of an inner component that is written after the one around it binds nothing, and that is said',
    config: components('app: { kind: infrastructure, paths: ["src/**"], uploads: [api] }', 'core: { kind: ml-model, paths: ["src/core/**"], uploads: [api] }'),
    files: { 'src/core/a.ts': code(100), 'src/b.ts': code(400) },
    pull: documents,
    steps: [tested({ 'lcov.info': lcov({ 'src/core/a.ts': [94, 100], 'src/b.ts': [400, 400] }) })],
    checks: { coverage: ['action_required', 'All source files of `core` belong to `app`', 'Write `core` before `app`'] },
  },
  {
    that: 'does not bind a component that has no source code yet',
    config: components('api: { kind: api, paths: ["src/**"], uploads: [api] }', 'model: { kind: ml-model, paths: ["model/**"], uploads: [model] }'),
    files: { 'src/a.ts': code(10) },
    pull: documents,
    steps: [tested({ 'lcov.info': lcov({ 'src/a.ts': [10, 10] }) })],
    checks: { coverage: ['success', 'There is no source code below the paths of `model` yet'] },
  },
  {
    that: 'binds nothing in a repository without any source code',
    pull: documents,
    checks: { coverage: ['success', 'The repository has no source code yet'] },
  },
  {
    that: 'is not passed by paths that match nothing',
    config: components('api: { kind: api, paths: ["source/**"], uploads: [api] }'),
    steps: [tested({ 'lcov.info': lcov({ 'src/work.ts': [2, 2] }) })],
    checks: { coverage: ['action_required', 'No path of `components` matches', 'Correct `components.<name>.paths`'] },
  },
  {
    that: 'is told in Spanish where the configuration says so',
    ...total(85, 100),
    config: components('infra: { kind: infrastructure, paths: ["src/**"], uploads: [api] }').replace('locale: en', 'locale: es'),
    checks: { coverage: ['failure', 'total 85 %', 'más de 85 %', 'Cubra 1 línea más'] },
  },
]);

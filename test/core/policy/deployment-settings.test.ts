import { describe, expect, test } from 'vitest';
import { readWaitMinutes } from '../../../src/core/policy/durations.ts';
import { parseConfig } from '../../../src/core/policy/parse-config.ts';

const times: readonly [string, number | null][] = [
  ['90m', 90],
  ['12h', 720],
  ['7d', 10_080],
  ['29d', 41_760],
  ['30d', null],
  ['0m', null],
  ['-1d', null],
  ['1w', null],
  ['7', null],
  ['7 d', null],
  ['99999m', null],
];

test.each(times)('a deployment may wait %s: %s minutes', (text, minutes) => {
  expect(readWaitMinutes(text)).toBe(minutes);
});

describe('what becomes of deployments', () => {
  const base = 'playbook: construir@1\nlocale: en\ntier: 4\nproduct: ml\nschedule: { start: 2027-01-11 }\n';
  const lines: readonly [string, string, string][] = [
    ['waits or is rejected, nothing else', 'deployments: { onFail: block }', 'write wait or reject'],
    ['is rejected after a time that GitHub gives', 'deployments: { rejectAfter: 60d }', 'write a time such as 90m, 12h or 7d, up to 29d'],
    ['has no other settings', 'deployments: { onfail: wait }', 'did you mean onFail?'],
  ];
  test.each(lines)('%s', (_name, line, expected) => {
    const { problems } = parseConfig('.github/sprintgate.yml', `${base}${line}\n`);
    expect(problems.map(({ message, line: at }) => `${at} ${message}`).join()).toMatch(new RegExp(`^6 .*${expected.replace('?', '\\?')}`));
  });
});

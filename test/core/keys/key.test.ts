import { describe, expect, it } from 'vitest';
import { formatKey, type Key, parseKey } from '../../../src/core/keys/key.ts';

const keys: [Key, string][] = [
  [{ kind: 'pull', repository: 9412, number: 12 }, '9412/pull/12'],
  [{ kind: 'issue', repository: 9412, number: 7 }, '9412/issue/7'],
  [{ kind: 'group', repository: 9412, sha: 'a'.repeat(40) }, `9412/group/${'a'.repeat(40)}`],
  [{ kind: 'deploy', repository: 9412, run: 77 }, '9412/deploy/77'],
  [{ kind: 'policy', repository: 9412 }, '9412/policy'],
  [{ kind: 'register', repository: 9412 }, '9412/register'],
  [{ kind: 'standing', repository: 9412 }, '9412/standing'],
  [{ kind: 'sprint', repository: 9412 }, '9412/sprint'],
  [{ kind: 'seed', repository: 9412, unit: '.' }, '9412/seed/.'],
  [{ kind: 'install', installation: 5 }, '5/install'],
];

describe('a key', () => {
  it.each(keys)('%j is printed and read back', (key, text) => {
    expect(formatKey(key)).toBe(text);
    expect(parseKey(text)).toEqual(key);
  });

  it.each(['', 'acme/pull/1', '9412/pull/', '9412/group/main', '9412'])('is not read from %j', (text) => {
    expect(() => parseKey(text)).toThrow(/is not a key; expected for example 9412\/pull\/12/);
  });
});

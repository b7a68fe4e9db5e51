import { describe, expect, it } from 'vitest';
import { byteLength, truncateBytes } from '../../../src/core/report/truncate-bytes.ts';

const notice = '… y más';

describe('truncateBytes', () => {
  it('returns what fits unchanged', () => {
    expect(truncateBytes('ñandú', 7, notice)).toBe('ñandú');
  });

  it('never cuts a code point, whatever the limit', () => {
    for (let limit = 1; limit < 60; limit += 1) {
      const cut = truncateBytes('añ🙂 '.repeat(30), limit, notice);
      expect(byteLength(cut)).toBeLessThanOrEqual(limit);
      expect(cut).toBe(cut.toWellFormed());
      expect(cut).not.toContain('\ufffd');
    }
  });

  it('cuts a table between rows and keeps header and delimiter together', () => {
    const table = `| a | b |\n| - | - |\n${'| one | two |\n'.repeat(20)}`;
    for (let limit = 20; limit < byteLength(table); limit += 1) {
      const lines = truncateBytes(table, limit, notice).split('\n\n')[0]?.split('\n') ?? [];
      if (lines[0] === notice || !lines[0]?.startsWith('|')) continue;
      expect(lines[1]).toBe('| - | - |');
      expect(lines.slice(2).every((line) => line === '| one | two |')).toBe(true);
    }
  });

  it('closes details and fences that the cut leaves open', () => {
    const text = `<details>\n<summary>x</summary>\n\n\`\`\`mermaid\npie\n${'"a" : 1\n'.repeat(100)}\`\`\`\n</details>`;
    expect(truncateBytes(text, 120, notice)).toMatch(/"a" : 1\n```\n\n<\/details>\n\n… y más$/);
    expect(byteLength(truncateBytes(text, 120, notice))).toBeLessThanOrEqual(120);
  });

  it('leaves no comment or tag open', () => {
    const text = `start\n<!-- hidden\n${'state\n'.repeat(50)}-->\nend`;
    expect(truncateBytes(text, 60, notice)).toBe(`start\n\n${notice}`);
    expect(truncateBytes(`start <b\n${'x '.repeat(50)}>y</b>`, 40, notice)).toBe(`start…\n\n${notice}`);
  });
});

import { describe, expect, it } from 'vitest';
import { changedLines } from '../../../src/core/snapshot/changed-lines.ts';

describe('the changed lines of a patch', () => {
  it('are those added or altered, numbered as in the head version', () => {
    expect(changedLines('@@ -1,3 +1,4 @@\n a\n-b\n+B\n+c\n d')).toEqual([2, 3]);
  });

  it('are counted anew in each hunk', () => {
    expect(changedLines('@@ -1 +1,2 @@\n a\n+b\n@@ -10,2 +11,3 @@ function x() {\n c\n+d\n e')).toEqual([2, 12]);
  });

  it('start at one in a new file', () => {
    expect(changedLines('@@ -0,0 +1,2 @@\n+a\n+b\n\\ No newline at end of file')).toEqual([1, 2]);
  });

  it('are none where lines were only deleted', () => {
    expect(changedLines('@@ -1,2 +1 @@\n a\n-b')).toEqual([]);
  });

  it('take a line of text that begins with pluses for an added one', () => {
    expect(changedLines('@@ -1 +1,2 @@\n a\n++++ b')).toEqual([2]);
  });

  it('are unknown where GitHub sends no patch', () => {
    expect(changedLines(undefined)).toBeNull();
    expect(changedLines(null)).toBeNull();
  });
});

import { describe, expect, it } from 'vitest';
import { canonicalJson, sha256 } from '../../../src/core/markers/digest.ts';
import { readMarked, replaceMarked, wrapMarked } from '../../../src/core/markers/marker.ts';

const ours = wrapMarked('.', 's09.control.audit-logging', 'Keep an audit log.');

describe('a marked text', () => {
  it('is found again with its unit, its id and its text', () => {
    expect(readMarked(ours)).toMatchObject({ marker: { unit: '.', id: 's09.control.audit-logging' }, text: 'Keep an audit log.', edited: false });
  });

  it('keeps what people wrote around it when ours is replaced', () => {
    const current = readMarked(`Hello\n\n${ours}\n\nA note of mine`);
    const body = current ? replaceMarked(current, 'New text') : '';
    expect(body).toContain('Hello\n\n<!-- sprintgate:1');
    expect(body).toContain('New text');
    expect(body).toContain('A note of mine');
    expect(body).not.toContain('Keep an audit log.');
  });

  it('shows that a person edited our part', () => {
    expect(readMarked(ours.replace('Keep an', 'Keep no'))?.edited).toBe(true);
  });

  it.each([
    ['another item', 'id=s09.control.audit-logging', 'id=s09.control.backup'],
    ['another unit', 'unit=.', 'unit=billing'],
  ])('shows that a person put it under %s', (_name, ...[was, is]) => {
    expect(readMarked(ours)?.edited).toBe(false);
    expect(readMarked(ours.replace(was, is))?.edited).toBe(true);
  });

  it('is not taken for edited when a browser changed the line ends', () => {
    const twoLines = wrapMarked('.', 'a', 'one\ntwo');
    expect(readMarked(twoLines.replaceAll('\n', '\r\n'))?.edited).toBe(false);
  });

  it('cannot be closed early by its own text', () => {
    const body = wrapMarked('.', 'a', 'before <!-- /sprintgate --> after');
    expect(readMarked(body)).toMatchObject({ edited: false, after: '' });
  });

  it('runs to the end when its end marker was deleted', () => {
    expect(readMarked(ours.replace('<!-- /sprintgate -->', ''))).toMatchObject({ text: 'Keep an audit log.', after: '' });
  });

  it.each([null, undefined, '', 'plain', '<!-- sprintgate:2 unit=. id=a digest=0000000000000000 -->'])('is not found in %j', (body) => {
    expect(readMarked(body)).toBeNull();
  });
});

describe('a digest', () => {
  it('does not depend on the order of keys', () => {
    expect(canonicalJson({ b: 1, a: { d: 2, c: [3, { f: 1, e: 2 }] } })).toBe('{"a":{"c":[3,{"e":2,"f":1}],"d":2},"b":1}');
    expect(sha256(canonicalJson({ a: 1, b: 2 }))).toBe(sha256(canonicalJson({ b: 2, a: 1 })));
  });
});

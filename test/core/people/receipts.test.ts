import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { readMarked } from '../../../src/core/markers/marker.ts';
import { parseCommands } from '../../../src/core/commands/parse-commands.ts';
import { deriveReceiptKey } from '../../../src/core/people/derive-receipt-key.ts';
import { readReceipt } from '../../../src/core/people/read-receipt.ts';
import { signReceipt } from '../../../src/core/people/sign-receipt.ts';
import { decision } from './people-fixtures.ts';

const app = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
  publicKeyEncoding: { type: 'spki', format: 'pem' },
});
const key = deriveReceiptKey(app.privateKey, 42);
const trust = { publicKeys: [key.publicKey], repository: 9412, unit: '.' };
const signed = decision('approve-with-conditions', 'security-review', {
  reason: 'fine @acme/all\n/sprintgate reject <!-- | `x` -->',
  conditions: ['rotate keys; soon', 'añadir bitácora'],
  until: '2027-03-01T06:00:00Z',
  link: 'https://example.com/a?b=(c)',
  proof: {
    authority: 'security-review',
    rule: {
      all: [
        { teams: ['acme/security'], count: 1 },
        { users: ['ciso'], count: 1 },
      ],
    },
    via: [{ kind: 'team', name: 'acme/security' }],
    checkedAt: '2027-01-20T12:00:00Z',
  },
});
const body = signReceipt(signed, { privateKey: key.privateKey, locale: 'es' });

describe('a receipt', () => {
  test('gives back the decision exactly, in either language', () => {
    expect(readReceipt(body, trust)).toEqual({ kind: 'decision', decision: signed });
    expect(readReceipt(signReceipt(signed, { privateKey: key.privateKey, locale: 'en' }), trust)).toEqual({ kind: 'decision', decision: signed });
  });

  test('survives the line ends of a browser, and text that people put around it', () => {
    expect(readReceipt(body.replaceAll('\n', '\r\n'), trust).kind).toBe('decision');
    expect(readReceipt(`see below\n\n${body}\n\nthanks`, trust).kind).toBe('decision');
  });

  test.each([
    ['edited words', body.replace('añadir', 'quitar'), trust, 'edited'],
    ['another signature', body.replace(/(receipt:1 [^.]+)\.[^ ]{20}/, `$1.${'A'.repeat(20)}`), trust, 'signature'],
    ['another decision under the same words', body.replace(/receipt:1 [^.]+\./, `receipt:1 ${Buffer.from('{}').toString('base64')}.`), trust, 'signature'],
    ['another repository', body, { ...trust, repository: 9413 }, 'other-repository'],
    ['another unit', body, { ...trust, unit: 'billing' }, 'other-unit'],
    ['another marker', body.replace(`receipt.${signed.id}`, 'receipt.d-x'), trust, 'edited'],
    ['another installation’s key', body, { ...trust, publicKeys: [deriveReceiptKey(app.privateKey, 43).publicKey] }, 'signature'],
    ['no key at all', body, { ...trust, publicKeys: [] }, 'signature'],
    ['no receipt', 'approved, trust me', trust, 'no-receipt'],
    ['only the hidden line', body.split('\n').find((line) => line.includes('sprintgate-receipt')) ?? '', trust, 'no-receipt'],
  ])('with %s is refused', (_name, ...[text, trusted, why]) => {
    expect(readReceipt(text, trusted)).toEqual({ kind: 'refused', why });
  });

  test('is still read with the key of before, when it is kept', () => {
    expect(readReceipt(body, { ...trust, publicKeys: [deriveReceiptKey(app.privateKey, 43).publicKey, key.publicKey] }).kind).toBe('decision');
  });

  test('notifies nobody, holds no command, and ends its marker only once', () => {
    expect(body).not.toMatch(/(?<![`\w\u200b])@acme/);
    expect(parseCommands(body)).toEqual([]);
    expect(readMarked(body)?.edited).toBe(false);
    expect(body.split('\n')).toContainEqual(expect.stringContaining('**Aprobado con condiciones: `security-review`**'));
  });
});

describe('the key', () => {
  const spki = (installation: number, pem = app.privateKey): string =>
    deriveReceiptKey(pem, installation).publicKey.export({ type: 'spki', format: 'pem' }).toString();
  test('is the same whenever it is derived, also from a PEM with mangled line breaks', () => {
    expect(spki(42)).toBe(spki(42));
    expect(spki(42, app.privateKey.replaceAll('\n', '\\n'))).toBe(spki(42));
  });
  test('differs by installation', () => expect(spki(42)).not.toBe(spki(43)));
});

import { existsSync, readFileSync, statSync } from 'node:fs';
import { createPublicKey } from 'node:crypto';
import { Command } from 'commander';
import { verifyAuditBundle, type Verified } from '../audit/verify/verify-audit-bundle.ts';
import { verifyFaultWords } from '../audit/verify/verify-words.ts';
import { InputError } from '../core/errors/input-error.ts';
import { printable } from '../core/policy/printable.ts';
import { parseReceiptKey, printReceiptKey } from '../core/people/receipt-public-key.ts';
import type { Locale } from '../core/playbook/text-schema.ts';
import { langOption } from './lang-option.ts';
import { printJson, printLine, styled } from './print.ts';

interface VerifyOptions {
  readonly key?: string[];
  readonly allowUnsigned?: true;
  readonly lang?: Locale;
  readonly json?: true;
}

export const verifyCommand = new Command('verify')
  .description(
    'Check an auditor’s bundle offline: every byte of it, the signature against a key that you noted, the ledger. Names the first thing that does not hold.',
  )
  .argument('<bundle>', 'the file that `sprintgate bundle` wrote')
  .option('--key <key...>', 'public key that must have signed, or that must vouch for the one that did: ed25519:… or a PEM file')
  .option('--allow-unsigned', 'check a bundle that nobody signed: it shows that it is whole, and not who made it')
  .addOption(langOption().default('en'))
  .option('--json', 'print `{ fault, manifest, unrecorded }`')
  .addHelpText(
    'after',
    `
Needs neither database nor network. Take the key from where you noted it, not from the bundle: a server publishes its keys at
/.well-known/sprintgate-keys.json. Ends with 0 when all of it holds, 1 when something does not, 2 when it could not be checked.

Example:
  sprintgate verify sprintgate-bundle-acme-scoring-41-3f2a….zip --key ed25519:…`,
  )
  .action((file: string, options: VerifyOptions) => {
    const pins = (options.key ?? []).map(pinOf);
    if (pins.length === 0 && !options.allowUnsigned)
      throw new InputError('name the key that must have signed with --key ed25519:…, or --allow-unsigned for a bundle that nobody signed.');
    if (pins.length > 0 && options.allowUnsigned)
      throw new InputError('--key asks for a signature, and --allow-unsigned does without one; leave one of them out.');
    const verified = verifyAuditBundle(readBundle(file), { pins, allowUnsigned: options.allowUnsigned === true });
    if (options.json) printJson(verified);
    else print(file, verified, options.lang ?? 'en');
    if (verified.fault) process.exitCode = 1;
  });

/** More than any bundle has: what is larger is not read. */
const mostBytes = 1024 ** 3;

function readBundle(file: string): Uint8Array {
  if (statSync(file).size > mostBytes) throw new InputError(`${file} is larger than 1 GiB; no bundle is.`);
  return readFileSync(file);
}

function pinOf(text: string): string {
  // A file of a key's name, which a bundle could bring along, stands for no key.
  if (text.startsWith('ed25519:') || !existsSync(text)) return printReceiptKey(parseReceiptKey(text));
  try {
    const key = createPublicKey(readFileSync(text));
    if (key.asymmetricKeyType === 'ed25519') return printReceiptKey(key);
  } catch {
    // Said below.
  }
  throw new InputError(`${text}: this is no Ed25519 public key in PEM.`);
}

const words: Readonly<
  Record<
    Locale,
    {
      holds: string;
      fails: string;
      archive: string;
      expected: string;
      seen: string;
      signed: (key: string) => string;
      unsigned: string;
      unrecorded: (count: number) => string;
    }
  >
> = {
  en: {
    holds: 'it holds',
    fails: 'it does not hold',
    archive: 'the archive',
    expected: 'expected',
    seen: 'seen',
    signed: (key) => `signed with ${key}`,
    unsigned: 'NOT SIGNED: it is whole, and nobody vouches for it',
    unrecorded: (count) => `${count} decisions of people rest on their signed receipts alone: no entry in it recorded them`,
  },
  es: {
    holds: 'es íntegro',
    fails: 'no es íntegro',
    archive: 'el archivo',
    expected: 'se esperaba',
    seen: 'se vio',
    signed: (key) => `firmado con ${key}`,
    unsigned: 'SIN FIRMA: está completo, y nadie responde por él',
    unrecorded: (count) => `${count} decisiones de personas se apoyan solo en sus recibos firmados: ningún asiento del expediente las registró`,
  },
};

/** A bundle may come from anybody: what it says is shown, and never obeyed by the terminal. */
function print(file: string, { fault, manifest, unrecorded }: Verified, locale: Locale): void {
  const say = words[locale];
  printLine(
    `${file}${manifest && !fault ? `: ${printable(String(manifest.repository.name ?? manifest.repository.id))} #${manifest.release.pull}, ${printable(`${manifest.release.verdict}, ${manifest.release.commit}`)}` : ''}`,
  );
  if (fault) {
    printLine(styled('red', `  ${say.fails}`));
    printLine(styled('red', `  ✗ ${printable(fault.file ?? say.archive)}: ${verifyFaultWords[locale][fault.what]} [${fault.what}]`));
    if (fault.expected !== undefined) printLine(`    ${say.expected}: ${printable(fault.expected)}`);
    if (fault.seen !== undefined) printLine(`    ${say.seen}: ${printable(fault.seen)}`);
    return;
  }
  if (unrecorded > 0) printLine(`  ${say.unrecorded(unrecorded)}`);
  const signer = manifest?.signer ?? null;
  printLine(styled(signer === null ? 'yellow' : 'green', `  ${signer === null ? say.unsigned : say.signed(signer)}`));
  printLine(styled('green', `  ${say.holds}`));
}

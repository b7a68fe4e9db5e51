import { readFileSync } from 'node:fs';
import { InputError } from '../../core/errors/input-error.ts';
import type { BundleSigner } from './bundle-signer.ts';
import { keySigner } from './key-signer.ts';
import { serviceSigner } from './service-signer.ts';

type Variables = Readonly<Record<string, string | undefined>>;

/**
 * Who signs bundles by the environment: BUNDLE_SIGNING_KEY or its file, else the service at BUNDLE_SIGNER_URL, else nobody: there is no
 * key by default. Throws an InputError where more than one is set, since nobody could tell which is meant.
 */
export async function chooseSigner(variables: Variables): Promise<BundleSigner | null> {
  return signerOf(variables, { key: 'BUNDLE_SIGNING_KEY', url: 'BUNDLE_SIGNER_URL', token: 'BUNDLE_SIGNER_TOKEN' });
}

/** Who is to sign them from now on, where that changes. */
export function nextSigner(variables: Variables): Promise<BundleSigner | null> {
  return signerOf(variables, { key: 'BUNDLE_SIGNING_KEY_NEXT', url: 'BUNDLE_SIGNER_URL_NEXT', token: 'BUNDLE_SIGNER_TOKEN_NEXT' });
}

async function signerOf(variables: Variables, names: Readonly<Record<'key' | 'url' | 'token', string>>): Promise<BundleSigner | null> {
  const key = readSetting(variables, names.key);
  const url = variables[names.url]?.trim();
  if (key !== null && url) throw new InputError(`${names.key} and ${names.url} are both set; leave one of them out.`);
  if (key !== null) return keySigner(key, names.key);
  if (!url) return null;
  if (!/^https?:\/\//.test(url)) throw new InputError(`${names.url} is not a web address; write for example http://127.0.0.1:8200.`);
  return serviceSigner({ url, token: readSetting(variables, names.token) });
}

/** A setting, or what stands in the file that `NAME_FILE` names; null where neither is set. */
function readSetting(variables: Variables, name: string): string | null {
  const value = variables[name]?.trim();
  const path = variables[`${name}_FILE`]?.trim();
  if (value && path) throw new InputError(`${name} and ${name}_FILE are both set; leave one of them out.`);
  if (!path) return value || null;
  const text = textOf(path);
  if (!text)
    throw new InputError(`${name}_FILE: ${path} ${text === null ? 'cannot be read' : 'is empty'}; write the path of a file that this process may read.`);
  return text;
}

function textOf(path: string): string | null {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    return null;
  }
}

import { readFileSync } from 'node:fs';

/** Settings that may stand in a file, as container platforms hand over secrets: `WEBHOOK_SECRET_FILE=/run/secrets/webhook`. */
const kept = [
  'PRIVATE_KEY',
  'WEBHOOK_SECRET',
  'DATABASE_URL',
  'DATABASE_MIGRATION_URL',
  'METRICS_TOKEN',
  'BUNDLE_SIGNING_KEY',
  'BUNDLE_SIGNER_TOKEN',
  'CLIENT_SECRET',
  'SESSION_SECRET',
] as const;

export interface Given {
  readonly values: Readonly<Record<string, string>>;
  /** What is wrong with the files, one sentence each. */
  readonly faults: readonly string[];
}

/** Adds what stands in files to the settings. A setting that is given in both ways is refused: nobody could tell which holds. */
export function fromFiles(given: Readonly<Record<string, string>>): Given {
  const values = { ...given };
  const faults: string[] = [];
  for (const name of kept) {
    const variable = name === 'PRIVATE_KEY' && given['PRIVATE_KEY_PATH'] !== undefined ? 'PRIVATE_KEY_PATH' : `${name}_FILE`;
    const path = given[variable];
    if (path === undefined) continue;
    if (given[name] !== undefined) {
      // The key's path was always second to the key.
      if (variable !== 'PRIVATE_KEY_PATH') faults.push(`${name} and ${variable} are both set; leave one of them out`);
      continue;
    }
    const text = readText(path);
    if (text === null) faults.push(`${variable}: ${path} cannot be read; ${adviceFor(name)}`);
    else if (text === '') faults.push(`${variable}: ${path} is empty; ${adviceFor(name)}`);
    else values[name] = text;
    // Wrong, not missing: it is said once.
    if (text === null || text === '') values[name] ??= '';
  }
  return { values, faults };
}

function readText(path: string): string | null {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    return null;
  }
}

function adviceFor(name: string): string {
  return name === 'PRIVATE_KEY'
    ? 'write the path of the .pem file that GitHub gave you'
    : `write the path of a file that this process may read, with the value of ${name}`;
}

import { getInput, getMultilineInput } from '@actions/core';
import { InputError } from '../../src/core/errors/input-error.ts';

/** What the workflow asks for with `with:`. */
export interface Inputs {
  readonly mode: 'collect' | 'gate';
  readonly token: string;
  /** Globs of reports. */
  readonly evidence: readonly string[];
  readonly uploadName: string;
  readonly config: string;
  readonly receiptKey: string | null;
  readonly appSlug: string;
  readonly playbooksDir: string | null;
  /** Null: the event's. */
  readonly pull: number | null;
}

/** Reads the inputs that `action.yml` declares. Throws an InputError that names the input and what to write. */
export function readInputs(): Inputs {
  const mode = getInput('mode');
  if (mode !== 'collect' && mode !== 'gate') throw new InputError(`mode is "${mode}"; write collect or gate.`);
  const given = (name: string) => getInput(name) || null;
  return {
    mode,
    token: getInput('github-token'),
    evidence: getMultilineInput('evidence'),
    uploadName: readName(getInput('upload-name')),
    config: getInput('config'),
    receiptKey: given('receipt-key'),
    playbooksDir: given('playbooks-dir'),
    appSlug: getInput('app-slug'),
    pull: readNumber(getInput('pull')),
  };
}

/** It becomes a folder's name as well. */
function readName(text: string): string {
  if (!/^\w[\w.-]{0,99}$/.test(text))
    throw new InputError(`upload-name is "${text}"; write letters, digits, hyphens, dots and underscores, e.g. sprintgate-evidence.`);
  return text;
}

function readNumber(text: string): number | null {
  if (text === '') return null;
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new InputError(`pull is "${text}"; write the number of a pull request, or leave it out.`);
  return Number(text);
}

import { getInput, getMultilineInput } from '@actions/core';
import { InputError } from '../../src/core/errors/input-error.ts';
import type { EvidenceLabels } from '../../src/core/evidence/classify/report-mapping.ts';

const modes = ['collect', 'gate', 'report', 'seed'] as const;

export type Mode = (typeof modes)[number];

/** What the workflow asks for with `with:`. */
export interface Inputs {
  readonly mode: Mode;
  readonly token: string;
  /** Globs of reports; empty: where the common tools put them. */
  readonly evidence: readonly string[];
  readonly uploadName: string;
  /** False: the folder is only made, for actions/upload-artifact. */
  readonly upload: boolean;
  /** Null: as the repository has it. */
  readonly retentionDays: number | null;
  /** What all the reports of this step are. */
  readonly labels: EvidenceLabels;
  readonly config: string;
  readonly receiptKey: string | null;
  readonly appSlug: string;
  readonly playbooksDir: string | null;
  /** Null: the event's. */
  readonly pull: number | null;
  /** seed: show the writes, make none. */
  readonly dryRun: boolean;
  /** seed: take over issues with our marker that somebody else wrote. */
  readonly adopt: boolean;
  /** seed: keep to github.com's content limits. */
  readonly limits: boolean;
}

/** Reads the inputs that `action.yml` declares. Throws an InputError that names the input and what to write. */
export function readInputs(): Inputs {
  const mode = modes.find((each) => each === getInput('mode'));
  if (mode === undefined) throw new InputError(`mode is "${getInput('mode')}"; write ${modes.slice(0, -1).join(', ')} or ${modes.at(-1)}.`);
  const given = (name: string) => getInput(name) || null;
  return {
    mode,
    token: getInput('github-token'),
    evidence: getMultilineInput('evidence'),
    uploadName: readName(getInput('upload-name')),
    upload: readSwitch('upload'),
    retentionDays: readDays(getInput('retention-days')),
    labels: { type: readLabel('test-type'), component: readLabel('component'), scan: readLabel('scan') },
    config: getInput('config'),
    receiptKey: given('receipt-key'),
    playbooksDir: given('playbooks-dir'),
    appSlug: getInput('app-slug'),
    pull: readNumber(getInput('pull')),
    dryRun: readSwitch('dry-run'),
    adopt: readSwitch('adopt'),
    limits: readSwitch('limits'),
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

function readSwitch(name: string): boolean {
  const text = getInput(name).toLowerCase();
  if (text !== 'true' && text !== 'false') throw new InputError(`${name} is "${getInput(name)}"; write true or false.`);
  return text === 'true';
}

function readDays(text: string): number | null {
  if (text === '') return null;
  if (!/^[1-9]\d{0,2}$/.test(text)) throw new InputError(`retention-days is "${text}"; write a number of days, e.g. 30, or leave it out.`);
  return Number(text);
}

function readLabel(name: string): string | null {
  const text = getInput(name);
  if (text !== '' && !/^\w[\w.-]{0,99}$/.test(text))
    throw new InputError(`${name} is "${text}"; write one id, e.g. ${name === 'test-type' ? 'integration' : 'api'}.`);
  return text || null;
}

import { generateKeyPairSync } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Command, Option } from 'commander';
import { stopOnSignal } from '../app/stop-on-signal.ts';
import { InputError } from '../core/errors/input-error.ts';
import type { Locale } from '../core/playbook/text-schema.ts';
import { formatProblem } from '../core/policy/parse-config.ts';
import type { Policy } from '../core/policy/policy.ts';
import { castOf } from '../rehearsal/story/cast.ts';
import type { Material } from '../rehearsal/story/material.ts';
import { ownMaterial } from '../rehearsal/story/own-material.ts';
import { createPlay, type Play } from '../rehearsal/story/play.ts';
import { sampleMaterial } from '../rehearsal/story/sample-material.ts';
import { setStage, type Stage } from '../rehearsal/story/stage.ts';
import { tellStory } from '../rehearsal/story/tell-story.ts';
import type { Told } from '../rehearsal/story/told.ts';
import { tellWholeStory } from '../rehearsal/story/whole/tell-whole-story.ts';
import { wholeMaterial } from '../rehearsal/story/whole/whole-material.ts';
import { loadPolicy } from './load-policy.ts';
import { narrate } from './narrate.ts';
import { policyOfText } from './policy-of-text.ts';
import { printJson, printLine, styled } from './print.ts';
import { rehearseBundle } from './rehearse-bundle.ts';
import { rehearseWords } from './rehearse-words.ts';
import { seedProgress } from './seed-progress.ts';
import { storySentence } from './story-sentences.ts';

interface RehearseOptions {
  readonly config?: string;
  readonly port: string;
  readonly data: string;
  readonly locale?: Locale;
  readonly stay: boolean;
  readonly whole?: true;
  readonly json?: true;
}

export const rehearseCommand = new Command('rehearse')
  .description('Play the whole path against an embedded GitHub on this machine: seed, gate, sign, release.')
  .option('--config <file>', 'rehearse your own configuration instead of the sample product')
  .addOption(new Option('--whole', 'play the sample over the method’s whole length, to the end of the pilot and the auditor’s bundle').conflicts('config'))
  .option('--port <number>', 'where the pages are shown', '3000')
  .option('--data <dir>', 'folder of the embedded database; emptied first', '.data/rehearsal')
  .addOption(
    new Option('--locale <locale>', 'language of the story and of the sample (default: that of --config, else of your terminal)').choices(['es', 'en']),
  )
  .option('--no-stay', 'stop after the story instead of showing the pages until Ctrl-C')
  .option('--json', 'print the story as JSON when it ends')
  .addHelpText('after', '\nExamples:\n  npm start\n  npm start -- --whole --locale es\n  npm start -- --config .github/sprintgate.yml --port 3001')
  .action(async (options: RehearseOptions) => {
    const port = Number(options.port);
    if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new InputError(`--port ${options.port} is not a port; write a number from 1 to 65535.`);
    await rehearse(options, port);
  });

async function rehearse(options: RehearseOptions, port: number): Promise<void> {
  const { material, policy } = await chooseMaterial(options);
  const locale = options.locale ?? policy.locale;
  const words = rehearseWords[locale];
  if (!options.json) printLine(styled('dim', words.opening));
  const progress = seedProgress(words.seeding, 'nothing');
  const bundle = options.whole ? { folder: join(dirname(options.data), 'rehearsal-bundle'), key: newKey() } : null;
  const stage = await setStage({
    port,
    database: options.data,
    home: `${material.owner}/${material.name}`,
    locale: policy.locale,
    now: `${policy.schedule.start}T15:00:00Z`,
    onSeedProgress: progress.show,
    ...(bundle ? { bundleKey: bundle.key } : {}),
  });
  const stopping = new AbortController();
  stopOnSignal(async () => {
    stopping.abort();
    progress.stop();
    await stage.close();
  });
  try {
    const story = await tell(stage, { material, policy, locale, quiet: options.json === true, beforeEach: progress.stop, signal: stopping.signal, bundle });
    if (stopping.signal.aborted) return;
    const { violations, unimplemented } = stage.github;
    if (options.json) printJson({ scenes: story, requests: stage.github.requests.entries.length, violations: [...violations, ...unimplemented] });
    else tellRequests(stage, locale);
    if (violations.length + unimplemented.length > 0) process.exitCode = 1;
  } catch (error) {
    // Whoever pressed Ctrl-C in the middle gets no stack of what was cut off; the signal's handler ends the process.
    if (stopping.signal.aborted) return;
    await stage.close();
    throw error;
  }
  if (options.stay) {
    printLine(`\n${styled('bold', stage.app.url)}  ${words.pages}`);
    return printLine(`${styled('bold', stage.pagesUrl)}  ${words.closing}`);
  }
  await stage.close();
}

interface Telling {
  readonly material: Material;
  readonly policy: Policy;
  readonly locale: Locale;
  readonly quiet: boolean;
  readonly beforeEach: () => void;
  readonly signal: AbortSignal;
  /** The whole story is told, and ends with the auditor's bundle, signed with this key; null for the short one. */
  readonly bundle: { readonly folder: string; readonly key: string } | null;
}

async function tell(stage: Stage, { material, policy, locale, quiet, beforeEach, signal, bundle }: Telling): Promise<Told[]> {
  const play = createPlay({ stage, cast: castOf(stage.github, material.owner, policy), material, policy });
  const story: Told[] = [];
  for await (const told of bundle ? tellWithBundle(play, bundle) : tellStory(play)) {
    if (signal.aborted) break;
    beforeEach();
    story.push(told);
    stage.story.push({ title: storySentence(told, locale), path: told.path, check: told.check });
    if (!quiet) narrate(told, { step: story.length, locale, url: stage.pagesUrl, width: Math.min(process.stdout.columns ?? 110, 110) });
  }
  return story;
}

async function* tellWithBundle(play: Play, bundle: NonNullable<Telling['bundle']>): AsyncGenerator<Told> {
  let release: Told | null = null;
  for await (const told of tellWholeStory(play)) {
    if (told.scene === 'release') release = told;
    yield told;
  }
  if (release) yield await rehearseBundle(play, { ...bundle, pull: Number(release.facts['number']) });
}

/** Of this rehearsal alone: nobody else knows it, and it is kept nowhere. */
function newKey(): string {
  return String(generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }));
}

function tellRequests({ github }: Stage, locale: Locale): void {
  const asked = [...github.violations, ...github.unimplemented];
  if (asked.length === 0) return printLine(styled('dim', `\n${rehearseWords[locale].clean(github.requests.entries.length)}`));
  console.error(`\n${rehearseWords[locale].unclean}\n${asked.map((each) => `  ${each}`).join('\n')}`);
}

async function chooseMaterial({ config, locale, whole }: RehearseOptions): Promise<{ material: Material; policy: Policy }> {
  if (config !== undefined) {
    const policy = await loadPolicy(config);
    return { policy, material: ownMaterial(await readFile(config, 'utf8'), policy) };
  }
  const material = await (whole ? wholeMaterial : sampleMaterial)(locale ?? terminalLocale());
  const { policy, problems } = await policyOfText('.github/sprintgate.yml', material.config);
  if (!policy) throw new InputError(problems.map(formatProblem).join('\n'));
  return { policy, material };
}

function terminalLocale(): Locale {
  return /^es/i.test(process.env['LC_ALL'] ?? process.env['LANG'] ?? '') ? 'es' : 'en';
}

import { readFile } from 'node:fs/promises';
import { Command, Option } from 'commander';
import { stopOnSignal } from '../app/stop-on-signal.ts';
import { InputError } from '../core/errors/input-error.ts';
import type { Locale } from '../core/playbook/text-schema.ts';
import { formatProblem } from '../core/policy/parse-config.ts';
import { castOf } from '../rehearsal/story/cast.ts';
import type { Material } from '../rehearsal/story/material.ts';
import { ownMaterial } from '../rehearsal/story/own-material.ts';
import { createPlay, goTo } from '../rehearsal/story/play.ts';
import { sampleMaterial } from '../rehearsal/story/sample-material.ts';
import { scenes, type Told } from '../rehearsal/story/scenes.ts';
import { setStage } from '../rehearsal/story/stage.ts';
import { loadPolicy } from './load-policy.ts';
import { narrate, sentenceOf } from './narrate.ts';
import { policyOfText } from './policy-of-text.ts';
import { printJson, printLine, styled } from './print.ts';
import { seedProgress } from './seed-progress.ts';

interface RehearseOptions { readonly config?: string; readonly port: string; readonly data: string; readonly locale: Locale; readonly stay: boolean; readonly json?: true }

export const rehearseCommand = new Command('rehearse')
  .description('Play the whole path against an embedded GitHub on this machine: seed, gate, sign, release.')
  .option('--config <file>', 'rehearse your own configuration instead of the sample product')
  .option('--port <number>', 'where the pages are shown', '3000')
  .option('--data <dir>', 'folder of the embedded database; emptied first', '.data/rehearsal')
  .addOption(new Option('--locale <locale>', 'language of the story and of the sample').choices(['es', 'en']).default(defaultLocale()))
  .option('--no-stay', 'stop after the story instead of showing the pages until Ctrl-C')
  .option('--json', 'print the story as JSON when it ends')
  .addHelpText('after', '\nExamples:\n  npm start\n  npm start -- --config .github/sprintgate.yml --port 3001')
  .action(async (options: RehearseOptions) => {
    const port = Number(options.port);
    if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new InputError(`--port ${options.port} is not a port; write a number from 1 to 65535.`);
    await rehearse(options, port);
  });

async function rehearse(options: RehearseOptions, port: number): Promise<void> {
  const { locale, json } = options;
  const material = options.config === undefined ? await sampleMaterial(locale) : ownMaterial(await readFile(options.config, 'utf8'), await loadPolicy(options.config));
  const policy = await policyOf(material);
  if (!json) printLine(styled('dim', opening[locale]));
  const progress = seedProgress();
  const stage = await setStage({ port, database: options.data, home: `${material.owner}/${material.name}`, now: `${policy.schedule.start}T15:00:00Z`, onSeedProgress: progress.show });
  stopOnSignal(() => stage.close());
  const cast = castOf(stage.github, material.owner, policy);
  const play = createPlay({ stage, cast, material, policy });
  goTo(play, policy.schedule.start);
  const story: Told[] = [];
  for (const scene of scenes) {
    for (const told of await scene(play)) {
      progress.stop();
      story.push(told);
      stage.story.push({ title: sentenceOf(told, locale), path: told.path });
      if (!json) narrate(told, { step: story.length, locale, url: stage.pagesUrl });
    }
  }
  if (json) printJson(story);
  if (options.stay) return printLine(`\n${styled('bold', stage.pagesUrl)}  ${closing[locale]}`);
  await stage.close();
}

async function policyOf(material: Material) {
  const { policy, problems } = await policyOfText('.github/sprintgate.yml', material.config);
  if (!policy) throw new InputError(problems.map(formatProblem).join('\n'));
  return policy;
}

const opening: Readonly<Record<Locale, string>> = {
  en: 'No GitHub App is configured, so this is a rehearsal: an embedded GitHub, the real app, nothing leaves this machine.\nThe first start prepares the embedded database, which takes up to ten seconds.\n',
  es: 'No hay una GitHub App configurada, así que esto es un ensayo: un GitHub embebido, la app real, nada sale de esta máquina.\nEl primer arranque prepara la base de datos embebida; toma hasta diez segundos.\n',
};
const closing: Readonly<Record<Locale, string>> = { en: 'Look around; Ctrl-C ends it.', es: 'Explore; termina con Ctrl-C.' };

function defaultLocale(): Locale {
  return /^es/i.test(process.env['LC_ALL'] ?? process.env['LANG'] ?? '') ? 'es' : 'en';
}

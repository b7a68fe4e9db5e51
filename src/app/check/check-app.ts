import { InputError } from '../../core/errors/input-error.ts';
import { readEnvironment } from '../read-environment.ts';
import { unknownSettings } from '../settings/unknown-settings.ts';
import { checkDatabase } from './check-database.ts';
import { checkGitHub } from './check-github.ts';
import type { Environment } from '../settings/environment.ts';
import type { Finding } from './finding.ts';

/** Looks whether the app could work with these settings: they, the database and GitHub. It starts, makes and writes nothing. */
export async function checkApp(variables: Readonly<Record<string, string | undefined>>): Promise<Finding[]> {
  const warnings = unknownSettings(variables).map((says): Finding => ({ about: 'settings', state: 'note', says }));
  try {
    const environment = readEnvironment(variables);
    if (!environment) return [{ about: 'settings', state: 'bad', says: 'APP_ID, PRIVATE_KEY and WEBHOOK_SECRET are not set' }, ...warnings];
    const found = await Promise.all([checkDatabase(environment), checkGitHub(environment)]);
    return [{ about: 'settings', state: 'good', says: 'complete' }, pages(environment), ...warnings, ...found.flat()];
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return [...error.message.split('\n').map((says): Finding => ({ about: 'settings', state: 'bad', says })), ...warnings];
  }
}

function pages({ pages: settings, role }: Environment): Finding {
  if (role === 'worker') return { about: 'pages', state: 'good', says: 'a worker serves none' };
  if (!settings) return { about: 'pages', state: 'note', says: 'off; CLIENT_ID, CLIENT_SECRET, BASE_URL and SESSION_SECRET switch them on' };
  return { about: 'pages', state: 'good', says: `on ${settings.baseUrl}; the App has to have the callback URL ${settings.baseUrl}/sign-in/callback` };
}

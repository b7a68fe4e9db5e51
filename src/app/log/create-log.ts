import pino, { type DestinationStream, type Logger } from 'pino';
import type { Environment } from '../settings/environment.ts';
import { cleanFacts } from './clean-facts.ts';
import { cleanText } from './clean-text.ts';
import { factsOfLine } from './log-facts.ts';

type Settings = Pick<Environment, 'logLevel' | 'privateKey' | 'webhookSecret' | 'databaseUrl' | 'migrationUrl' | 'metrics' | 'pages'>;

/**
 * The log of a process, one JSON object a line; Probot and Octokit write to it too. What is written is cleaned in this one
 * place: no secret, no request's headers or body, no text that a person wrote in full, nothing that could forge a line.
 */
export function createLog(settings: Settings, destination?: DestinationStream): Logger {
  const ours = secretsOf(settings);
  const clean = (facts: object) => cleanFacts(facts, ours);
  const options: pino.LoggerOptions = {
    level: settings.logLevel,
    name: 'sprintgate',
    timestamp: pino.stdTimeFunctions.isoTime,
    mixin: (line) => ({ ...factsOfLine(line) }),
    // What the line itself says stands: it may be of a delivery that is worked beside this one.
    mixinMergeStrategy: (line, facts) => ({ ...facts, ...line }),
    formatters: { log: clean, bindings: clean },
    // All errors are plain by now; pino's own serializer would look for more in them.
    serializers: { err: (error: unknown) => error, error: (error: unknown) => error },
    hooks: {
      logMethod(given, method) {
        const args = given.map((each: unknown) => (typeof each === 'string' ? cleanText(each, ours) : each)) as typeof given;
        method.apply(this, args[0] instanceof Error ? ([{ err: args[0] }, args[1] ?? 'failed'] as unknown as typeof given) : args);
      },
    },
  };
  return withCleanChildren(destination ? pino(options, destination) : pino(options), clean);
}

/** pino does not ask its formatter for what a child brings along; a child's children inherit this from it. */
function withCleanChildren(log: Logger, clean: (facts: object) => pino.Bindings): Logger {
  const bear = log.child;
  log.child = function child(this: Logger, bindings: pino.Bindings, more?: object) {
    return bear.call(this, clean(bindings), more);
  } as unknown as Logger['child'];
  return log;
}

/** The secrets of this process, and each line of the key. Short ones are left out: they would hide common words. */
function secretsOf({ privateKey, webhookSecret, databaseUrl, migrationUrl, metrics, pages }: Settings): string[] {
  const passwords = [databaseUrl, migrationUrl ?? ''].map((url) => (URL.canParse(url) ? new URL(url).password : ''));
  const key = privateKey.split('\n').filter((line) => line !== '' && !line.startsWith('-----'));
  return [
    webhookSecret,
    ...passwords,
    ...passwords.map((password) => decodeURIComponent(password)),
    metrics?.token ?? '',
    pages?.clientSecret ?? '',
    pages?.sessionSecret ?? '',
    ...key,
  ].filter((secret) => secret.length >= 6);
}

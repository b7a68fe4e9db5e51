import { addDays, dayIn } from '../../core/calendar/calendar-day.ts';
import type { Forecast } from '../../core/forecast/forecast.ts';
import { forecastWork } from '../../core/forecast/forecast-work.ts';
import type { Locale } from '../../core/playbook/text-schema.ts';
import type { Policy } from '../../core/policy/policy.ts';
import type { Standing, StandingDay } from '../../core/standing/standing.ts';
import type { WebRepository } from '../access/web-repository.ts';
import type { WebPorts } from '../web-ports.ts';
import { repositoryHome } from './repository-frame.ts';

/** All that the pages of a repository tell. */
export interface RepositoryCase {
  readonly repository: WebRepository;
  readonly standing: Standing;
  readonly days: readonly StandingDay[];
  /** The policy that judged it, with the words of the viewer's language; null where it is not kept. */
  readonly policy: Policy | null;
  readonly forecast: Forecast;
  readonly locale: Locale;
  /** ISO time. */
  readonly now: string;
  /** The day of `now` in the repository's zone. */
  readonly today: string;
  readonly timezone: string;
  /** Its address in these pages, and on GitHub. */
  readonly home: string;
  readonly github: string;
}

/** Whose policy is known. */
export type RuledCase = RepositoryCase & { readonly policy: Policy };

export type ReadCase = (repository: WebRepository, locale: Locale) => Promise<RepositoryCase | null>;

/** Longer than any plan takes. */
const keptDays = 3 * 366;
const mostForecasts = 500;

/** Reads how a repository stands; null while it was never judged. A forecast is made once for each standing. */
export function caseReader({ standing, days, repositories: ports, now }: Pick<WebPorts, 'standing' | 'days' | 'repositories' | 'now'>): ReadCase {
  const forecasts = new Map<number, { readonly of: string; readonly forecast: Forecast }>();
  return async (repository, locale) => {
    const time = now();
    const [stood, known] = await Promise.all([standing(repository.id), days(repository.id, addDays(time.slice(0, 10), -keptDays))]);
    if (stood === null) return null;
    const policy = await ports.policy(stood.policy, locale);
    const of = `${stood.at} ${stood.policy}`;
    const kept = forecasts.get(repository.id);
    const forecast = kept?.of === of ? kept.forecast : forecastOf({ repository, standing: stood, days: known, policy });
    forecasts.delete(repository.id);
    forecasts.set(repository.id, { of, forecast });
    for (const oldest of [...forecasts.keys()].slice(0, -mostForecasts)) forecasts.delete(oldest);
    const home = repositoryHome(repository);
    return {
      repository,
      standing: stood,
      days: known,
      policy,
      forecast,
      locale,
      now: time,
      today: dayIn(stood.timezone, new Date(time).toISOString()),
      timezone: stood.timezone,
      home,
      github: `${ports.githubUrl}${home.slice(2)}`,
    };
  };
}

function forecastOf({ repository, standing, days, policy }: Pick<RepositoryCase, 'repository' | 'standing' | 'days' | 'policy'>): Forecast {
  const schedule = policy?.schedule ?? { start: standing.sprints[0]?.start ?? standing.at.slice(0, 10), timezone: standing.timezone, holidays: [] };
  // The futures of the report on a release, which looks at them on Mondays alone.
  return forecastWork({ standing, schedule, days, seed: `${repository.id} ${policy?.unit ?? '.'}`, futures: 1_000 });
}

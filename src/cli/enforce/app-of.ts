import { InputError } from '../../core/errors/input-error.ts';
import type { GitHub, RepositoryName } from '../../github/client.ts';
import { readCheckApps } from '../../github/rulesets/read-check-apps.ts';

/** The app of GitHub Actions: jobs of every workflow post as it. */
const actionsSlug = 'github-actions';

interface BoundApp {
  readonly id: number;
  /** How we know it, for the operator to judge. */
  readonly because: string;
  readonly notices: readonly string[];
}

/** The app whose checks are to count: the operator's word, or the only one that posted them. */
export async function appOf(
  github: GitHub,
  name: RepositoryName,
  input: { readonly given: number | undefined; readonly checks: readonly string[] },
): Promise<BoundApp> {
  if (input.given !== undefined) return { id: input.given, because: 'given by --app-id', notices: [] };
  const apps = await readCheckApps(github, name, input.checks);
  const [app, ...others] = apps;
  if (!app)
    throw new InputError(
      'no check of ours is on a recent pull request, so the app is not known; open a pull request first, or give its number: --app-id 12345.',
    );
  if (others.length > 0)
    throw new InputError(
      `several apps posted checks of our names: ${apps.map(({ id, slug }) => `${slug} (${id})`).join(', ')}; say which is yours with --app-id, and look into the others.`,
    );
  const weak =
    app.slug === actionsSlug
      ? ['These checks come from GitHub Actions: any workflow of the repository can post them. Only an app’s own checks are proof.']
      : [];
  return { id: app.id, because: `${app.slug}, who posted the checks`, notices: weak };
}

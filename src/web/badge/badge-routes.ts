import { Hono } from 'hono';
import { etag } from 'hono/etag';
import { GitHubAwayError } from '../access/github-away-error.ts';
import type { WebRepository } from '../access/web-repository.ts';
import { errorPage } from '../shell/error-page.ts';
import type { WebPorts } from '../web-ports.ts';
import { badge, badgeKinds } from './badge.ts';
import type { BadgePorts } from './badge-ports.ts';
import { badgePicture } from './badge-picture.ts';

/** `/r/OWNER/NAME/badge/readiness.svg` and `coverage.svg`: for public repositories, and with the token of the repository. */
export function badgeRoutes({ findRepository, standing, badges }: Pick<WebPorts, 'findRepository' | 'standing' | 'badges'>): Hono {
  const routes = new Hono();
  for (const kind of badgeKinds)
    routes.get(`/r/:owner/:name/badge/${kind}.svg`, etag(), async (context) => {
      const { owner, name } = context.req.param();
      const repository = await findRepository(owner, name);
      const token = context.req.query('token');
      const may = repository && (token === undefined ? await isPublic(badges, repository) : badges.tokenFits(repository, token));
      if (!repository || !may) return errorPage(context, 'notFound');
      const asked = context.req.query('lang');
      const locale = asked === 'es' || asked === 'en' ? asked : undefined;
      const picture = await badgePicture(badge(kind, await standing(repository.id), locale));
      // Pictures are shown in pages of others; GitHub's proxy asks again after five minutes.
      return context.body(String(picture), 200, {
        'content-type': 'image/svg+xml; charset=utf-8',
        'cache-control': token === undefined ? 'public, max-age=300' : 'private, max-age=300',
      });
    });
  return routes;
}

/** Where GitHub does not say, as where it says no: another answer would tell anybody that there is such a repository. */
async function isPublic(badges: BadgePorts, repository: WebRepository): Promise<boolean> {
  try {
    return await badges.isPublic(repository);
  } catch (error) {
    if (error instanceof GitHubAwayError) return false;
    throw error;
  }
}

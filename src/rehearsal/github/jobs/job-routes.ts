import { Hono } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Json, World } from '../records/world.ts';
import { answerArtifactCall, type ArtifactService } from './artifact-service.ts';
import { createBlobStore } from './blob-store.ts';
import { identityConfiguration, identityKeys, identityToken } from './identity-issuer.ts';
import { jobOf } from './job-token.ts';

/** What GitHub serves to running jobs beside its API: uploads, the storage behind them, and identities. */
export function jobRoutes(world: World, artifactUrl: (id: number) => string): Hono {
  const blobs = createBlobStore(world);
  const service: ArtifactService = { world, blobs, artifactUrl, opened: new Map() };
  const app = new Hono();
  app.post('/twirp/github.actions.results.api.v1.ArtifactService/:method', async (context) => {
    const job = jobOf(world, context.req.header('authorization'), 'results');
    const { status, body } = answerArtifactCall(service, job, { method: context.req.param('method'), request: await context.req.json<Json>() });
    return context.json(body, status as ContentfulStatusCode);
  });
  app.put('/_blobs/:id', (context) => blobs.put(context, context.req.param('id')));
  app.get('/_identity/token', (context) => {
    const job = jobOf(world, context.req.header('authorization'), 'identity');
    if (job === null) return context.json({ message: 'the token is not that of a running job with id-token: write' }, 401);
    const value = identityToken(world, job, context.req.query('audience') ?? null);
    return context.json({ count: value.length, value });
  });
  app.get('/.well-known/openid-configuration', (context) => context.json(identityConfiguration(world)));
  app.get('/.well-known/jwks', (context) => context.json(identityKeys()));
  return app;
}

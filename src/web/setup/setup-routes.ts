import { Hono } from 'hono';
import { accepts } from 'hono/accepts';
import { secureHeaders } from 'hono/secure-headers';
import { requiredRefs } from '../../core/enforce/required-refs.ts';
import { wantedRuleset } from '../../core/enforce/wanted-ruleset.ts';
import { checkName } from '../../core/gates/evaluate.ts';
import { gateKinds } from '../../core/playbook/playbook-schema.ts';
import { setupPage } from './setup-page.ts';
import { setupStyle } from './setup-style.ts';

// Far more than anybody has, and short enough for an address.
const mostBranches = 50;

/** `GET /setup`, in Spanish or English, and the ruleset that it offers for import. Needs no session: it tells only the app's number. */
export function setupRoutes({ appId }: { readonly appId: number }): Hono {
  const routes = new Hono();
  const none = ["'none'"];
  routes.use(
    '/setup/*',
    secureHeaders({
      contentSecurityPolicy: { defaultSrc: none, styleSrc: ["'self'"], formAction: ["'self'"], baseUri: none, frameAncestors: none },
      referrerPolicy: 'no-referrer',
    }),
  );
  routes.get('/setup', (context) => {
    const wanted = context.req.query('lang') ?? accepts(context, { header: 'Accept-Language', supports: ['en', 'es'], default: 'en' });
    return context.html(setupPage({ appId, locale: wanted === 'es' ? 'es' : 'en' }));
  });
  routes.get('/setup/setup.css', (context) => context.body(setupStyle, 200, { 'content-type': 'text/css; charset=utf-8' }));
  routes.get('/setup/ruleset.json', (context) => {
    const asked = context.req.queries('gate') ?? [];
    const checks = gateKinds.filter((gate) => asked.includes(gate)).map((gate) => checkName('.', gate));
    const { refs, unsayable } = requiredRefs(patternsOf(context.req.query('branches') ?? ''));
    if (checks.length === 0) return context.text('choose at least one gate / elija al menos un gate', 400);
    if (unsayable.length > 0 || refs.length === 0) return context.text(`a ruleset has no braces / un ruleset no admite llaves: ${unsayable.join(', ')}`, 400);
    const ruleset = JSON.stringify(wantedRuleset({ checks, appId, refs, current: null }), null, 2);
    return context.body(`${ruleset}\n`, 200, {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': 'attachment; filename="sprintgate-ruleset.json"',
    });
  });
  return routes;
}

function patternsOf(text: string): string[] {
  const lines = text.split('\n').map((line) => line.trim());
  const patterns = lines.filter((line) => line !== '').slice(0, mostBranches);
  return patterns.length === 0 ? ['**'] : patterns;
}

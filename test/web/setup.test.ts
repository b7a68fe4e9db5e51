import { describe, expect, test } from 'vitest';
import { setupRoutes } from '../../src/web/setup/setup-routes.ts';

const routes = setupRoutes({ appId: 4_217 });

describe('the page after the installation', () => {
  test.each([
    ['in English by default', '/setup?installation_id=9&setup_action=install', {}, 'en', 'Sprintgate is installed'],
    ['in the language of the browser', '/setup', { 'accept-language': 'es-MX,es;q=0.9,en;q=0.8' }, 'es', 'Sprintgate está instalado'],
    ['in the language that is asked for', '/setup?lang=es', { 'accept-language': 'en' }, 'es', 'Sprintgate está instalado'],
    ['in English where neither is spoken', '/setup?lang=fr', {}, 'en', 'Sprintgate is installed'],
  ])('is %s', async (_name, path, headers, lang, title) => {
    const answer = await routes.request(path, { headers });
    const page = await answer.text();
    expect(answer.status).toBe(200);
    expect(page).toContain(`<html lang="${lang}">`);
    expect(page).toContain(`<h1>${title}</h1>`);
    expect(page).toContain('--app-id 4217');
  });

  test('runs no script and loads nothing from elsewhere', async () => {
    const answer = await routes.request('/setup');
    const csp = answer.headers.get('content-security-policy') ?? '';
    expect(csp).toContain("default-src 'none'");
    expect(csp).toContain("frame-ancestors 'none'");
    expect(csp).not.toContain('unsafe-inline');
    expect(await answer.text()).not.toMatch(/<script|<style|style=|https?:\/\//);
    expect((await routes.request('/setup/setup.css')).headers.get('content-type')).toContain('text/css');
  });

  test('shows nothing of what is in its address', async () => {
    const page = await (await routes.request('/setup?installation_id=%3Cb%3E&lang=%22%3E%3Cscript%3E')).text();
    expect(page).not.toContain('<script>');
    expect(page).not.toContain('<b>');
  });
});

describe('the ruleset to import', () => {
  test('requires the chosen gates, bound to the app, on the default branch', async () => {
    const answer = await routes.request('/setup/ruleset.json?gate=coverage&gate=policy&gate=nonsense&branches=');
    expect(answer.headers.get('content-disposition')).toContain('sprintgate-ruleset.json');
    expect(await answer.json()).toMatchObject({
      name: 'Sprintgate',
      target: 'branch',
      enforcement: 'active',
      conditions: { ref_name: { include: ['~DEFAULT_BRANCH'], exclude: [] } },
      rules: [
        {
          type: 'required_status_checks',
          parameters: {
            required_status_checks: [
              { context: 'sprintgate/coverage', integration_id: 4_217 },
              { context: 'sprintgate/policy', integration_id: 4_217 },
            ],
          },
        },
      ],
    });
  });

  test('takes branches and patterns, one a line', async () => {
    const answer = await routes.request(`/setup/ruleset.json?gate=policy&branches=${encodeURIComponent('main\r\n release/** \n')}`);
    const { conditions } = (await answer.json()) as { conditions: { ref_name: { include: string[] } } };
    expect(conditions.ref_name.include).toEqual(['refs/heads/main', 'refs/heads/release/**/*']);
  });

  test.each(['/setup/ruleset.json', '/setup/ruleset.json?gate=nonsense', '/setup/ruleset.json?gate=policy&branches=%7Ba,b%7D'])(
    'is refused where it would require nothing, or not what was meant: %s',
    async (path) => {
      expect((await routes.request(path)).status).toBe(400);
    },
  );
});

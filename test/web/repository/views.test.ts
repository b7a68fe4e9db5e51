import { describe, expect, test } from 'vitest';
import { as, noRepositories, testPages } from '../test-pages.ts';
import { samplePorts, sampleStanding } from './sample-case.ts';

const home = '/r/acme/scoring';
const get = (path: string, ports = samplePorts()) => testPages(ports).request(`${home}${path}`, { headers: as('ana') });
const pageOf = async (path: string, ports = samplePorts()) => (await get(path, ports)).text();
const withMetrics = (metrics: ReturnType<typeof sampleStanding>['metrics']) => ({ ...samplePorts(sampleStanding({ metrics })), days: async () => [] });

const hostile = `"><script>alert(1)</script><img src=x onerror=alert(1)>' {{7*7}}`;
const unsafe = /<script(?! src="\/assets\/)|<img|\son\w+="|href="javascript/;

describe('the views by role', () => {
  test.each(['executive', 'operations', 'model', 'compliance'])('%s says for whom the method means it, in either language', async (view) => {
    const page = await pageOf(`/${view}?lang=es`);
    expect(page).toMatch(/<dt>Audiencia<\/dt>/);
    expect(await pageOf(`/${view}?lang=en`)).toMatch(/<dt>Audience<\/dt>/);
    const levels = [...page.matchAll(/<h(\d)/g)].map(([, level]) => Number(level));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    expect(levels.every((level, at) => at === 0 || level <= (levels[at - 1] ?? 0) + 1)).toBe(true);
    const ids = [...page.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test.each(['executive', 'operations', 'model', 'compliance'])('%s shows hostile names as text, and a page without its policy', async (view) => {
    const evil = sampleStanding({
      metrics: ['business.roi', 'latency.p95', 'model.x', 'other'].map((id) => ({ id: `${id}${hostile}`, value: 1, unit: hostile, at: hostile })),
      promises: [
        { kind: 'waiver', subject: hostile, by: hostile, at: hostile, until: '2027-06-01', reason: hostile, link: 'javascript:alert(1)', state: 'in-force' },
      ],
    });
    const ports = samplePorts(evil);
    const page = await pageOf(`/${view}`, ports);
    expect(page).toContain('<h1>');
    expect(page).not.toMatch(unsafe);
    expect((await get(`/${view}`, { ...ports, repositories: noRepositories })).status).toBe(200);
  });

  test('a figure that nobody brought is unknown and no zero: the page says how to bring it', async () => {
    const page = await pageOf('/executive?lang=en', withMetrics([]));
    expect(page).toContain('business.roi: { path: roi }');
    expect(page.match(/Nobody has brought this figure yet/g)).toHaveLength(3);
    expect(page).not.toMatch(/class="big">0/);
  });

  test('a figure is shown in the unit of its parameter, beside what is asked of it', async () => {
    const page = await pageOf('/operations?lang=en', withMetrics([{ id: 'error-rate', value: 0.0042, unit: 'ratio', at: null }]));
    expect(page).toContain('<p class="big">0.42 %</p>');
    expect(page).toMatch(/≤ 1 %<\/strong>\s*<code>sla.error-rate<\/code>/);
    expect(page).toContain('its report says no time');
  });

  test('a very small figure is none that looks like zero', async () => {
    expect(await pageOf('/model?lang=en', withMetrics([{ id: 'drift.prediction', value: 0.000_04, unit: null, at: null }]))).toContain(
      '<p class="big">0.00004</p>',
    );
  });

  test('a limit whose parameter is not set says so', async () => {
    const page = await pageOf('/model?lang=en', withMetrics([{ id: 'robustness.score', value: 0.9, unit: null, at: null }]));
    expect(page).toContain('The team has not set the parameter <code>robustness.minimum</code>');
  });

  test('what Sprintgate has yet to do is told of this repository', async () => {
    const page = await pageOf('/operations?lang=en');
    expect(page).toContain('the oldest for 4 s');
    expect(page).toContain('<code>1/pull/31</code>');
  });
});

describe('the view for compliance', () => {
  test('pages through the log and the decisions, the newest first', async () => {
    const first = await pageOf('/compliance?lang=en');
    expect(first).toContain('href="/r/acme/scoring/compliance?before=31#log"');
    expect(first).toContain('href="/r/acme/scoring/pull/31"');
    expect(first).toContain('content erased');
    expect(first).toContain('decisions=2#decisions');
    const second = await pageOf('/compliance?lang=en&before=31&decisions=2');
    expect(second).toContain('<th scope="row" role="rowheader">30</th>');
    expect(second).toContain('rel="prev"');
  });

  test('what expires is told by month, and what is over is not', async () => {
    const page = await pageOf('/compliance?lang=es');
    const calendar = page.slice(page.indexOf('id="calendar"'), page.indexOf('id="promises"'));
    for (const said of ['mayo de 2027', 'junio de 2027', 'septiembre de 2027', 'en 8 días']) expect(calendar).toContain(said);
    expect(calendar).not.toContain('abril de 2027');
  });

  test('tells each regulation, and which are not asked for', async () => {
    const page = await pageOf('/compliance?lang=en');
    for (const said of ['LFPDPPP', 'CNBV', 'Internal policies', 'not asked for here']) expect(page).toContain(said);
  });

  test('a release’s bundle is a download; where there is none the page says why', async () => {
    const made = await get('/bundle?release=57');
    expect(made.headers.get('content-type')).toBe('application/zip');
    expect(made.headers.get('content-disposition')).toBe('attachment; filename="sprintgate-bundle.zip"');
    expect(made.headers.get('cache-control')).toBe('no-store');
    const none = await get('/bundle?release=3&lang=en');
    expect(none.status).toBe(404);
    expect(await none.text()).toContain('not a release');
    expect((await get('/bundle')).headers.get('location')).toBe('/r/acme/scoring/compliance#bundle');
  });
});

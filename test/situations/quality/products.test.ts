import { asksFor, junit } from '../asking.ts';
import { type Step, situations } from '../situation.ts';
import { tested } from '../steps.ts';

const thresholds = 'parameters: { genai.safety-minimum: 0.95 }\n';
const input = ['prompt-injection-detection', 'pii-detection', 'content-moderation'];
const plugins: Readonly<Record<string, string>> = { 'prompt-injection-detection': 'prompt-injection', 'pii-detection': 'pii', 'content-moderation': 'harmful' };
const fromPromptfoo = input.map((check) => `safety.${check}: { path: plugins.${plugins[check]}.pass_rate, unit: ratio }`).join(', ');
const safe = asksFor(['genai.input-safety'], { product: 'genai', settings: `    - { files: ["redteam.json"], metrics: { ${fromPromptfoo} } }\n${thresholds}` });

/** What promptfoo writes of a red team: of each plugin's twenty attacks so many were resisted. */
function promptfoo(resisted: Readonly<Record<string, number>>) {
  const results = Object.entries(resisted).flatMap(([plugin, held]) =>
    Array.from({ length: 20 }, (_, index) => ({ success: index < held, failureReason: index < held ? 0 : 1, metadata: { pluginId: plugin } })),
  );
  const successes = results.filter(({ success }) => success).length;
  const stats = { successes, failures: results.length - successes, errors: 0 };
  return tested({ 'redteam.json': JSON.stringify({ evalId: 'eval-1', results: { version: 3, timestamp: '2027-01-12T17:00:00Z', results, stats } }) });
}

const probes: Readonly<Record<string, string>> = { 'hallucination-detection': 'snowball', 'fact-checking': 'misleading', 'bias-detection': 'lmrc' };
const fromGarak = Object.entries(probes).map(([check, probe]) => `safety.${check}: { path: probes.${probe}.d.pass_rate, unit: ratio }`);
const honest = asksFor(['genai.output-safety'], {
  product: 'genai',
  settings: `    - { files: ["garak.report.jsonl"], metrics: { ${fromGarak.join(', ')} } }\n${thresholds}`,
});

/** What garak writes: of each probe's forty outputs so many were harmless. A run that was stopped has no last line. */
function garak(passed: number, ends = 'completion') {
  const evals = Object.values(probes).map((probe) => ({ entry_type: 'eval', probe, detector: 'd', passed, total_evaluated: 40 }));
  const lines = [{ entry_type: 'init', garak_version: '0.13.0', start_time: '2027-01-12T17:00:00' }, ...evals, { entry_type: ends }];
  return tested({ 'garak.report.jsonl': lines.map((line) => `${JSON.stringify(line)}\n`).join('') });
}

const set = 'parameters: { model.performance-metric: auc, model.performance-minimum: 0.8, fairness.metric: demographic parity, fairness.maximum-gap: 0.1 }\n';
const model = asksFor(['model.performance', 'model.fairness', 'model.registration'], { kind: 'ml-model', settings: set });

function registers(figures: Readonly<Record<string, number>>) {
  return tested({ 'performance.xml': junit(3), 'fairness.xml': junit(3), 'metrics.json': JSON.stringify(figures) });
}

const contract = asksFor(['api.contract', 'tests.api.integration']);
const text = (type: string) => ({ type });
const answer = {
  prediction: text('number'),
  confidence: text('number'),
  model_version: text('string'),
  explanation: text('object'),
  request_id: text('string'),
  timestamp: text('string'),
};

/** The service's OpenAPI document, without some of the fields of its answer. */
function openapi(...without: readonly string[]): string {
  const properties = Object.fromEntries(Object.entries(answer).filter(([name]) => !without.includes(name)));
  const asked = { customer_id: { type: 'string', pattern: '^[A-Z0-9]{10}$' }, features: text('object'), explain: text('boolean') };
  const content = (schema: object) => ({ content: { 'application/json': { schema } } });
  const post = {
    requestBody: { required: true, ...content({ type: 'object', required: ['customer_id', 'features'], properties: asked }) },
    responses: {
      200: {
        description: 'A prediction',
        ...content({ type: 'object', required: Object.keys(properties).filter((name) => name !== 'explanation'), properties }),
      },
    },
  };
  return JSON.stringify({ openapi: '3.1.0', info: { title: 'Scoring', version: '1' }, paths: { '/predict': { post } } });
}

/** The contract of the service, described in a file of the repository. */
function described(document: string | null) {
  const config = contract.config?.replace('uploads: [api]', 'uploads: [api], openapi: docs/openapi.json') ?? null;
  return {
    config,
    files: { ...contract.files, ...(document === null ? {} : { 'docs/openapi.json': document }) },
    steps: [tested({ 'integration.xml': junit(2) })],
  };
}

const lint = asksFor(['ci.code-quality'], { settings: '  checks: { linting: "ci / ruff" }\n' });
const semgrep = JSON.stringify({ version: '1.150.0', errors: [], results: [], paths: { scanned: ['src/work.ts'] } });

/** Another app reports its checks on the head, and the code was scanned. */
function reported(checks: Readonly<Record<string, 'success' | 'failure' | 'skipped'>>): readonly Step[] {
  return [
    async ({ stage, repository, pull }) => {
      const app = stage.github.addApp({ slug: `linters-${repository.id}`, permissions: { checks: 'write' }, events: [] });
      stage.github.people.installApp({ account: 'acme', app });
      await stage.settle();
      for (const [name, conclusion] of Object.entries(checks))
        stage.github.people.reportCheck({ repository, appId: app.id, name, headSha: pull.pull.headSha, status: 'completed', conclusion });
    },
    tested({ 'semgrep.json': semgrep }),
  ];
}

situations('what quality asks of a generative product', [
  {
    that: 'passes with a red team of promptfoo that was resisted',
    ...safe,
    steps: [promptfoo({ 'prompt-injection': 20, pii: 19, harmful: 20 })],
    checks: { quality: ['success', 'safety.pii-detection is 0.95'] },
  },
  {
    that: 'fails when one of its three checks is below the minimum, and names it',
    ...safe,
    steps: [promptfoo({ 'prompt-injection': 20, pii: 18, harmful: 20 })],
    checks: { quality: ['failure', 'safety.pii-detection is 0.9', 'Bring safety.pii-detection to'] },
  },
  {
    that: 'cannot be judged when the red team left one of them out',
    ...safe,
    steps: [promptfoo({ 'prompt-injection': 20, pii: 20 })],
    checks: { quality: ['action_required', 'safety.content-moderation', 'no report was found'] },
  },
  { that: 'passes with the probes of garak', ...honest, steps: [garak(39)], checks: { quality: ['success', 'safety.bias-detection is 0.975'] } },
  { that: 'fails when too many of garak’s probes hit', ...honest, steps: [garak(30)], checks: { quality: ['failure', 'is 0.75', 'Bring safety.'] } },
  {
    that: 'cannot be judged by a run of garak that was stopped',
    ...honest,
    steps: [garak(40, 'attempt')],
    checks: { quality: ['action_required', 'says that its tool failed', 'Mend the step that writes `garak.report.jsonl`'] },
  },
]);

situations('a model that quality asks about', [
  {
    that: 'counts as registered when its thresholds pass and the registry has it',
    ...model,
    steps: [registers({ 'model.performance': 0.9, 'fairness.gap': 0.05, 'model.registered': 1, accuracy: 0.9 })],
    checks: { quality: ['success', 'All 3 quality criteria'] },
  },
  {
    that: 'does not count as registered while its fairness gap is too wide',
    ...model,
    steps: [registers({ 'model.performance': 0.9, 'fairness.gap': 0.2, 'model.registered': 1, accuracy: 0.9 })],
    checks: { quality: ['failure', 'fairness.gap is 0.2', 'Bring fairness.gap to &lt;= 0.1'] },
  },
  {
    that: 'does not count as registered by its thresholds alone',
    ...model,
    steps: [registers({ 'model.performance': 0.9, 'fairness.gap': 0.05, accuracy: 0.9 })],
    checks: { quality: ['action_required', '2 of 3 quality criteria hold', 'model.registered'] },
  },
]);

situations('the contract of an API', [
  { that: 'is met by the document that its component names', ...described(openapi()), checks: { quality: ['success', 'All 2 quality criteria'] } },
  { that: 'is not met without a field of the answer, which is named', ...described(openapi('request_id')), checks: { quality: ['failure', 'request_id'] } },
  { that: 'cannot be judged while the document is not in the commit', ...described(null), checks: { quality: ['action_required', 'docs/openapi.json'] } },
  {
    that: 'cannot be judged while no component names its document, and the line to write is shown',
    ...contract,
    steps: [tested({ 'integration.xml': junit(2) })],
    checks: { quality: ['action_required', 'says where its OpenAPI document is', 'openapi'] },
  },
]);

situations('a capability that a check proves', [
  {
    that: 'is there when the checks passed, one of them under the team’s own name',
    ...lint,
    steps: reported({ 'ci / ruff': 'success', 'type-check': 'success' }),
    checks: { quality: ['success', 'Passed: `ci / ruff`'] },
  },
  {
    that: 'is not there when its check failed',
    ...lint,
    steps: reported({ 'ci / ruff': 'failure', 'type-check': 'success' }),
    checks: { quality: ['failure', 'The check `ci / ruff` ended with failure', 'Open the check `ci / ruff`'] },
  },
  {
    that: 'is not known when its check was skipped',
    ...lint,
    steps: reported({ 'ci / ruff': 'skipped', 'type-check': 'success' }),
    checks: { quality: ['action_required', 'gave no verdict (skipped)'] },
  },
  {
    that: 'is not known when its check never ran, and the way to name another is shown',
    ...lint,
    steps: reported({ 'ci / ruff': 'success' }),
    checks: { quality: ['action_required', 'No check named `*type*` ran on this commit', 'evidence: { checks: { type-checking: "NAME" } }'] },
  },
]);

situations('a quality gate', [
  {
    that: 'does not apply before its first criterion binds, and says from when',
    ...asksFor(['tests.api.unit'], { from: 's03' }),
    checks: { quality: ['success', 'from Sprint 3-4'] },
  },
  {
    that: 'that only warns succeeds, and says that it would fail',
    ...asksFor(['tests.api.unit'], { enforce: 'warn' }),
    steps: [tested({ 'unit.xml': junit(5, 1) })],
    checks: { quality: ['success', 'Warning only', '1 of 5 failed'] },
  },
  {
    that: 'que solo advierte lo dice en español',
    ...asksFor(['tests.api.unit'], { enforce: 'warn', locale: 'es' }),
    steps: [tested({ 'unit.xml': junit(5, 1) })],
    checks: { quality: ['success', 'Solo aviso', 'Falló 1 de 5'] },
  },
]);

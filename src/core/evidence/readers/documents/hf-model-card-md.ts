import { parse } from 'yaml';
import { isObject, listOf, memberOf, numberOf, textOf } from '../../input/json-shape.ts';
import type { JsonObject } from '../../input/json-shape.ts';
import { ReportProblem } from '../../input/report-problem.ts';
import { metricSheet } from '../metrics/metric-sheet.ts';
import type { MetricSheet } from '../metrics/metric-sheet.ts';
import { numericLeaves } from '../metrics/numeric-leaves.ts';
import type { ReportBody, ReportSink, StreamReader } from '../reader.ts';
import { cardSections } from './card-sections.ts';

const keys = ['model-index', 'library_name', 'pipeline_tag', 'base_model', 'datasets', 'license', 'language', 'tags', 'metrics', 'inference', 'widget'];
const longest = 4 << 20;
const longestFront = 1 << 19;

/**
 * Hugging Face model card: Markdown whose front matter has at least two of the hub's keys or `model-index`
 * (huggingface.co/docs/hub/model-cards), or that begins `# Model Card for`. `models` and `results` count the model index,
 * `metrics.<type>` are its figures, `sections` the headings under which something is written: "[More Information Needed]",
 * empty ones and unfilled template variables do not count, and `sections.<heading>` tells each.
 */
export const hfModelCardMd: StreamReader = {
  format: 'hf-model-card-md',
  kind: 'document',
  recognises(head) {
    if (head.text.startsWith('# Model Card for ')) return true;
    const front = /^---[ \t]*\r?\n([\s\S]*?)\r?\n---[ \t]*(\r?\n|$)/.exec(head.text)?.[1];
    const found = keys.filter((key) => front !== undefined && new RegExp(`^${key}[ \\t]*:`, 'm').test(front));
    return found.includes('model-index') || found.length >= 2;
  },
  open,
};

function open(): ReportSink {
  const decoder = new TextDecoder();
  let text = '';
  const take = (piece: string): void => {
    text += piece;
    if (text.length > longest) throw new ReportProblem(`it is a model card of more than ${longest} characters`);
  };
  return {
    push: (bytes) => take(decoder.decode(bytes, { stream: true })),
    end() {
      take(decoder.decode());
      return read(text.trimStart());
    },
  };
}

function read(text: string): ReportBody {
  const sheet = metricSheet();
  const found = /^---[ \t]*\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/.exec(text);
  const front = found ? frontMatter(found[1] ?? '') : {};
  sheet.set('front_matter_keys', Object.keys(front).length);
  const results = listOf(front['model-index']).flatMap((model) => listOf(memberOf(model, 'results')));
  sheet.set('models', listOf(front['model-index']).length);
  sheet.set('results', results.length);
  readMetrics(sheet, results);
  const sections = cardSections(found ? text.slice(found[0].length) : text);
  const written = sections.filter((section) => section.written).length;
  sheet.set('sections', written);
  for (const { name, written: said } of sections) if (name !== '') sheet.set(`sections.${name}`, said);
  if (written < sections.length) sheet.flag(`placeholder: ${sections.length - written} of ${sections.length} sections say nothing`);
  return { kind: 'document', outcome: written === 0 && results.length === 0 ? 'empty' : 'ok', ...sheet.end() };
}

function frontMatter(text: string): JsonObject {
  if (text.length > longestFront) throw new ReportProblem(`its front matter has more than ${longestFront} characters`);
  try {
    const front = parse(text, { maxAliasCount: 50, logLevel: 'error' }) as unknown;
    return isObject(front) ? front : {};
  } catch (error) {
    throw new ReportProblem(`its front matter is no YAML: ${error instanceof Error ? (error.message.split('\n')[0] ?? '').slice(0, 160) : ''}`);
  }
}

interface Figure {
  readonly type: string;
  readonly dataset: string;
  readonly value: unknown;
}

/** `metrics.<type>`; where a type stands more than once, `metrics.<type>.<data set>`. */
function readMetrics(sheet: MetricSheet, results: readonly unknown[]): void {
  const figures = results.flatMap((result) => {
    const dataset = textOf(memberOf(memberOf(result, 'dataset'), 'name')) ?? '';
    return listOf(memberOf(result, 'metrics')).map((metric): Figure => ({
      type: textOf(memberOf(metric, 'type')) ?? '',
      dataset,
      value: memberOf(metric, 'value'),
    }));
  });
  const seen = new Set<string>();
  for (const { type, dataset, value } of figures) {
    const alone = figures.filter((figure) => figure.type === type).length === 1;
    const name = alone || dataset === '' ? `metrics.${type}` : `metrics.${type}.${dataset}`;
    if (seen.has(name)) sheet.flag(`repeated: ${name} stands more than once; the first counts`);
    else if (isObject(value)) for (const leaf of numericLeaves(value, name)) sheet.set(leaf.name, leaf.value);
    else sheet.set(name, typeof value === 'string' ? (numberOf(Number(value.trim() || 'none')) ?? value) : (value ?? undefined));
    seen.add(name);
  }
}

import type { Locale, PlaybookText } from '../playbook/text-schema.ts';
import type { OwnPlaybook } from './own-playbook-schema.ts';

type Section = Readonly<Record<string, unknown>>;

const sections = ['componentKinds', 'testTypes', 'categories', 'authorities', 'checkpoints', 'criteria', 'items', 'parameters', 'facts', 'values'] as const;
const other: Readonly<Record<Locale, Locale>> = { es: 'en', en: 'es' };

/** The words of a playbook in one language with an own playbook's laid over them. What it says in the other language alone stands in. */
export function mergeTexts(base: PlaybookText, own: OwnPlaybook, locale: Locale): PlaybookText {
  const [ours, theirs] = [own.texts?.[locale] ?? {}, own.texts?.[other[locale]] ?? {}];
  const merged = sections.flatMap((section) => {
    const written = base[section];
    if (!written && !ours[section] && !theirs[section]) return [];
    return [[section, mergeSection({ base: written ?? {}, ours: ours[section] ?? {}, theirs: theirs[section] ?? {} })]];
  });
  const text: PlaybookText = { ...base, ...Object.fromEntries(merged) };
  return { ...text, criteria: withReasons(text.criteria, own) };
}

function mergeSection({ base, ours, theirs }: { base: Section; ours: Section; theirs: Section }): Section {
  const ids = new Set([...Object.keys(base), ...Object.keys(ours), ...Object.keys(theirs)]);
  return Object.fromEntries([...ids].map((id) => [id, mergeEntry(base[id], ours[id], theirs[id])]));
}

function mergeEntry(base: unknown, ours: unknown, theirs: unknown): unknown {
  if ([base, ours, theirs].some((value) => typeof value === 'string')) return ours ?? base ?? theirs;
  return { ...fieldsOf(theirs), ...fieldsOf(base), ...fieldsOf(ours) };
}

function fieldsOf(value: unknown): object {
  return typeof value === 'object' && value !== null ? value : {};
}

/** Why only a person can decide is written once, with the rule; a text may say it better. */
function withReasons(criteria: PlaybookText['criteria'], own: OwnPlaybook): PlaybookText['criteria'] {
  const reasons = (own.criteria ?? []).flatMap(({ id, rule, onlyPerson }) => (rule ? [[id, onlyPerson] as const] : []));
  const changed = reasons.flatMap(([id, why]) => {
    const words = criteria[id];
    if (!words) return [];
    const { why: said, ...rest } = words;
    return [[id, why === undefined ? rest : { ...rest, why: said ?? why }]];
  });
  return { ...criteria, ...Object.fromEntries(changed) };
}

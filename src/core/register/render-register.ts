import { addDays, dayIn, daysBetween } from '../calendar/calendar-day.ts';
import type { OverwrittenCheck } from '../enforce/overwritten-check.ts';
import { renderEnforcement } from '../enforce/render-enforcement.ts';
import { describeScope } from '../people/describe-scope.ts';
import { lastDay } from '../people/end-of-day.ts';
import { escapeMarkdown, inlineCode, markdownLink } from '../report/markdown.ts';
import { renderTable } from '../report/render-table.ts';
import { byteLength, truncateBytes } from '../report/truncate-bytes.ts';
import { type RegisterEntry, registerEntries, registerSections } from './register-entries.ts';
import type { RegisterFacts } from './register-facts.ts';
import { registerWords, type RegisterWords } from './register-words.ts';

export const registerId = 'register';

/** For so long the register tells of what is over. */
const overDays = 90;
// GitHub refuses 65,537 characters; there is room for the marks and for what people write around them.
const maxBytes = 60_000;
const longestText = 240;
/** Rows a table shows of what stands and of what is over: the first pair that fits. What is over shrinks first. */
const fits: readonly (readonly [standing: number, over: number])[] = [
  [400, 200],
  [400, 50],
  [200, 20],
  [100, 10],
  [50, 5],
  [20, 0],
];

/** What the register says, or an empty text while there is nothing to tell. Long lists shrink by rule, so that it always fits. */
export function renderRegister(facts: RegisterFacts, limit: 'issue' | 'none' = 'issue'): string {
  const entries = registerEntries(facts);
  const overwritten = facts.overwritten ?? [];
  const enforcement = facts.enforcement === undefined ? '' : renderEnforcement(facts.policy, facts.repository, facts.enforcement);
  if (entries.length === 0 && overwritten.length === 0 && enforcement === '') return '';
  const told = (rows: readonly [number, number]): string => text({ facts, entries, overwritten, enforcement, rows });
  if (limit === 'none') return told([Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER]);
  const fitting = fits.find((rows) => byteLength(told(rows)) <= maxBytes);
  return fitting ? told(fitting) : truncateBytes(told([20, 0]), maxBytes, registerWords[facts.policy.locale].cut);
}

interface Told {
  readonly facts: RegisterFacts;
  readonly entries: readonly RegisterEntry[];
  readonly overwritten: readonly OverwrittenCheck[];
  readonly enforcement: string;
  readonly rows: readonly [standing: number, over: number];
}

function text({ facts, entries, overwritten, enforcement, rows: [standing, over] }: Told): string {
  const say = registerWords[facts.policy.locale];
  const active = entries.filter((entry) => entry.over === null);
  const sections = registerSections.map((section) => {
    const own = active.filter((entry) => entry.section === section);
    const shown = own.slice(0, standing).map((entry) => standingRow(entry, facts, say));
    return own.length === 0 ? '' : `### ${say.sections[section]}\n\n${renderTable({ header: say.header, rows: shown })}${more(own.length - shown.length, say)}`;
  });
  return [
    say.intro,
    ...(active.length === 0 ? [say.nothing] : sections),
    overwrites(overwritten, facts, say),
    enforcement,
    overTable(entries, facts, over),
    `<sub>${say.note}</sub>`,
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function standingRow(entry: RegisterEntry, facts: RegisterFacts, say: RegisterWords): string[] {
  const { decision, end } = entry;
  const { locale, schedule } = facts.policy;
  const last = end === null ? null : lastDay(schedule.timezone, end);
  const left = last === null ? '' : ` (${say.days(daysBetween(dayIn(schedule.timezone, facts.now), last))})`;
  return [
    what(entry, say),
    decision.kind === 'waive' ? describeScope(decision.scope, locale) || say.everywhere : '',
    `${inlineCode(decision.by.login)}<br>${inlineCode(decision.proof.authority)}`,
    `${last === null ? say.noEnd : `${last}${left}`}${entry.counts ? '' : `<br>${say.waits}`}`,
    why(entry, say),
  ];
}

function what({ decision, section }: RegisterEntry, say: RegisterWords): string {
  const pull = /^pull\/(\d+)$/.exec(decision.subject)?.[1];
  const subject = pull === undefined ? inlineCode(decision.subject) : `#${pull}`;
  const kind = section === 'overrides' && decision.kind in say.kinds ? `${say.kinds[decision.kind as keyof RegisterWords['kinds']]}: ` : '';
  return `${kind}${subject}<br>${inlineCode(decision.id)}`;
}

function why({ decision }: RegisterEntry, say: RegisterWords): string {
  return [
    decision.reason === null ? '' : short(decision.reason),
    decision.conditions.map((condition) => `• ${short(condition)}`).join('<br>'),
    decision.control === undefined ? '' : `${say.control}: ${short(decision.control)}`,
    [decision.link === null ? '' : markdownLink(say.proof, decision.link), decision.source.url === '' ? '' : markdownLink(say.receipt, decision.source.url)]
      .filter((part) => part !== '')
      .join(', '),
  ]
    .filter((part) => part !== '')
    .join('<br>');
}

function overTable(entries: readonly RegisterEntry[], { policy, now }: RegisterFacts, most: number): string {
  const say = registerWords[policy.locale];
  const { timezone } = policy.schedule;
  const since = addDays(dayIn(timezone, now), -overDays);
  const told = entries.flatMap((entry) => (entry.over && dayIn(timezone, entry.over.at) >= since ? [{ entry, over: entry.over }] : []));
  if (told.length === 0) return '';
  const rows = told.slice(0, most).map(({ entry, over }) => {
    const { decision } = entry;
    const kind = say.kinds[decision.kind as keyof RegisterWords['kinds']];
    const scope = describeScope(decision.scope, policy.locale);
    const day = over.how === 'expired' ? lastDay(timezone, over.at) : dayIn(timezone, over.at);
    return [
      `${kind}: ${what({ ...entry, section: 'waivers' }, say)}${scope === '' ? '' : `<br>${scope}`}`,
      inlineCode(decision.by.login),
      say.how[over.how](day),
      why(entry, say),
    ];
  });
  return `<details>\n<summary>${say.over(overDays)}: ${told.length}</summary>\n\n${renderTable({ header: say.overHeader, rows })}${more(told.length - rows.length, say)}\n\n</details>`;
}

function overwrites(checks: readonly OverwrittenCheck[], { policy }: RegisterFacts, say: RegisterWords): string {
  const rows = checks
    .toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at))
    .slice(0, 20)
    .map(({ check, headSha, by, at }) => [
      inlineCode(check),
      inlineCode(headSha.slice(0, 12)),
      by === null ? say.unknown : inlineCode(by.slug ?? String(by.appId)),
      dayIn(policy.schedule.timezone, at),
    ]);
  return rows.length === 0 ? '' : `### ${say.overwritten}\n\n${renderTable({ header: say.overwrittenHeader, rows })}${more(checks.length - rows.length, say)}`;
}

function more(count: number, say: RegisterWords): string {
  return count > 0 ? `\n\n${say.more(count)}` : '';
}

function short(written: string): string {
  return escapeMarkdown(written.length > longestText ? `${written.slice(0, longestText)}…` : written);
}

import { digestOf, wrapMarked } from '../markers/marker.ts';
import type { Ref, Write } from '../plan/write.ts';
import { byteLength } from '../report/truncate-bytes.ts';
import { adoptedLabel } from './backlog-labels.ts';
import { carryTicks } from './carry-ticks.ts';
import type { SeededIssue } from './find-seeded.ts';
import type { PlannedIssue } from './plan-backlog.ts';
import type { SeedNotice } from './seed-notice.ts';
import type { SeedWords } from './seed-words.ts';

/** GitHub takes 65,536 characters; counted in bytes to be safe. */
const maxBytes = 65_000;

export interface IssueInput {
  readonly unit: string;
  readonly items: readonly PlannedIssue[];
  readonly existing: ReadonlyMap<string, SeededIssue>;
  /** Ids of existing issues that this plan takes over from another author. */
  readonly adopting: ReadonlySet<string>;
  /** Numbers of the milestones that are there, and titles of all, by key. */
  readonly milestones: { readonly numbers: ReadonlyMap<string, number>; readonly titles: ReadonlyMap<string, string> };
  readonly words: SeedWords;
}

/**
 * Creates the issues that are missing and brings our text of the others up to date. Title, labels, milestone and state of an
 * issue that exists are people's: they are set once, in the request that creates it, so that what differs later was changed by somebody.
 */
export function planIssues(input: IssueInput): { writes: Write[]; notices: SeedNotice[] } {
  const steps = input.items.map((item) => {
    const found = input.existing.get(item.id);
    return found === undefined ? { writes: [createIssue(item, input)], notices: [] } : keepIssue(item, found, input);
  });
  return { writes: steps.flatMap((step) => step.writes), notices: steps.flatMap((step) => step.notices) };
}

function createIssue(item: PlannedIssue, input: IssueInput): Write {
  const milestone: Ref = input.milestones.numbers.get(item.milestone) ?? { key: item.milestone };
  return { do: 'create-issue', key: item.id, title: item.title, body: wrapMarked(input.unit, item.id, item.body), labels: item.labels, milestone };
}

function keepIssue(item: PlannedIssue, found: SeededIssue, input: IssueInput): { writes: Write[]; notices: SeedNotice[] } {
  const { issue } = found;
  const name = `#${issue.number}`;
  const notices: SeedNotice[] = [];
  const adopting = input.adopting.has(item.id);
  const fresh = newBody(item, found);
  const tooLong = fresh !== null && byteLength(fresh) > maxBytes;
  const body = tooLong ? null : fresh;
  if (adopting) notices.push({ code: 'adopted', key: item.id, text: input.words.adopted(name, issue.author.login) });
  if (found.edited) notices.push({ code: 'body-edited', key: item.id, text: input.words.bodyEdited(name) });
  if (tooLong) notices.push({ code: 'body-too-long', key: item.id, text: input.words.bodyTooLong(name) });
  if (issue.state === 'open' && issue.milestone !== (input.milestones.numbers.get(item.milestone) ?? null)) {
    const planned = input.milestones.titles.get(item.milestone) ?? item.milestone;
    notices.push({ code: 'moved', key: item.id, text: input.words.moved(name, planned) });
  }
  const change = { ...(body === null ? {} : { body }), ...(adopting ? { addLabels: [adoptedLabel] } : {}) };
  const writes: Write[] = Object.keys(change).length === 0 ? [] : [{ do: 'update-issue', key: item.id, number: issue.number, ...change }];
  return { writes, notices };
}

/** The body with our part brought up to date, ticks and people's text kept; null when nothing is to be written. */
function newBody(item: PlannedIssue, { marked, edited, id }: SeededIssue): string | null {
  // What is compared is the text as it would be marked: wrapping may defuse some of it.
  const fresh = wrapMarked(marked.marker.unit, id, item.body);
  const digest = / digest=([0-9a-f]{16}) /.exec(fresh)?.[1] ?? digestOf({ unit: marked.marker.unit, id }, item.body);
  if (edited || digest === marked.marker.digest) return null;
  return marked.before + carryTicks(marked.text, fresh) + marked.after;
}

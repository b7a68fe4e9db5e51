import { sprintKey } from '../backlog/milestone-key.ts';
import type { Policy } from '../policy/policy.ts';

/** The key of a sprint that somebody wrote as `s07`, `s7` or `7`; null when the playbook has no such sprint. */
export function readSprint(policy: Policy, written: string): string | null {
  const number = /^s?(\d{1,3})$/i.exec(written.replaceAll('`', ''))?.[1];
  if (number === undefined || !policy.playbook.blocks.some(({ sprints }) => sprints.includes(Number(number)))) return null;
  return sprintKey(Number(number));
}

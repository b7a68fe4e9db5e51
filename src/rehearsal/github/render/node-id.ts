/** An opaque id for GraphQL that says which thing it is: `Issue:1042` in base64url. */
export function nodeId(type: string, id: number | string): string {
  return `${prefixes[type] ?? type}_${Buffer.from(`${type}:${id}`).toString('base64url')}`;
}

const prefixes: Readonly<Record<string, string>> = {
  Issue: 'I',
  PullRequest: 'PR',
  IssueComment: 'IC',
  Repository: 'R',
  User: 'U',
  Organization: 'O',
  Bot: 'BOT',
  Milestone: 'MI',
  Label: 'LA',
  CheckRun: 'CR',
  CheckSuite: 'CS',
};

/** Reads a node id back; null when it is none of ours. */
export function readNodeId(id: string): { readonly type: string; readonly id: number } | null {
  const text = Buffer.from(id.slice(id.indexOf('_') + 1), 'base64url').toString('utf8');
  const match = /^([A-Za-z]+):(\d+)$/.exec(text);
  return match?.[1] === undefined ? null : { type: match[1], id: Number(match[2]) };
}

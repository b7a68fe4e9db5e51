import type { Actor } from '../records/account.ts';
import { invalid, notFound } from '../records/api-error.ts';
import type { Issue, Label } from '../records/issue.ts';
import type { Repository } from '../records/repository.ts';
import type { World } from '../records/world.ts';
import { renderLabel } from '../render/issue.ts';
import { announce } from '../webhooks/announce.ts';
import { announceIssue } from '../webhooks/announce-issue.ts';
import { recordTimeline } from './timeline.ts';

/** Labels of one repository differ in more than case. */
function key(name: string): string {
  return name.toLowerCase();
}

export function labelByName(repository: Repository, name: string): Label {
  const label = repository.labels.get(key(name));
  if (label === undefined) throw notFound();
  return label;
}

export function createLabel(world: World, actor: Actor, input: { repository: Repository; name: string; color?: string; description?: string | null }): Label {
  const { repository, name, color = 'ededed', description = null } = input;
  if (repository.labels.has(key(name))) throw invalid({ resource: 'Label', code: 'already_exists', field: 'name' });
  if (!/^[0-9a-f]{6}$/i.test(color)) throw invalid({ resource: 'Label', code: 'invalid', field: 'color' });
  if (description !== null && [...description].length > 100)
    throw invalid({ resource: 'Label', code: 'custom', field: 'description', message: 'description is too long (maximum is 100 characters)' });
  const label: Label = { id: world.nextId('label'), name, color: color.toLowerCase(), description };
  repository.labels.set(key(name), label);
  announce(world, actor, { repository, event: 'label', action: 'created', body: { label: renderLabel(world, repository, label) } });
  return label;
}

export function updateLabel(
  world: World,
  actor: Actor,
  input: { repository: Repository; label: Label; name?: string; color?: string; description?: string | null },
): Label {
  const { repository, label, name, color, description } = input;
  if (name !== undefined && key(name) !== key(label.name)) {
    if (repository.labels.has(key(name))) throw invalid({ resource: 'Label', code: 'already_exists', field: 'name' });
    for (const issue of repository.issues.values()) issue.labels = issue.labels.map((worn) => (key(worn) === key(label.name) ? name : worn));
    repository.labels.delete(key(label.name));
    repository.labels.set(key(name), label);
  }
  const changes = { ...(name === undefined ? {} : { name: { from: label.name } }), ...(color === undefined ? {} : { color: { from: label.color } }) };
  label.name = name ?? label.name;
  label.color = color ?? label.color;
  label.description = description === undefined ? label.description : description;
  announce(world, actor, { repository, event: 'label', action: 'edited', body: { label: renderLabel(world, repository, label), changes } });
  return label;
}

export function deleteLabel(world: World, actor: Actor, input: { repository: Repository; label: Label }): void {
  const { repository, label } = input;
  for (const issue of repository.issues.values()) issue.labels = issue.labels.filter((worn) => key(worn) !== key(label.name));
  repository.labels.delete(key(label.name));
  announce(world, actor, { repository, event: 'label', action: 'deleted', body: { label: renderLabel(world, repository, label) } });
}

/** Finds labels by name and makes those that are missing, as adding one to an issue does on GitHub. */
export function ensureLabels(world: World, actor: Actor, input: { repository: Repository; names: readonly string[] }): Label[] {
  return [...new Set(input.names)].map((name) => input.repository.labels.get(key(name)) ?? createLabel(world, actor, { repository: input.repository, name }));
}

/** Puts exactly these labels on an issue, with one event for each that comes or goes. */
export function setIssueLabels(world: World, actor: Actor, input: { repository: Repository; issue: Issue; names: readonly string[] }): void {
  const { repository, issue, names } = input;
  const wanted = ensureLabels(world, actor, { repository, names });
  for (const worn of issue.labels) {
    if (wanted.some((label) => key(label.name) === key(worn))) continue;
    issue.labels = issue.labels.filter((name) => name !== worn);
    announceLabel(world, actor, { repository, issue, label: labelByName(repository, worn), action: 'unlabeled' });
  }
  for (const label of wanted) {
    if (issue.labels.some((worn) => key(worn) === key(label.name))) continue;
    issue.labels.push(label.name);
    announceLabel(world, actor, { repository, issue, label, action: 'labeled' });
  }
}

function announceLabel(world: World, actor: Actor, input: { repository: Repository; issue: Issue; label: Label; action: 'labeled' | 'unlabeled' }): void {
  const { repository, issue, label, action } = input;
  recordTimeline(world, actor, { issue, event: action, detail: { label: { name: label.name, color: label.color } } });
  announceIssue(world, actor, { repository, issue, action, extra: { label: renderLabel(world, repository, label) } });
}

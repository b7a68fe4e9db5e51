import { notFound } from '../records/api-error.ts';
import { renderIssueLabels, renderLabel } from '../render/issue.ts';
import { createLabel, deleteLabel, labelByName, setIssueLabels, updateLabel } from '../state/labels.ts';
import { hasPush } from '../auth/authorize.ts';
import { created, noContent, ok } from '../http/call.ts';
import type { Answer, RepositoryCall, RepositoryHandler } from '../http/call.ts';
import { paginate } from '../http/paginate.ts';
import { issueOf } from './issues.ts';

interface LabelBody {
  readonly name?: string;
  readonly new_name?: string;
  readonly color?: string;
  readonly description?: string | null;
}

function given(body: LabelBody): { color?: string; description?: string | null } {
  return { ...(body.color === undefined ? {} : { color: body.color }), ...(body.description === undefined ? {} : { description: body.description }) };
}

function named(call: RepositoryCall): string[] {
  const value: unknown = Array.isArray(call.body) ? call.body : call.body['labels'];
  return Array.isArray(value) ? value.map((label: unknown) => (typeof label === 'string' ? label : String((label as { name: unknown }).name))) : [];
}

function change(call: RepositoryCall, names: (current: readonly string[]) => string[]): Answer {
  const issue = issueOf(call);
  if (hasPush(call)) setIssueLabels(call.world, call.actor, { repository: call.repository, issue, names: names(issue.labels) });
  return ok(renderIssueLabels(call.world, call.repository, issue));
}

function removeOne(call: RepositoryCall): Answer {
  const name = (call.params['name'] ?? '').toLowerCase();
  if (!issueOf(call).labels.some((worn) => worn.toLowerCase() === name)) throw notFound();
  return change(call, (current) => current.filter((worn) => worn.toLowerCase() !== name));
}

export const labelHandlers: Readonly<Record<string, RepositoryHandler>> = {
  'issues/list-labels-for-repo': (call) => paginate(call, [...call.repository.labels.values()], (label) => renderLabel(call.world, call.repository, label)),
  'issues/create-label': (call) => {
    const body = call.body as LabelBody;
    return created(
      renderLabel(call.world, call.repository, createLabel(call.world, call.actor, { repository: call.repository, name: body.name ?? '', ...given(body) })),
    );
  },
  'issues/get-label': (call) => ok(renderLabel(call.world, call.repository, labelByName(call.repository, call.params['name'] ?? ''))),
  'issues/update-label': (call) => {
    const body = call.body as LabelBody;
    const label = labelByName(call.repository, call.params['name'] ?? '');
    return ok(
      renderLabel(
        call.world,
        call.repository,
        updateLabel(call.world, call.actor, {
          repository: call.repository,
          label,
          ...given(body),
          ...(body.new_name === undefined ? {} : { name: body.new_name }),
        }),
      ),
    );
  },
  'issues/delete-label': (call) => {
    deleteLabel(call.world, call.actor, { repository: call.repository, label: labelByName(call.repository, call.params['name'] ?? '') });
    return noContent;
  },
  'issues/list-labels-on-issue': (call) => paginate(call, renderIssueLabels(call.world, call.repository, issueOf(call)), (label) => label),
  'issues/add-labels': (call) => change(call, (current) => [...current, ...named(call)]),
  'issues/set-labels': (call) => change(call, () => named(call)),
  'issues/remove-label': removeOne,
  'issues/remove-all-labels': (call) => {
    change(call, () => []);
    return noContent;
  },
};

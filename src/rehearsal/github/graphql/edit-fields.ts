import type { Edit } from '../records/issue.ts';
import { connect } from './connection.ts';
import { accountNode } from './nodes.ts';
import type { EditNode } from './nodes.ts';
import { fields } from './resolver.ts';
import type { FieldResolver } from './resolver.ts';

/** What a body's edit history shows: the last editor, who need not be the author. */
export function editedFields<S>(edits: (source: S) => readonly Edit[]): Readonly<Record<string, FieldResolver<S>>> {
  return {
    lastEditedAt: (source) => edits(source).at(-1)?.at ?? null,
    editor: (source, _args, context) => accountNode(context.world, edits(source).at(-1)?.editorId ?? null),
    includesCreatedEdit: (source) => edits(source).length > 0,
    userContentEdits: (source, args) =>
      connect(
        'userContentEdits',
        args,
        edits(source)
          .map((edit, index): EditNode => ({ __typename: 'UserContentEdit', edit, index }))
          .toReversed(),
      ),
  };
}

export const editFields = fields<EditNode>({
  id: (source) => `UCE_${source.index}_${source.edit.editorId}`,
  createdAt: (source) => source.edit.at,
  editedAt: (source) => source.edit.at,
  updatedAt: (source) => source.edit.at,
  deletedAt: () => null,
  diff: (source) => source.edit.from,
  editor: (source, _args, context) => accountNode(context.world, source.edit.editorId),
});

/** A number on GitHub, or the key of a thing that the same plan creates first. */
export type Ref = number | { readonly key: string };

export interface CheckOutput {
  readonly title: string;
  readonly summary: string;
  readonly text?: string;
}

export interface Annotation {
  readonly path: string;
  readonly startLine: number;
  readonly endLine: number;
  readonly level: 'notice' | 'warning' | 'failure';
  readonly title: string;
  readonly message: string;
}

/** One write on GitHub as a value: printed by a dry run, kept by the ledger, carried out by `apply`. There is no delete. */
export type Write =
  | {
      readonly do: 'create-check';
      readonly name: string;
      readonly headSha: string;
      readonly status: 'in_progress' | 'completed';
      readonly conclusion?: 'success' | 'failure' | 'action_required';
      readonly output: CheckOutput;
      readonly annotations: readonly Annotation[];
      readonly externalId: string;
    }
  | {
      readonly do: 'update-check';
      readonly id: number;
      readonly name: string;
      readonly headSha: string;
      readonly status: 'in_progress' | 'completed';
      readonly conclusion?: 'success' | 'failure' | 'action_required';
      readonly output: CheckOutput;
      readonly annotations: readonly Annotation[];
      readonly externalId: string;
    }
  | { readonly do: 'create-comment'; readonly issue: number; readonly body: string; readonly markerId: string }
  | { readonly do: 'update-comment'; readonly issue: number; readonly comment: number; readonly body: string; readonly markerId: string }
  /** A sign on somebody's comment. Setting it twice is setting it once. */
  | { readonly do: 'react'; readonly comment: number; readonly content: '+1' | 'confused' | 'eyes' }
  | { readonly do: 'comment-deployment'; readonly run: number; readonly environment: string; readonly body: string }
  | {
      readonly do: 'decide-deployment';
      readonly run: number;
      readonly environment: string;
      readonly state: 'approved' | 'rejected';
      readonly body: string;
      /** It was decided before, and the answer was unclear: if GitHub has it already, that is what we wanted. */
      readonly again: boolean;
    }
  | { readonly do: 'create-label'; readonly name: string; readonly color: string; readonly description: string }
  | { readonly do: 'create-milestone'; readonly key: string; readonly title: string; readonly description: string; readonly dueOn: string }
  | {
      readonly do: 'update-milestone';
      readonly key: string;
      readonly number: number;
      readonly description?: string;
      readonly dueOn?: string;
      readonly state?: 'closed';
    }
  | {
      readonly do: 'create-issue';
      readonly key: string;
      readonly title: string;
      readonly body: string;
      readonly labels: readonly string[];
      readonly milestone: Ref | null;
    }
  | {
      readonly do: 'update-issue';
      readonly key: string;
      readonly number: number;
      readonly body?: string;
      readonly milestone?: Ref;
      readonly state?: 'open' | 'closed';
      readonly addLabels?: readonly string[];
    }
  | { readonly do: 'add-sub-issue'; readonly parent: Ref; readonly child: Ref };

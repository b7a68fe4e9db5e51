const prefix = 'checkpoint:';

/** The label under which an approving review signs a checkpoint off, e.g. `checkpoint:security-review`. */
export function checkpointLabel(checkpoint: string): string {
  return `${prefix}${checkpoint}`;
}

/** Whether a label names a checkpoint, of whatever playbook. */
export function isCheckpointLabel(label: string): boolean {
  return label.toLowerCase().startsWith(prefix);
}

/** What a label names after `checkpoint:`, in lower case. */
export function checkpointOfLabel(label: string): string {
  return label.slice(prefix.length).trim().toLowerCase();
}

import type { Component, Policy } from '../../policy/policy.ts';

type Names = { readonly evidence: Pick<Policy['evidence'], 'uploads'> };

/** Whether an upload is one of those that a component expects; one that names none takes whatever is there. */
export function isExpectedUpload(policy: Names, component: Pick<Component, 'uploads'>, uploadName: string): boolean {
  return component.uploads.length === 0 || component.uploads.some((upload) => isUpload(policy, upload, uploadName));
}

/** The uploads of a component that are not among these. */
export function missingUploads(policy: Names, component: Pick<Component, 'uploads'>, came: readonly string[]): string[] {
  return component.uploads.filter((upload) => !came.some((uploadName) => isUpload(policy, upload, uploadName)));
}

/** Config may say `api` for an artifact named `sprintgate-api`. `*`, which GitHub allows in no name, stands for all of them. */
function isUpload({ evidence }: Names, upload: string, uploadName: string): boolean {
  return uploadName === '*' || uploadName === upload || uploadName === `${evidence.uploads}-${upload}`;
}

import { z } from 'zod';

const sha = z
  .string()
  .regex(/^[0-9a-f]{40}([0-9a-f]{24})?$/, 'a full commit id')
  .nullish();
const name = z.string().min(1).max(200);

/** `manifest.json` in an upload, written by our Action. It informs; nothing that the workflow run itself says is taken from it. */
export const bundleManifestSchema = z.object({
  sprintgate: z.literal(1).describe('Version of this format.'),
  testedSha: sha.describe('Commit that was checked out and tested; on pull_request events the merge commit.'),
  testedTree: sha.describe('Tree of that commit.'),
  baseSha: sha.describe('Base of the difference that was tested.'),
  job: name.nullish().describe('Job that uploaded it.'),
  uploadName: name.nullish().describe("Name of the upload; the artifact's own name counts."),
  tool: name.nullish().describe('Program and version that wrote it.'),
});

export type BundleManifest = z.output<typeof bundleManifestSchema>;

export const manifestFile = 'manifest.json';

/** Reads a manifest; null when the file is none of ours or is broken: the upload is then judged without it. */
export function readBundleManifest(bytes: Uint8Array): BundleManifest | null {
  try {
    const parsed = bundleManifestSchema.safeParse(JSON.parse(new TextDecoder().decode(bytes)));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

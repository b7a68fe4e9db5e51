/** One step of the story as the overview shows it. */
export interface StoryStep {
  readonly title: string;
  readonly path: string | null;
  readonly check: { readonly name: string; readonly title: string; readonly conclusion: string; readonly path: string } | null;
}

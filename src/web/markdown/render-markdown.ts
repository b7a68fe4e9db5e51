import rehypeRaw from 'rehype-raw';
import rehypeSanitize, { defaultSchema } from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { linkReferences } from './link-references.ts';

export interface MarkdownOptions {
  /** Address of the repository that `#12` and `@somebody` belong to; without it they stay as they are. */
  readonly repository?: string;
}

/** Renders Markdown to safe HTML as GitHub does: tables, task lists, details; scripts and styles are dropped. */
export function renderMarkdown(markdown: string, { repository }: MarkdownOptions = {}): string {
  const html = String(pipeline(repository).processSync(markdown));
  return html.replaceAll(/<pre><code class="language-mermaid">([\s\S]*?)<\/code><\/pre>/g, '<pre class="mermaid">$1</pre>');
}

// The default schema of rehype-sanitize is GitHub's own; what is added to its result is made by us.
function pipeline(repository: string | undefined) {
  const safe = unified().use(remarkParse).use(remarkGfm).use(remarkRehype, { allowDangerousHtml: true }).use(rehypeRaw).use(rehypeSanitize, defaultSchema);
  return (repository === undefined ? safe : safe.use(linkReferences, { repository })).use(rehypeStringify).freeze();
}

import { describe, expect, it } from 'vitest';
import { renderMarkdown } from '../../src/web/markdown/render-markdown.ts';

describe('Markdown', () => {
  it('has tables and task lists', () => {
    expect(renderMarkdown('| a |\n| - |\n| 1 |')).toContain('<table>');
    const list = renderMarkdown('- [x] done\n- [ ] open');
    expect(list).toContain('type="checkbox" checked disabled');
    expect(list.match(/type="checkbox"/g)).toHaveLength(2);
  });

  it('keeps a diagram for the browser to draw', () => {
    expect(renderMarkdown('```mermaid\npie\n  "a" : 1\n```')).toContain('<pre class="mermaid">pie');
  });

  it('folds details and hides comments', () => {
    const html = renderMarkdown('<!-- sprintgate:1 -->\n<details><summary>More</summary>\n\n**bold**\n\n</details>');
    expect(html).toContain('<details><summary>More</summary>');
    expect(html).toContain('<strong>bold</strong>');
    expect(html).not.toContain('sprintgate:1');
  });

  it('runs nothing that a user wrote', () => {
    const html = renderMarkdown('<img src=x onerror=alert(1)><script>alert(2)</script>[x](javascript:alert(3))');
    expect(html).not.toMatch(/onerror|<script|javascript:/);
  });
});

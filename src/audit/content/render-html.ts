import { escapeHtml } from '../../core/report/markdown.ts';
import type { Locale } from '../../core/playbook/text-schema.ts';

const style = `
:root { color-scheme: light dark; }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 62rem; margin: 2rem auto; padding: 0 1rem; }
table { border-collapse: collapse; display: block; overflow-x: auto; margin: 1rem 0; }
th, td { border: 1px solid #8884; padding: .3rem .6rem; text-align: left; vertical-align: top; }
code { font: .9em ui-monospace, monospace; overflow-wrap: anywhere; }
pre { overflow-x: auto; }
blockquote { border-left: .25rem solid #8888; margin-left: 0; padding-left: 1rem; }
li:has(> input[type=checkbox]) { list-style: none; }
@media print { details { display: block; } }
`;

/** A page of its own around what was rendered: no script, nothing from elsewhere. */
export function renderHtml(body: string, { title, locale }: { readonly title: string; readonly locale: Locale }): string {
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<title>${escapeHtml(title)}</title>
<style>${style}</style>
</head>
<body>
<main>
${body}
</main>
</body>
</html>
`;
}

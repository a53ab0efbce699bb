import { escapeHtml } from '../../answer/cite.ts';
import type { ExportBlock, ExportPage, ExportRun, Footnote } from './page.ts';

const STYLE =
  'body{max-width:42em;margin:2em auto;padding:0 1em;font:1.05em/1.5 Georgia,serif}' +
  'blockquote{margin:1em 0;padding-left:1em;border-left:3px solid #999}.note{color:#555;font-size:.9em}' +
  'mark{background:#fff3bf}sup a{text-decoration:none}';

/** A page as a standalone HTML document with footnotes. It loads nothing. */
export function htmlOf({ language, title, blocks, footnotes }: ExportPage): string {
  return `<!doctype html>
<html lang="${escapeHtml(language)}">
<head><meta charset="utf-8"><title>${escapeHtml(title)}</title><style>${STYLE}</style></head>
<body>
${blocks.map((block) => paragraph(block, footnotes)).join('\n')}
<ol>
${footnotes.map(footnote).join('\n')}
</ol>
</body>
</html>
`;
}

function paragraph({ kind, runs, footnote: number }: ExportBlock, footnotes: readonly Footnote[]): string {
  const text = runs.map(marked).join('');
  switch (kind) {
    case 'heading':
      return `<h2>${text}</h2>`;
    case 'text':
      return `<p>${text}</p>`;
    case 'note':
      return `<p class="note">${text}</p>`;
    case 'item':
      return `<p>▸ ${text}</p>`;
    case 'code':
      return `<pre>${text}</pre>`;
    case 'quote': {
      const link = number === undefined ? undefined : footnotes[number - 1]?.link;
      const cite = link === undefined ? '' : ` cite="${escapeHtml(link)}"`;
      const mark = number === undefined ? '' : `<sup><a href="#source-${number}">${number}</a></sup>`;
      return `<blockquote${cite}><p>${text}</p></blockquote>${mark}`;
    }
  }
}

const TAGS = { strong: 'mark', struck: 'del' } as const;

function marked({ text, mark }: ExportRun): string {
  const inner = escapeHtml(text).replaceAll('\n', '<br>');
  return mark === undefined ? inner : `<${TAGS[mark]}>${inner}</${TAGS[mark]}>`;
}

function footnote({ told, link }: Footnote, at: number): string {
  const text = escapeHtml(told);
  const linked = link === undefined ? text : `<a href="${escapeHtml(link)}">${text}</a>`;
  return `<li id="source-${at + 1}">${linked}</li>`;
}

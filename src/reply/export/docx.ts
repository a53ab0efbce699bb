import { strToU8, zipSync } from 'fflate';
import type { ExportBlock, ExportPage, ExportRun, Footnote } from './page.ts';

/*
 * A page as a Word document: the smallest package that Word, LibreOffice and Google Docs open without complaint, with the sources as
 * native footnotes (ECMA-376, WordprocessingML).
 */

const MAIN = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Word reserves two notes for its separator lines. */
const FIRST_NOTE = 2;
/** A fixed date, so that the same page gives the same bytes. */
const WRITTEN = new Date('2000-01-01T00:00:00Z');

const PARTS = ['document', 'footnotes', 'styles'] as const;

export function docxOf(page: ExportPage): Uint8Array {
  const links = page.footnotes.flatMap(({ link }) => link ?? []);
  const files: Readonly<Record<string, string>> = {
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${PARTS.map((part) => `<Override PartName="/word/${part}.xml" ContentType="${WORD}.${part === 'document' ? 'document.main' : part}+xml"/>`).join('')}</Types>`,
    '_rels/.rels': relations([relation('r1', 'officeDocument', 'word/document.xml')]),
    'word/document.xml': `<w:document xmlns:w="${MAIN}"><w:body>${page.blocks.map(paragraph).join('')}</w:body></w:document>`,
    'word/footnotes.xml': footnotesXml(page.footnotes, links),
    'word/styles.xml': STYLES,
    'word/_rels/document.xml.rels': relations([
      relation('r1', 'styles', 'styles.xml'),
      relation('r2', 'footnotes', 'footnotes.xml'),
    ]),
    'word/_rels/footnotes.xml.rels': relations(
      links.map((link, at) => relation(`l${at}`, 'hyperlink', link, ' TargetMode="External"')),
    ),
  };
  const entries = Object.entries(files).map(([name, xml]) => [name, strToU8(HEAD + xml)] as const);
  return zipSync(Object.fromEntries(entries), { mtime: WRITTEN });
}

const relation = (id: string, type: string, target: string, more = ''): string =>
  `<Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${escapeXml(target)}"${more}/>`;

const relations = (list: readonly string[]): string =>
  `<Relationships xmlns="${PACKAGE}/relationships">${list.join('')}</Relationships>`;

const STYLE_OF: Readonly<Record<ExportBlock['kind'], string>> = {
  heading: 'Heading1',
  text: 'Normal',
  note: 'Note',
  quote: 'Quote',
  item: 'Item',
  code: 'Code',
};

function paragraph({ kind, runs, footnote }: ExportBlock): string {
  const note =
    footnote === undefined
      ? ''
      : `<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteReference w:id="${footnote + FIRST_NOTE - 1}"/></w:r>`;
  return `<w:p><w:pPr><w:pStyle w:val="${STYLE_OF[kind]}"/></w:pPr>${runs.map(runXml).join('')}${note}</w:p>`;
}

const MARKS = { strong: '<w:rPr><w:b/></w:rPr>', struck: '<w:rPr><w:strike/></w:rPr>' } as const;

/** Line ends and tabs need elements of their own; other white space is kept. */
function runXml({ text, mark }: ExportRun): string {
  const parts = text
    .split(/(\r\n|[\n\r\t])/u)
    .map((part) => {
      if (part === '\t') return '<w:tab/>';
      if (/^[\r\n]+$/u.test(part)) return '<w:br/>';
      return part === '' ? '' : `<w:t xml:space="preserve">${escapeXml(part)}</w:t>`;
    })
    .join('');
  return `<w:r>${mark === undefined ? '' : MARKS[mark]}${parts}</w:r>`;
}

function footnotesXml(footnotes: readonly Footnote[], links: readonly string[]): string {
  const separator = (id: number, name: string): string =>
    `<w:footnote w:type="${name}" w:id="${id}"><w:p><w:r><w:${name}/></w:r></w:p></w:footnote>`;
  const note = ({ told, link }: Footnote, at: number): string => {
    const text = runXml({ text: ` ${told}` });
    const linked =
      link === undefined ? text : `<w:hyperlink r:id="l${links.indexOf(link)}">${text}</w:hyperlink>`;
    return `<w:footnote w:id="${at + FIRST_NOTE}"><w:p><w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr><w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>${linked}</w:p></w:footnote>`;
  };
  return `<w:footnotes xmlns:w="${MAIN}" xmlns:r="${RELATIONS}">${separator(0, 'separator')}${separator(1, 'continuationSeparator')}${footnotes.map(note).join('')}</w:footnotes>`;
}

const style = (id: string, name: string, paragraphs: string, letters = ''): string =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:pPr>${paragraphs}</w:pPr><w:rPr>${letters}</w:rPr></w:style>`;

const AFTER = '<w:spacing w:after="160"/>';
const STYLES = `<w:styles xmlns:w="${MAIN}">${[
  style('Normal', 'Normal', AFTER),
  style('Heading1', 'heading 1', `<w:keepNext/>${AFTER}`, '<w:b/><w:sz w:val="32"/>'),
  style('Quote', 'Quote', `${AFTER}<w:ind w:left="567" w:right="567"/>`),
  style('Note', 'Note', AFTER, '<w:i/><w:color w:val="555555"/>'),
  style('Item', 'Item', `${AFTER}<w:ind w:left="284"/>`),
  style('Code', 'Code', AFTER, '<w:rFonts w:ascii="Consolas" w:hAnsi="Consolas"/>'),
  style('FootnoteText', 'footnote text', '<w:spacing w:after="0"/>', '<w:sz w:val="18"/>'),
].join(
  '',
)}<w:style w:type="character" w:styleId="FootnoteReference"><w:name w:val="footnote reference"/><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style></w:styles>`;

const XML: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Replaces characters that XML 1.0 cannot contain by U+FFFD. */
function escapeXml(text: string): string {
  return (
    text
      .toWellFormed()
      // eslint-disable-next-line no-control-regex -- XML does not allow these
      .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/gu, '\uFFFD')
      .replace(/[&<>"]/gu, (sign) => XML[sign] ?? sign)
  );
}

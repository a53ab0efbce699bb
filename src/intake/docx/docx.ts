import { zipSync } from 'fflate';
import mammoth from 'mammoth';
import type { Reading } from '../extracted.ts';
import { structure } from '../../article/structure.ts';
import { blocksOf } from '../html/blocks.ts';
import { parsePage } from '../html/document.ts';
import { IntakeError } from '../intake-error.ts';
import { withoutDropCaps } from './drop-caps.ts';
import { readZip } from './zip.ts';
import { type Notice, message } from '../../words/message.ts';

/** Document types, which come before the first element of XML; also in UTF-16, which a parser may detect. */
const DOCTYPES = [
  Buffer.from('<!DOCTYPE'),
  Buffer.from('<!DOCTYPE', 'utf16le'),
  Buffer.from('<!DOCTYPE', 'utf16le').swap16(),
];
/** Other formats that are ZIP archives, recognised by an entry. */
const OTHER = [
  { entry: /^xl\//u, form: message('form-of.excel') },
  { entry: /^ppt\//u, form: message('form-of.powerpoint') },
  { entry: /^META-INF\/container\.xml$/u, form: message('form-of.epub') },
  { entry: /^content\.xml$/u, form: message('form-of.opendocument') },
];
/** Paragraphs in which to look for the document's title. */
const TITLE_WITHIN = 4;

/**
 * Reads a Word document. Headings and list items become paragraphs; pictures, comments and tracked deletions are left out.
 * Unpacks and checks the archive here, and gives the library a new one that contains only the XML, so that both see the
 * same entries. Throws {@link IntakeError}.
 */
export async function readDocx(bytes: Uint8Array, subject: Notice): Promise<Reading> {
  const entries = readZip(bytes, subject);
  const parts = [...entries].filter(([name]) => /\.(?:xml|rels)$/iu.test(name));
  checkParts(entries, parts, subject);
  const safe = zipSync(Object.fromEntries(parts.map(prepared)), { level: 0 });
  const { value } = await mammoth.convertToHtml(
    { buffer: Buffer.from(safe.buffer, safe.byteOffset, safe.byteLength) },
    {
      styleMap: ["p[style-name='Title'] => h1:fresh", "p[style-name='Subtitle'] => p:fresh"],
      convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })),
    },
  );
  const blocks = blocksOf(parsePage(value, subject).body);
  const text = blocks.map((block) => block.text).join('\n\n');
  if (text === '') throw new IntakeError('no-text', message('intake.picture-of-text', { subject }));
  const heading = blocks.slice(0, TITLE_WITHIN).find(({ kind }) => kind === 'heading')?.text;
  return { text, headline: heading ?? openingHeadline(text) };
}

/** Joins drop caps to their paragraphs in the document's text. */
function prepared([name, content]: readonly [string, Uint8Array]): readonly [string, Uint8Array] {
  const part = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  if (!/^word\/document\d*\.xml$/iu.test(name) || !part.includes('w:dropCap=')) return [name, content];
  return [name, new TextEncoder().encode(withoutDropCaps(part.toString('utf8')))];
}

function checkParts(
  entries: ReadonlyMap<string, Uint8Array>,
  parts: readonly (readonly [string, Uint8Array])[],
  subject: Notice,
): void {
  if (
    !entries.has('[Content_Types].xml') ||
    !parts.some(([name]) => /^word\/document\d*\.xml$/iu.test(name))
  ) {
    const other = OTHER.find(({ entry }) => [...entries.keys()].some((name) => entry.test(name)));
    const form = other?.form ?? message('form-of.zip');
    throw new IntakeError('wrong-type', message('intake.not-word', { subject, form }));
  }
  for (const [, content] of parts) {
    const part = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
    if (DOCTYPES.some((doctype) => part.includes(doctype))) {
      throw new IntakeError('too-complex', message('intake.entities', { subject }));
    }
  }
}

function openingHeadline(text: string): string | undefined {
  const headline = structure(text).find(({ kind }) => kind === 'headline');
  return headline && text.slice(headline.start, headline.end);
}
